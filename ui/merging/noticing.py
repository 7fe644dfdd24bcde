"""Points out copies that a sync folder made beside the open workbook, until they were brought in or left alone."""

from collections.abc import Callable
from pathlib import Path

from ui.desk import Say
from ui.merging.beside import conflicted_copies, mark_of
from ui.preferences import Preferences
from ui.session import Session

_REMEMBERED = 200


class Noticing:
    """What was dealt with is remembered as it was then; a copy that somebody writes to again is pointed out again."""

    def __init__(self, preferences: Preferences, say: Say, begin: Callable[[Session, Path], None]) -> None:
        self._preferences, self._say, self._begin = preferences, say, begin

    def look(self, session: Session) -> None:
        """Offer to bring in the first copy that lies beside the workbook."""
        if session.opened.read_only:
            return
        left = frozenset(self._preferences.copies_left)
        found = [one for one in conflicted_copies(session.opened.path) if mark_of(one) not in left]
        if not found:
            return
        first, more = found[0], len(found) - 1
        others = "" if not more else " There is 1 more." if more == 1 else f" There are {more} more."
        said = (
            f"“{first.name}” lies beside this workbook. It looks like a copy that was made because two people worked "
            f"at the same time; bring it in, so that nothing is lost.{others}"
        )
        bring = ("Bring together…", lambda: self._begin(session, first))
        self._say(said, "warning", bring, ("Leave it", lambda: self.leave(first)))

    def leave(self, path: Path) -> None:
        """Point out this copy no more, as it is now."""
        kept = [one for one in self._preferences.copies_left if one != mark_of(path)]
        self._preferences.copies_left = [*kept, mark_of(path)][-_REMEMBERED:]
        self._preferences.save()
