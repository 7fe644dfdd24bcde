"""What the groups of the register are called, and how a tracker stands, in words with a sign of their own."""

from typing import NamedTuple

from workbook.returning.register import Group, Line


class Look(NamedTuple):
    """A title, an icon and the role of its colour."""

    title: str
    icon: str
    role: str


LOOKS: dict[Group, Look] = {
    "overdue": Look("Overdue", "clock", "error"),
    "out": Look("Out", "paper-plane-tilt", "accent"),
    "returned": Look("Returned", "check-circle", "good"),
    "not_expected": Look("Not expected any more", "x-circle", "muted"),
}


def standing(line: Line) -> str:
    """Say how many days a tracker is late or has left, or why nobody counts."""
    left = line.days_left
    if not line.is_waited_for:
        return "returned" if line.group == "returned" else "not expected"
    if left is None:
        return "no date"
    if left == 0:
        return "due today"
    days = "1 day" if abs(left) == 1 else f"{abs(left)} days"
    return f"{days} late" if left < 0 else f"{days} left"
