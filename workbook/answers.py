"""Whose answers may be read: in the cooperation check nobody sees what a single partner said (domain: 7.1).

Every surface that shows records as they are (history, comparisons, search) asks here first.
"""

from collections.abc import Iterable

from workbook.book import Book
from workbook.changes import Change
from workbook.problems import Problem, Refused
from workbook.records import HealthResponse, HealthRound

ANSWERS = "health_responses"
_ROUNDS = "health_rounds"
WITHHELD_FIELDS = frozenset({"score", "comment"})
WITHHELD = "not shown"
"""What stands in place of an answer."""


def may_show_answers(book: Book, round_id: str | None) -> bool:
    """Say whether single answers of a round may be read, because every partner agreed to it beforehand."""
    round_ = book.one(HealthRound, round_id)
    return round_ is not None and round_.show_single


def single_answers(book: Book, round: HealthRound) -> dict[tuple[str, str], HealthResponse]:
    """Return what each partner answered to each statement, where that may be read; else nothing."""
    if not may_show_answers(book, round.id):
        return {}
    held = book.where(HealthResponse, round=round.id)
    return {(one.partner, one.statement): one for one in held if one.partner and one.statement}


def refuse_revealing(book: Book, changes: Iterable[Change]) -> None:
    """Refuse to show answers that were given under the promise that nobody reads them (domain: 7.1).

    What partners agreed to beforehand is known when they answer; so a round may be opened while it has no answers only.
    """
    made = tuple(changes)
    opened = [change.id for change in made if change.type == _ROUNDS and _is_opened(change)]
    gone = {change.id for change in made if change.type == ANSWERS and change.after is None}
    for round_id in opened:
        held = book.where(HealthResponse, round=round_id)
        if any(answer.id not in gone for answer in held):
            label = book.label(_ROUNDS, round_id)
            sentence = (
                f"Single answers of {label} cannot be shown: partners answered because nobody would read them. "
                "Start another round in which they agree to it, or remove its answers first."
            )
            raise Refused(Problem(sentence, label, _ROUNDS, round_id, "show_single"))


def refuse_bringing_back(book: Book, changes: Iterable[Change]) -> None:
    """Refuse to bring removed answers back from the history into a round that was opened since."""
    made = tuple(changes)
    rounds = (change for change in made if change.type == _ROUNDS and change.after is not None)
    switched = {one.id: bool(one.after and one.after.get("show_single")) for one in rounds if _is_switched(one)}
    for change in made:
        if change.type == ANSWERS and change.before is None and change.after is not None:
            round_id = str(change.after.get("round") or "")
            if switched.get(round_id, may_show_answers(book, round_id)):
                label = book.label(_ROUNDS, round_id)
                sentence = f"Removed answers of {label} cannot come back, as its single answers may be shown now."
                raise Refused(Problem(sentence, label, _ROUNDS, round_id, "show_single"))


def _is_switched(change: Change) -> bool:
    return change.before is None or "show_single" in change.before


def _is_opened(change: Change) -> bool:
    before, after = change.before or {}, change.after or {}
    return change.before is not None and bool(after.get("show_single")) and not before.get("show_single")


def is_withheld(book: Book, change: Change, field: str) -> bool:
    """Say whether a changed field is what a single partner answered, in a round that keeps this to itself."""
    if change.type != ANSWERS or field not in WITHHELD_FIELDS:
        return False
    record = book.one(HealthResponse, change.id)
    values = {**(change.before or {}), **(change.after or {})}
    round_id = record.round if record is not None else values.get("round")
    return not may_show_answers(book, round_id if isinstance(round_id, str) else None)
