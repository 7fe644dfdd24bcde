"""The conflicts of two copies as lines of a review: what has to be decided first, then what rules decide."""

from functools import partial

from ui.reviewing.lines import ReviewColumn, ReviewLine, SideWords
from workbook.formats import Formats
from workbook.merging import Hand, ToldConflict
from workbook.records import RECORD_TYPES
from workbook.returning.telling import Told

GROUPS = {"open": "To be decided", "settled": "Decided by rules"}
COLUMNS = (
    ReviewColumn("side", "What stays", 160),
    ReviewColumn("record", "Record", 200),
    ReviewColumn("field", "Field", 120),
    ReviewColumn("was", "Was"),
    ReviewColumn("theirs", "In the other copy"),
    ReviewColumn("ours", "Here"),
    ReviewColumn("standing", "How it stands", 220),
)
WORDS = SideWords("The other copy's", "What is here", "Not decided")
_SETTLED = SideWords("The other copy's", "What is here", "By itself")
_WHOLE = "The whole record"


def review_lines(told: tuple[ToldConflict, ...]) -> list[ReviewLine]:
    """Return conflicts as lines."""
    return [_review_line(one) for one in sorted(told, key=lambda one: not one.conflict.is_open)]


def hands_of(one: ToldConflict, formats: Formats) -> tuple[str, str]:
    """Say who wrote what stands in the other copy and here, and when."""
    return _hand(one.their_hand, formats), _hand(one.our_hand, formats)


def _review_line(one: ToldConflict) -> ReviewLine:
    conflict = one.conflict
    groups, tone = (frozenset({"open"}), "warning") if conflict.is_open else (frozenset({"settled"}), "information")
    words = WORDS if conflict.is_open else _SETTLED
    return ReviewLine(conflict.key, groups, tone, None, conflict.is_open, words, partial(_told, one))


def _told(one: ToldConflict) -> Told:
    conflict = one.conflict
    reason = f"{one.reason[:1].upper()}{one.reason[1:]}"
    is_written = bool(conflict.field) and RECORD_TYPES[conflict.type].by_name[conflict.field].kind in ("line", "text")
    field = one.field or _WHOLE
    return Told("", one.record, field, one.was, one.theirs, one.ours, reason, f"{reason}.", is_written)


def _hand(hand: Hand | None, formats: Formats) -> str:
    return "as it was" if hand is None else f"{hand.operator}, {formats.moment(hand.at.astimezone())}"
