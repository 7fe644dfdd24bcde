"""The library of mechanisms as it ships with the program, read once."""

import tomllib
from functools import cache

from resources.lookup import resource
from workbook.mechanisms import LibraryMechanism, read_mechanisms


@cache
def mechanism_library() -> tuple[LibraryMechanism, ...]:
    """Return all entries in the order of their titles."""
    entries: list[LibraryMechanism] = []
    for path in sorted(resource("mechanisms").glob("*.toml")):
        entries += read_mechanisms(tomllib.loads(path.read_text(encoding="utf-8")))
    return tuple(sorted(entries, key=lambda entry: entry.title.casefold()))
