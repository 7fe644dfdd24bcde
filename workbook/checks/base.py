"""What a structure check is made of: rules, what they find, and on which records each of them depends.

A rule is declared with its parts. A part says which records it looks at and through which paths other records bear on
them, so that after an edit only what can have changed is looked at again (see `runners`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from workbook.book import Book, name_of
from workbook.changes import Change
from workbook.checks.thresholds import Limits
from workbook.records import RECORD_TYPES, Record
from workbook.vocabularies import FOUNDATIONS, GUIDING_QUESTIONS, SEVERITIES
from workbook.wording import Sentence, in_a_row

WHOLE_PLAN = ""
PRESENCE = "-"
"""In place of fields: only the adding and removing of records matters, no edit."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found at one record, or in the plan as a whole (`type` is "plan" and `id` empty then).

    `text` is an English source string whose braces `values` fill; they keep their types as those of a `Sentence` do.
    `title` is that sentence in English. `why` and `remedy` are the rule's. `accepted` holds the reason for which the
    team lives with it; empty: it does not.
    """

    rule: str
    severity: str
    foundation: str
    questions: tuple[str, ...]
    type: str
    id: str
    field: str
    text: str
    values: tuple[tuple[str, object], ...]
    why: str
    remedy: str
    accepted: str = ""

    @property
    def title(self) -> str:
        return str(Sentence(self.text, **dict(self.values)))


class Hit(NamedTuple):
    """What a part of a rule says about a record; `severity` where it is not the rule's own."""

    type: str
    id: str
    field: str
    text: str
    values: tuple[tuple[str, object], ...] = ()
    severity: str = ""


def hit(record: Record, field: str, text: str, /, severity: str = "", **values: object) -> Hit:
    """Say something about one record."""
    return Hit(name_of(type(record)), record.id, field, text, tuple(values.items()), severity)


def plan_hit(field: str, text: str, /, severity: str = "", **values: object) -> Hit:
    """Say something about the plan as a whole."""
    return Hit("plan", WHOLE_PLAN, field, text, tuple(values.items()), severity)


@dataclass
class Context:
    """What a rule may ask: the book, the day, the limits. It notes which records a finding names."""

    book: Book
    as_of: date
    limits: Limits
    mentioned: set[str] = field(default_factory=set)

    def name(self, record: Record) -> str:
        """Name a record as people do: its code and its title in quotation marks."""
        self.mentioned.add(record.id)
        title = str(getattr(record, RECORD_TYPES[name_of(type(record))].label) or "")
        code = str(getattr(record, "code", ""))
        return f"{code} “{title}”" if code else f"“{title}”"

    def code(self, type_name: str, record_id: str | None) -> str:
        """Name a record by its code alone, or by its title where it has none."""
        record = self.book.get(type_name, record_id)
        if record is None:
            return "(removed)"
        self.mentioned.add(record.id)
        return str(getattr(record, "code", "") or self.book.label(type_name, record.id))

    def codes(self, records: Iterable[Record]) -> str:
        """Name a few records by their codes, and count the rest."""
        held = list(records)
        return listed([self.code(name_of(type(r)), r.id) for r in held[:SHOWN]], len(held))


def listed(words: Iterable[str], count: int = 0) -> str:
    """Join words for a sentence; where only some of `count` are given, say how many more there are."""
    held = list(words)
    left = count - len(held)
    named = in_a_row(held)
    return Sentence("{named} and {count} more", named=named, count=left) if left > 0 else named


def shown(share: Decimal) -> Decimal:
    """Round a percentage to one decimal where it has one, so that 50.1 does not read as 50."""
    rounded, whole = round(share, 1), round(share, 0)
    return whole if rounded == whole else rounded


