"""The lines of a returned tracker for the review: which filters find them, in which colour, and what choosing means."""

from functools import partial

from ui.reviewing.lines import ReviewColumn, ReviewLine, SideWords
from workbook.formats import Formats
from workbook.merging.conflicts import Key
from workbook.returning.deciding import Offered, is_open, key_of, usual_side
from workbook.returning.edits import MissingRow, NewRow
from workbook.returning.preview import Compared, Preview
from workbook.returning.telling import Line, Teller, groups_of, lines_of

GROUPS = {
    "conflict": "Changed here too",
    "guess": "Guesses",
    "missing": "Rows taken out",
    "change": "Changes",
    "new": "New rows",
    "left": "Not taken",
}
COLUMNS = (
    ReviewColumn("side", "What counts", 126),
    ReviewColumn("place", "Where", 124),
    ReviewColumn("record", "Record", 200),
    ReviewColumn("field", "Field", 106),
    ReviewColumn("was", "Was"),
    ReviewColumn("theirs", "Theirs"),
    ReviewColumn("ours", "Ours now"),
    ReviewColumn("standing", "How it stands", 200),
)
WORDS = SideWords("Theirs", "Ours", "Not taken")
_NEW = SideWords("Take it in", "Leave it out", "Not decided")
_GONE, _STAYS = SideWords("Close it", "Keep it", "Not decided"), SideWords("Close it", "Keep it", "Stays")
_UNDECIDED, _SAME = SideWords("Theirs", "Ours", "Not decided"), SideWords("Theirs", "Ours", "No change")
_TONES = {"conflict": "warning", "guess": "warning", "missing": "warning", "left": "error", "new": "good"}


def review_lines(preview: Preview, formats: Formats) -> list[ReviewLine]:
    """Return everything that a tracker says as lines of a review, each told when it is looked at."""
    teller = Teller(preview, formats)
    return [_review_line(line, number, teller) for number, line in enumerate(lines_of(preview))]


def _review_line(line: Line, number: int, teller: Teller) -> ReviewLine:
    groups = groups_of(line)
    tone = next((_TONES[group] for group in _TONES if group in groups), "muted" if "same" in groups else "information")
    tell = partial(teller.told, line)
    if isinstance(line, Compared | MissingRow | NewRow):
        detail = partial(_values, teller, line) if isinstance(line, NewRow) else None
        return ReviewLine(key_of(line), groups, tone, usual_side(line), is_open(line), _words(line), tell, detail)
    nowhere: Key = ("", str(number), "")
    return ReviewLine(nowhere, groups, tone, "ours", False, WORDS, tell)


def _values(teller: Teller, new: NewRow) -> str:
    return "\n".join(f"{title}: {text}" for title, text in teller.values(new))


def _words(line: Offered) -> SideWords:
    if isinstance(line, NewRow):
        return _NEW
    if isinstance(line, MissingRow):
        return _GONE if line.field else _STAYS
    return _UNDECIDED if line.is_open else _SAME if line.standing == "same" else WORDS
