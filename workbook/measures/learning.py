"""Before and after, session by session and action by action, without showing what a single person answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import Book
from workbook.measures.capacity import CompetenceChange, competence_change, held_sessions
from workbook.measures.figure import mean
from workbook.records import CapacityAction, Record, TrainingSession

FEWEST_SHOWN = 3
"""Below this many answers a mean would tell what one person said."""


@dataclass(frozen=True, slots=True)
class Learning:
    """What changed in one session, or in all sessions of an action.

    `rated` holds the ratings of the participants from 1 to 5; `test_before` and `test_after` are means of test results
    in percent, as the sessions say them.
    """

    of: Record
    rated: CompetenceChange
    test_before: Decimal | None
    test_after: Decimal | None

    @property
    def is_shown(self) -> bool:
        """Enough people gave both ratings for their mean to be shown."""
        return self.rated.people >= FEWEST_SHOWN

    @property
    def test_change(self) -> Decimal | None:
        """Percentage points from the test before to the test after."""
        if self.test_before is None or self.test_after is None:
            return None
        return self.test_after - self.test_before


def by_session(book: Book) -> tuple[Learning, ...]:
    """Return the sessions in which somebody looked at before and after."""
    found = (_learning(book, session, (session,)) for session in held_sessions(book))
    return tuple(one for one in found if _was_looked_at(one))


def by_action(book: Book) -> tuple[Learning, ...]:
    """Return the actions in whose sessions somebody looked at before and after."""
    found = (
        _learning(book, action, held_sessions(book, book.where(TrainingSession, action=action.id)))
        for action in book.all(CapacityAction)
        if action.status != "cancelled"
    )
    return tuple(one for one in found if _was_looked_at(one))


def _learning(book: Book, of: Record, sessions: tuple[TrainingSession, ...]) -> Learning:
    both = [s for s in sessions if s.before is not None and s.after is not None]
    alike: Sequence[TrainingSession] = (
        both or sessions
    )  # a mean of before and one of after must be of the same sessions
    before = mean(s.before for s in alike if s.before is not None)
    after = mean(s.after for s in alike if s.after is not None)
    return Learning(of, competence_change(book, sessions), before, after)


def _was_looked_at(one: Learning) -> bool:
    return bool(one.rated.people) or one.test_before is not None or one.test_after is not None
