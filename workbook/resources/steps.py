"""From promise to delivery: which state may follow which (domain: 4.4)."""

from workbook.measures.lines import LEFT_STATUSES, state_of
from workbook.records import Resource

LADDER = ("offered", "pledged", "committed", "part_delivered", "delivered", "verified")
"""The states that a promise climbs, from words to filed evidence."""

EXITS = ("withdrawn", "lapsed", "replaced")
"""The ways out: the line is kept, and counted nowhere."""

SHOWN_ORDER = ("needed", *LADDER, *EXITS)

_ENTERED_FROM = {"verified": ("delivered",)}
_ARRIVED = ("delivered", "verified")
_RESUMED_AS = ("offered", "pledged", "committed")


def standing_of(line: Resource) -> str:
    """Return the state in which a line stands; where nobody said, the one in which it is counted."""
    return line.status or state_of(line) or "offered"


def next_state(line: Resource) -> str | None:
    """Return the state that usually comes next, or None at the end of the ladder and outside it.

    After *committed* comes *delivered*: whether all or only a part has arrived is decided by what is recorded.
    """
    here = standing_of(line)
    if line.kind == "need" or here not in LADDER or here == LADDER[-1]:
        return None
    if here == "committed":
        return "delivered"
    return LADDER[LADDER.index(here) + 1]


def steps_from(line: Resource) -> tuple[str, ...]:
    """Return the states that a line may move to.

    Up the ladder steps may be left out, but only what was delivered can be verified. Down it every step is possible,
    to put right what was too hopeful. What has arrived in full can no longer be withdrawn, lapse or be replaced. A
    need only leaves, or comes back.
    """
    here = standing_of(line)
    if line.kind == "need":
        return ("needed",) if here in LEFT_STATUSES else EXITS
    if here in LEFT_STATUSES:
        return (*_RESUMED_AS, *(state for state in EXITS if state != here))
    steps = (state for state in LADDER if state != here and here in _ENTERED_FROM.get(state, (here,)))
    return (*steps, *(() if here in _ARRIVED else EXITS))
