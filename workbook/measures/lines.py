"""One line of the ledger: its worth, what of it has arrived, and the state it is counted in (domain: 4.2-4.4)."""

from workbook.money import Money
from workbook.records import Resource

COMMITTED_STATUSES = frozenset({"committed", "part_delivered", "delivered", "verified"})
ARRIVED_STATUSES = frozenset({"delivered", "verified"})
LEFT_STATUSES = frozenset({"withdrawn", "lapsed", "replaced"})


def value_of(line: Resource) -> Money | None:
    """Return what a line is worth: its value, else quantity times rate; None for what is not valued or not known.

    Domain: in-kind valuation (4.3); what is not valued never enters a total.
    """
    if contribution_type(line) == "non_valued":
        return None
    if line.value is not None:
        return line.value
    if line.quantity is None or line.rate is None:
        return None
    return line.rate.times(line.quantity)


def delivered_value_of(line: Resource) -> Money | None:
    """Return what has arrived of a line, in money; None where that is not known or it has no money value.

    The delivered value where given; else the delivered quantity at the line's rate, or in proportion to its quantity;
    else the whole value once the line is said to be delivered. A part-delivered line without a figure is not guessed.
    """
    if contribution_type(line) == "non_valued":
        return None
    if line.delivered_value is not None:
        return line.delivered_value
    if line.delivered_quantity is not None:
        if line.rate is not None:
            return line.rate.times(line.delivered_quantity)
        if line.value is not None and line.quantity:
            return line.value.times(line.delivered_quantity / line.quantity)
    return value_of(line) if line.status in ARRIVED_STATUSES else None


def contribution_type(line: Resource) -> str | None:
    """Say whether a line is cash, in_kind or non_valued; where nobody said, its category tells, else None."""
    if line.type is not None or line.category is None:
        return line.type
    return {"cash": "cash", "legitimacy": "non_valued"}.get(line.category, "in_kind")


def state_of(line: Resource) -> str | None:
    """Return the one state in which a line is counted: needed, offered, pledged or committed; None if it is out.

    A promise without a status counts by its kind: an offer as offered, a commitment as pledged (nothing says that it
    is signed).
    """
    if line.status in LEFT_STATUSES:
        return None
    if line.kind == "need":
        return "needed"
    if line.status in COMMITTED_STATUSES:
        return "committed"
    if line.status in ("offered", "pledged"):
        return line.status
    return "pledged" if line.kind == "commitment" else "offered"
