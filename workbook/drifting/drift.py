"""One difference between what was signed and what the plan says now, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbook.drifting.classes import Weight
from workbook.wording import Sentence, source

GROUPS: Mapping[str, str] = {
    "parties": source("Parties"),
    "objectives": source("Objectives and results"),
    "responsibilities": source("Responsibilities"),
    "contributions": source("Contributions"),
    "dates": source("Dates"),
    "governance": source("Governance"),
    "terms": source("Terms and wording"),
}
"""Under which headings differences are shown, in this order."""

ADDED = source("{record} is new since it was agreed.")
REMOVED = source("{record} was agreed, and the plan no longer has it.")
EDITED = source("{record}: {field} was {before} and is now {after}.")
FILLED = source("{record}: {field} was open and is now {after}.")
EMPTIED = source("{record}: {field} was {before} and is now open.")
JOINS = source("{record} joins.")
LEAVES = source("{record} leaves.")
BROUGHT = source("{record} from {partner}, worth {after}, is new since it was agreed.")
WITHDRAWN = source("{record} from {partner}, worth {before}, was agreed, and the plan no longer has it.")
AMOUNT = source("{record} from {partner} was {before} and is now {after}.")


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference: under which heading, how it is weighed, at which record and field, and what it was and is.

    `text` is a source sentence whose braces `values` fill. `before` and `after` are as people read them, empty where
    there was or is nothing.
    """

    group: str
    weight: Weight
    type: str
    id: str
    field: str
    title: str
    before: str
    after: str
    text: str
    values: tuple[tuple[str, str], ...]

    @property
    def kind(self) -> str:
        return self.weight.name

    @property
    def is_material(self) -> bool:
        return self.weight.materiality == "material"

    @property
    def sentence(self) -> Sentence:
        return Sentence(self.text, **dict(self.values))
