"""The partners' own words in another language: what is there, what a document would lack, and how it is entered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbook.book import Book, id_for
from workbook.changes import Change, change_between
from workbook.identity import derived_id, new_id
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import existing_record, made_record
from workbook.records import RECORD_TYPES, Agreement, Clause, Record, ReportNarrative, Translation

_TEXTS = frozenset({"line", "text"})
IN_AGREEMENTS: Mapping[str, tuple[str, ...]] = {
    "plan": (
        "title", "purpose", "vision", "context", "area", "exclusions", "target_groups", "sustainability_plan",
        "exit_plan",
    ),
    "partners": ("own_objective", "expected_benefit"),
    "objectives": ("statement",),
    "indicators": ("title", "unit"),
    "activities": ("title", "deliverable"),
    "resources": ("title", "conditions"),
    "governance_bodies": ("name", "quorum", "tie_rule", "urgent_rule"),
    "capacity_actions": ("title", "target_group"),
    "risks": ("title", "response"),
    "agreements": ("title", "renewal", "governing_law"),
    "clauses": ("heading", "body"),
}  # fmt: skip
"""The partners' own words that an agreement repeats; the names of partners are the same in every language."""
IN_REPORTS: Mapping[str, tuple[str, ...]] = {
    "plan": ("title", "target_groups"),
    "objectives": ("statement", "status_reason"),
    "indicators": ("title", "unit"),
    "activities": ("title", "deliverable"),
    "resources": ("title",),
    "capacity_actions": ("title", "target_group"),
    "training_sessions": ("title",),
    "risks": ("title", "response"),
    "issues": ("title", "resolution"),
    "challenges": ("title", "response"),
    "decisions": ("title",),
    "reports": ("title", "summary", "achievements", "concerns", "decisions_requested", "next_period", "rating_reason"),
    "report_narratives": ("wording",),
}


@dataclass(frozen=True, slots=True)
class Untranslated:
    """One text that a document in another language would lack: where it stands, and what it says."""

    type: str
    id: str
    field: str
    text: str


def translated(book: Book, type_name: str, record_id: str, name: str, language: str) -> str | None:
    """Return what a field says in a language; None where nobody wrote that down.

    Without a translation for just this place a text in the same language elsewhere is taken: ``fr`` for ``fr-CA``.
    """
    for tag in dict.fromkeys((language, language.partition("-")[0])):
        found = book.one(Translation, derived_id("translations", type_name, record_id, name, tag))
        if found is not None:
            return found.wording
    return None


def speaks(book: Book, language: str) -> bool:
    """Say whether the plan itself is written in this language."""
    return not language or language.partition("-")[0] == (book.plan.language or "en").partition("-")[0]


def lacking_in_agreement(book: Book, agreement: Agreement, language: str) -> tuple[Untranslated, ...]:
    """Return what an agreement in this language would lack, in the order of the plan."""
    clauses = {one.id for one in book.where(Clause, agreement=agreement.id) if not one.left_out}
    only = {"agreements": {agreement.id}, "clauses": clauses}
    return tuple(_lacking(book, IN_AGREEMENTS, language, only))


def lacking_in_report(book: Book, report_id: str, language: str) -> tuple[Untranslated, ...]:
    """Return what a report in this language would lack, in the order of the plan."""
    narratives = {one.id for one in book.where(ReportNarrative, report=report_id)}
    only = {"reports": {report_id}, "report_narratives": narratives}
    return tuple(_lacking(book, IN_REPORTS, language, only))


def _lacking(
    book: Book, fields: Mapping[str, Iterable[str]], language: str, only: Mapping[str, set[str]]
) -> Iterator[Untranslated]:
    if speaks(book, language):
        return
    for type_name, names in fields.items():
        for record in book.records(type_name):
            if type_name in only and record.id not in only[type_name]:
                continue
            for name in names:
                said = str(getattr(record, name) or "").strip()
                if said and translated(book, type_name, record.id, name, language) is None:
                    yield Untranslated(type_name, record.id, name, said)


@dataclass
class Translate:
    """Write down what a field of a record says in another language; empty words take that back."""

    type_name: str
    record_id: str
    name: str
    language: str
    wording: str
    title: str = field(default="Translate {field} of {record} ({language})", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type, own = RECORD_TYPES["translations"], RECORD_TYPES[self.type_name]
        record: Record = existing_record(book, own, self.record_id)
        declared = own.by_name[self.name]
        label = book.label(self.type_name, record.id)
        if declared.kind not in _TEXTS or declared.internal or declared.fixed or self.name == "code":
            raise Refused(Problem(f"{declared.title} of {label} holds no words to be translated.", label))
        key = {"record_type": self.type_name, "record_id": record.id, "field": self.name, "language": self.language}
        held = book.get("translations", id_for(record_type, key, new_id))
        self.values = {"field": declared.title, "record": label, "language": self.language}
        made = None
        if self.wording.strip():
            made = made_record(book, record_type, {**key, "wording": self.wording}, held.id if held else "")
        change = change_between(record_type, held, made)
        return () if change is None else (change,)
