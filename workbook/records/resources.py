"""What is needed and what is brought: one ledger of needs, offers and commitments."""

import datetime
from decimal import Decimal
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, day, flag, line, money, number, reference, text
from workbook.money import Money
from workbook.records.base import Record, record


@record("resources", "Resource", "Resources", label="title", code="R", help="Needs, offers and commitments.")
class Resource(Record, frozen=True, gc=False):
    """One line of the ledger; also the budget line, with what was planned beside what was delivered (domain.md 4.2)."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Resource", "What exactly, in a few words.", required=True)] = ""
    kind: Annotated[str | None, choice("Need or offer", terms.RESOURCE_KINDS, required=True)] = None
    category: Annotated[str | None, choice("Category", terms.RESOURCE_CATEGORIES, expected=True)] = None
    type: Annotated[str | None, choice("Cash or in kind", terms.CONTRIBUTION_TYPES, expected=True)] = None
    activity: Annotated[str | None, reference("Activity", "activities")] = None
    objective: Annotated[str | None, reference("Objective", "objectives")] = None
    provider: Annotated[str | None, reference("Provider", "partners", "Who brings it.", expected=True)] = None
    recipient: Annotated[str | None, reference("Recipient", "partners")] = None
    covers: Annotated[str | None, reference("Covers the need", "resources", "The need that this line answers.")] = None
    status: Annotated[str | None, choice("Status", terms.RESOURCE_STATUSES, expected=True)] = None
    quantity: Annotated[Decimal | None, number("Quantity", minimum=0)] = None
    unit: Annotated[str | None, choice("Unit", terms.UNITS)] = None
    rate: Annotated[Money | None, money("Rate for one unit")] = None
    value: Annotated[
        Money | None, money("Value", "For in-kind, leave empty to use quantity times rate.", expected=True)
    ] = None
    basis: Annotated[str | None, choice("Valued by", terms.VALUATION_BASES)] = None
    available_from: Annotated[datetime.date | None, day("Available from")] = None
    due: Annotated[datetime.date | None, day("Due", expected=True)] = None
    restricted: Annotated[bool, flag("Restricted", "May be used for one purpose only.")] = False
    conditions: Annotated[str, text("Conditions")] = ""
    planned_value: Annotated[Money | None, money("Budget", "Kept unchanged once agreed.")] = None
    delivered_quantity: Annotated[Decimal | None, number("Delivered quantity", minimum=0)] = None
    delivered_value: Annotated[Money | None, money("Delivered value")] = None
    delivered_on: Annotated[datetime.date | None, day("Delivered on")] = None
    evidence: Annotated[str, line("Evidence", "Timesheet, letter, invoice or appraisal, and where it is kept.")] = ""
    agreement: Annotated[str | None, reference("Agreement", "agreements", "The agreement that commits it.")] = None
    period: Annotated[str, line("Budget period", "Such as 2027 or 2027/28.")] = ""
    source: Annotated[str, line("Source")] = ""
    note: Annotated[str, text("Notes")] = ""