Indexes = tuple[tuple[type[Record], tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Path:
    """How a record of one type bears on the subjects of a part: a change of it leads to the ids of those subjects.

    `fields` limits this to edits of these fields. `indexes` are the groups of the book that the way goes through.
    """

    type: str
    to: Callable[[Book, Any], Iterable[str | None]]
    fields: frozenset[str] = frozenset()
    indexes: Indexes = ()

    def concerns(self, change: Change) -> bool:
        """Say whether a change can lead anywhere on this path."""
        if change.type != self.type:
            return False
        if not self.fields or change.before is None or change.after is None:
            return True
        return not self.fields.isdisjoint(change.after)


def by(record_class: type[Record], name: str, *fields: str) -> Path:
    """The records of a class bear on the record that their field names (on each, if it names several)."""

    def named(_: Book, record: Record) -> Iterable[str | None]:
        value = getattr(record, name)
        return value if isinstance(value, tuple) else (value,)

    return Path(name_of(record_class), named, frozenset((name, *fields)) if fields else frozenset())


def through(source: type[Record], joining: type[Record], name: str, then: str, *fields: str) -> Path:
    """The records of `source` bear on what `then` names in those records of `joining` whose field `name` names them."""

    def led(book: Book, record: Record) -> Iterable[str | None]:
        return [getattr(between, then) for between in book.where(joining, **{name: record.id})]

    return Path(name_of(source), led, frozenset(fields), ((joining, (name,)),))


def everyone(source: type[Record], subject: type[Record], *fields: str) -> Path:
    """The records of `source` bear on every subject: for what is rarely edited, such as the plan's dates."""

    def all_of(book: Book, _: Record) -> Iterable[str | None]:
        return list(book.table(name_of(subject)))

    return Path(name_of(source), all_of, frozenset(fields))


@dataclass(frozen=True, slots=True)
class Each:
    """A part that looks at every record of a class by itself. It may speak about that record only."""

    subject: type[Record]
    check: Callable[[Context, Any], Iterable[Hit]]
    paths: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """A part that looks at the plan as a whole, again whenever one of its inputs changes.

    `inputs` name record types, each with the fields that matter (none: all). It should count through the book's
    indexes and not walk over long tables.
    """

    check: Callable[[Context], Iterable[Hit]]
    inputs: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tally:
    """A part that judges sums over all records of a class; the sums are kept and moved by each change.

    `amounts` gives what one record adds to which sums, and has to depend on nothing that `paths` do not lead from.
    """

    subject: type[Record]
    amounts: Callable[[Book, Any], Iterable[tuple[tuple[str, ...], Decimal]]]
    judge: Callable[[Context, Mapping[tuple[str, ...], Decimal]], Iterable[Hit]]
    paths: tuple[Path, ...] = ()
    inputs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drifting:
    """The part that compares the plan with what was sealed; see `workbook.checks.drift`."""

    judge: Callable[[Context, Record, Book, Iterable[Change]], Iterable[Hit]]


Part = Each | Whole | Tally | Drifting

YES, NOTHING_YET, NOT_APPLICABLE = "yes", "nothing_yet", "not_applicable"


def needs(*classes: type[Record], otherwise: str = NOTHING_YET) -> Callable[[Book], str]:
    """A rule has something to look at once there is a record of one of these classes."""
    names = [name_of(cls) for cls in classes]
    return lambda book: YES if any(book.count(name) for name in names) else otherwise


def needs_where(record_class: type[Record], otherwise: str = NOTHING_YET, **values: object) -> Callable[[Book], str]:
    """A rule has something to look at once a record of this class has these values."""
    return lambda book: YES if book.count_where(record_class, **values) else otherwise


@dataclass(frozen=True)
class Rule:
    """One structure check: what it asks for, why, and what to do if it is not so.

    `scope` says whether there is anything to look at: *yes*; *nothing_yet* (counts as not met, because an unfinished
    plan must not look finished, but is no finding); *not_applicable* (not counted at all).
    """

    id: str
    title: str
    severity: str
    foundation: str
    questions: tuple[str, ...]
    why: str
    remedy: str
    scope: Callable[[Book], str]
    parts: tuple[Part, ...]
    limits: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        known = self.severity in SEVERITIES and self.foundation in FOUNDATIONS
        if not known or not all(question in GUIDING_QUESTIONS for question in self.questions):
            raise ValueError(f"{self.id} names a severity, foundation or question that is none")

    def finding(self, found: Hit, accepted: str) -> Finding:
        """Make a finding of what a part said."""
        return Finding(
            self.id,
            found.severity or self.severity,
            self.foundation,
            self.questions,
            found.type,
            found.id,
            found.field,
            found.text,
            found.values,
            self.why,
            self.remedy,
            accepted,
        )
