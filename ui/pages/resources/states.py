"""The states of a line as they are shown: each with a word and an icon, so that colour is never alone."""

from workbook.vocabularies import RESOURCE_STATUSES

STATE_ICONS = {
    "needed": "circle-dashed",
    "offered": "hand-palm",
    "pledged": "envelope-simple",
    "committed": "handshake",
    "part_delivered": "circle-half",
    "delivered": "package",
    "verified": "checks",
    "withdrawn": "arrow-u-up-left",
    "lapsed": "hourglass",
    "replaced": "swap",
}
COVERAGE = {
    "uncovered": ("Uncovered", "warning-circle", "error"),
    "partly": ("In part", "circle-half", "warning"),
    "covered": ("Covered", "check-circle", "good"),
    "over": ("More than needed", "plus-circle", "information"),
}
"""Word, icon and role of how far a need is answered."""


def state_title(state: str) -> str:
    """Return the word for a state."""
    return RESOURCE_STATUSES.title(state)
