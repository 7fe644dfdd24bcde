"""Records in words, as documents show them: in the document's language, partners by name, people only if asked."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from exports.edition import Edition
from exports.outline.blocks import Block, Heading, Manner, Note, Paragraph
from exports.outline.tables import Cell, Column, Row, Table, body, lean
from workbook.book import name_of
from workbook.checks import Finding
from workbook.kinds import kind_of
from workbook.measures import Figure
from workbook.money import Money
from workbook.records import RECORD_TYPES, Activity, Contact, Objective, Partner, Record
from workbook.vocabularies.base import Vocabulary
from workbook.wording import Sentence, source

Blocks = tuple[Block, ...]
_ISO_DATE = re.compile(r"\b\d{4}-(0[1-9]|1[0-2])-([012]\d|30)\b|\b\d{4}-(0[13578]|1[02])-31\b")
NOTHING = source("Nothing recorded yet.")
NO_DATA, NOT_ASSESSED = source("no data"), source("not assessed")


@dataclass(frozen=True)
class Showing:
    """What every part of a document needs to write about the plan."""

    edition: Edition

    def say(self, source: str, /, **values: object) -> str:
        """Say one of our own sentences in the document's language."""
        return self.edition.formats.say(source, **values)

    def labelled(self, label: str, value: str) -> str:
        """Write a value behind its label, with the colon as the language sets it."""
        return self.say("{label}: {value}", label=label, value=value)

    def listed(self, words: Iterable[str]) -> str:
        """Write names or phrases in a row."""
        return self.edition.formats.listed(words)

    def say_count(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Say a sentence about a number of things."""
        return self.edition.formats.say_count(one, many, count, **values)

    def term(self, vocabulary: Vocabulary, key: str) -> str:
        """Say a term of a vocabulary."""
        return self.edition.formats.term(vocabulary, key)

    def field(self, record: Record, name: str) -> str:
        """Write one field; a person's data stay blank unless the edition may hold them."""
        declared = RECORD_TYPES[name_of(type(record))].by_name[name]
        if declared.target == "contacts":
            value = getattr(record, name)
            return self.person(value) if isinstance(value, str | None) else ""
        if declared.personal and not self.edition.personal:
            return ""
        reading = replace(self.edition.reading, join=self.listed)
        return kind_of(declared).show(declared, getattr(record, name), reading)

    def fields(self, record: Record, *names: str) -> tuple[str, ...]:
        """Write several fields."""
        return tuple(self.field(record, name) for name in names)

    def partner(self, partner_id: str | None) -> str:
        """Name a partner as agreements call it."""
        partner = self.edition.book.one(Partner, partner_id)
        return "" if partner is None else self.name(partner)

    def name(self, partner: Partner) -> str:
        """Return the short name if there is one."""
        name = partner.short_name or partner.name
        return name[:1].upper() + name[1:]

    def person(self, contact_id: str | None) -> str:
        """Name a person where this edition may, else the partner they speak for."""
        contact = self.edition.book.one(Contact, contact_id)
        if contact is None:
            return ""
        return contact.name if self.edition.personal else self.partner(contact.partner)

    def activity(self, activity_id: str | None) -> str:
        """Name an activity by its code and title."""
        activity = self.edition.book.one(Activity, activity_id)
        return "" if activity is None else f"{activity.code} {activity.title}".strip()

    def objective(self, objective_id: str | None) -> str:
        """Name an objective by its code."""
        objective = self.edition.book.one(Objective, objective_id)
        return "" if objective is None else objective.code or objective.statement

    def money(self, value: Money | None) -> str:
        """Write an amount with its currency; nothing where it is not known."""
        return "" if value is None else self.edition.formats.money(value)

    def told(self, sentence: str) -> str:
        """Say a sentence of a check or a measure, with its days written as everywhere else."""
        told = self.edition.formats.tell(sentence)
        return _ISO_DATE.sub(lambda found: self.edition.formats.date(datetime.date.fromisoformat(found[0])), told)

    def found(self, finding: Finding) -> str:
        """Say what a structure check found."""
        return self.told(Sentence(finding.text, **dict(finding.values)))

    def sums(self, amounts: dict[str, Decimal] | None, nothing: str = "–") -> str:
        """Write sums of several currencies below each other, because they are never added."""
        shown = [self.money(Money(amount, code)) for code, amount in (amounts or {}).items() if amount]
        return "\n".join(shown) or nothing

    def number(self, value: Decimal | int | None, digits: int = 1, nothing: str = NO_DATA) -> str:
        """Write a number, rounded only here; words where it is not known."""
        if value is None:
            return self.say(nothing)
        return self.edition.formats.number(round(Decimal(value), digits) + 0)

    def percent(self, value: Decimal | None, nothing: str = NO_DATA) -> str:
        """Write a percentage without decimals; words where it is not known."""
        return self.say(nothing) if value is None else self.edition.formats.percent(round(value) + 0)

    def figure(self, figure: Figure, nothing: str = NOT_ASSESSED, *, unit: bool = True) -> str:
        """Write the value of a figure, with its unit unless a column names it."""
        if figure.value is None:
            return self.say(nothing)
        if isinstance(figure.value, Money):
            return self.money(Money(round(figure.value.amount, 2), figure.value.currency))
        if figure.unit == "%":
            return self.percent(Decimal(figure.value))
        return f"{self.number(figure.value)} {self.say(figure.unit) if unit else ''}".strip()

    @cached_property
    def as_of(self) -> str:
        """Write the day of the edition."""
        return self.edition.formats.date(self.edition.as_of)

    @cached_property
    def state(self) -> str:
        """Name the state of the plan that the document was made from."""
        return self.state_named(self.edition.state, self.edition.fingerprint)

    def state_named(self, number: int, fingerprint: str) -> str:
        """Name any state of the plan, by its number and the beginning of its fingerprint."""
        begins = f" · {fingerprint[:8]}" if fingerprint else ""
        return self.say("State {number}", number=number) + begins

    def listing(self, columns: tuple[Column, ...], rows: Iterable[Iterable[Cell]], caption: str = "") -> Blocks:
        """Return a table, or one line that says that there is nothing to show.

        The titles of columns and the caption are source strings; what stands in cells has been said already.
        """
        return self.table_of(columns, body(rows), caption)

    def table_of(self, columns: tuple[Column, ...], rows: tuple[Row, ...], caption: str = "") -> Blocks:
        """Return a table of rows, or one line that says that there is nothing to show."""
        if not rows:
            return (Paragraph(self.say(NOTHING), "small"),)
        return (Table(self.columns(columns), rows, self.say(caption)),)

    def lean_table(self, columns: tuple[Column, ...], rows: tuple[Row, ...], caption: str = "") -> Blocks:
        """Return a table without the columns that are empty in every row."""
        return self.table_of(*lean(columns, rows), caption)

    def heading(self, level: int, text: str, /, **values: object) -> Heading:
        """Say a heading of ours."""
        return Heading(level, self.say(text, **values))

    def paragraph(self, text: str, manner: Manner = "body", /, **values: object) -> Paragraph:
        """Say a paragraph of ours."""
        return Paragraph(self.say(text, **values), manner)

    def note(self, text: str, /, **values: object) -> Note:
        """Say something small: where a figure comes from, how to read a table."""
        return Note(self.say(text, **values))

    def columns(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """Say the titles of columns."""
        return tuple(replace(column, title=self.say(column.title)) for column in columns)
