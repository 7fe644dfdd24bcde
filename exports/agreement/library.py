"""The clause library that ships with the program."""

import tomllib
from functools import cache

from resources.lookup import read_text
from workbook.agreements import ClauseLibrary, read_library


@cache
def clause_library() -> ClauseLibrary:
    """Read the library once."""
    return read_library(tomllib.loads(read_text("clauses", "clauses.toml")))
