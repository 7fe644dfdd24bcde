"""Before and after as bars: the actions in which enough people said it, else those that tested it."""

from collections.abc import Iterable
from decimal import Decimal

from exports.charts import Bar, StackedBars
from workbook.book import Book
from workbook.formats import Formats
from workbook.measures.learning import Learning
from workbook.records import CapacityAction

_MOST = 6
Pair = tuple[str, Decimal, Decimal]


def comparison(learned: Iterable[Learning], book: Book, formats: Formats) -> StackedBars | None:
    """Return two bars for each action, or None where nothing can be compared; one chart holds one scale only."""
    actions = [one for one in learned if isinstance(one.of, CapacityAction)]
    rated = [_pair(one, book, one.rated.before, one.rated.after) for one in actions if one.is_shown]
    tested = [_pair(one, book, one.test_before, one.test_after) for one in actions]
    for pairs, name in ((rated, "mean rating, 1 to 5"), (tested, "mean test result, %")):
        found = [pair for pair in pairs if pair is not None][:_MOST]
        if found:
            return StackedBars((name,), tuple(bar for pair in found for bar in _bars(pair, formats)))
    return None


def _pair(one: Learning, book: Book, before: Decimal | None, after: Decimal | None) -> Pair | None:
    if before is None or after is None:
        return None
    return book.label("capacity_actions", one.of.id), before, after


def _bars(pair: Pair, formats: Formats) -> tuple[Bar, Bar]:
    label, before, after = pair
    return (
        Bar(f"{label}: before", (before,), formats.number(round(before, 1))),
        Bar("after", (after,), formats.number(round(after, 1))),
    )
