"""The annexes of an agreement: which ones its wording names, and their letters."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbook.agreements.placeholders import names_in
from workbook.formats import Formats


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex made from the plan. `tables` are those of the library that stand in it when a wording names it."""

    key: str
    title: str
    tables: tuple[str, ...]


ANNEXES = (
    Annex("parties", "Parties", ("parties", "partner_objectives")),
    Annex("objectives", "Shared objectives", ("objectives",)),
    Annex("roles", "Roles and responsibilities", ("roles",)),
    Annex("contributions", "Contributions", ("cash", "in_kind")),
    Annex("work_plan", "Work plan and milestones", ("work_plan",)),
    Annex("capacity", "Capacity building and training", ("capacity",)),
    Annex("indicators", "Indicators", ("indicators",)),
    Annex("risks", "Risks", ("risks",)),
)


def annexes_named(wordings: Iterable[str]) -> tuple[Annex, ...]:
    """Return the annexes that a document's wordings name, in their order."""
    named = {name for wording in wordings for name in names_in(wording)}
    return tuple(annex for annex in ANNEXES if f"annex_{annex.key}" in named)


def annex_letters(annexes: Iterable[Annex], formats: Formats) -> dict[str, str]:
    """Return “Annex A” and so on for each annex, by the placeholder that names it."""
    return {
        f"annex_{annex.key}": formats.say("Annex {letter}", letter=chr(ord("A") + number))
        for number, annex in enumerate(annexes)
    }
