"""The clause library as plain data: which clauses there are, and how much each level of agreement needs them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from workbook.vocabularies import AGREEMENT_LEVELS

Need = Literal["required", "recommended", "optional", "omit"]
_NEEDS = ("required", "recommended", "optional", "omit")


class UnusableLibrary(ValueError):  # noqa: N818 - a verdict about a file that comes with the program
    """The clause library is not in the form that its README describes."""


@dataclass(frozen=True, slots=True)
class LibraryClause:
    """One topic of the library, with its wording for each level (domain.md 2.4, 2.5).

    `source` is ``plan``, ``text`` or ``table:<name>``; `table` is that name, or empty.
    """

    topic: str
    heading: str
    needs: Mapping[str, Need]
    source: str
    often_missing: str
    body: str
    body_for: Mapping[str, str]

    def need(self, level: str) -> Need:
        return self.needs.get(level, "omit")

    def wording(self, level: str) -> str:
        return self.body_for.get(level, self.body)

    @property
    def table(self) -> str:
        kind, _, name = self.source.partition(":")
        return name if kind == "table" else ""


@dataclass(frozen=True, slots=True)
class ClauseLibrary:
    """The clauses in the order of a new document."""

    clauses: tuple[LibraryClause, ...]

    def __iter__(self) -> Iterator[LibraryClause]:
        return iter(self.clauses)

    def get(self, topic: str) -> LibraryClause | None:
        """Return the clause of a topic, if there is one."""
        return next((clause for clause in self.clauses if clause.topic == topic), None)


def read_library(data: Mapping[str, Any]) -> ClauseLibrary:
    """Read the parsed clause library (format 1); raise `UnusableLibrary` where it is not what it should be."""
    if data.get("format") != 1:
        raise UnusableLibrary(f"The clause library has the format {data.get('format')!r}; 1 was expected.")
    entries = data.get("clause", [])
    clauses = tuple(_clause(entry) for entry in entries)
    topics = [clause.topic for clause in clauses]
    twice = sorted({topic for topic in topics if topics.count(topic) > 1})
    if twice:
        raise UnusableLibrary(f"The clause library has these topics twice: {', '.join(twice)}.")
    return ClauseLibrary(clauses)


def _clause(entry: Mapping[str, Any]) -> LibraryClause:
    try:
        topic, levels = str(entry["topic"]), dict(entry["levels"])
        heading, body = str(entry["heading"]), str(entry["body"])
    except (KeyError, TypeError, ValueError) as error:
        raise UnusableLibrary(
            f"A clause of the library lacks {error}: {entry.get('topic', 'without a topic')}."
        ) from None
    odd = [f"{level}={need}" for level, need in levels.items() if level not in AGREEMENT_LEVELS or need not in _NEEDS]
    if odd:
        raise UnusableLibrary(f"The clause {topic} has levels that nobody knows: {', '.join(odd)}.")
    return LibraryClause(
        topic,
        heading,
        cast(dict[str, Need], levels),
        str(entry.get("source", "text")),
        str(entry.get("often_missing", "")),
        body.strip("\n"),
        {level: str(text).strip("\n") for level, text in entry.get("body_for", {}).items()},
    )
