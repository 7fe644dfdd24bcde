"""What becomes of files that are dropped on the window: a workbook opens, a plan begins one, others are attached."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from storage import SUFFIX
from ui.attachments.kinds import is_attachable
from ui.attachments.part import AttachmentsPart
from ui.bringing_in.spreadsheets import SUFFIXES, Spreadsheets
from ui.desk import Say
from ui.dialogs.confirm import confirm
from ui.dialogs.problem import ProblemDialog
from ui.forms.record_form import RecordForm
from ui.merging.together import Together
from ui.opening import Opening
from ui.session import Session
from ui.trackers.home import TrackersHome

_BRING, _OPEN, _ROWS, _ATTACH = "bring", "open", "rows", "attach"
_PLANS = (".json", ".yaml", ".yml")


class Readers(NamedTuple):
    """What reads spreadsheets: those that people have already, and our own trackers that come back."""

    spreadsheets: Spreadsheets
    trackers: TrackersHome


class Dropped:
    """Asks before anything is made or attached; a workbook opens, or is brought together with the one that is open."""

    def __init__(self, opening: Opening, together: Together, readers: Readers, say: Say, window: QWidget) -> None:
        self._opening, self._together, self._say, self._window = opening, together, say, window
        self._spreadsheets, self._trackers = readers

    def take(self, paths: Sequence[Path], session: Session | None) -> None:
        """Do what these files are for, or say in one sentence why nothing is done with them."""
        first = paths[0]
        own = [path for path in paths if path.suffix.casefold() in (SUFFIX, *_PLANS)]
        back = [path for path in paths if is_returned(path)]
        if own and len(paths) > 1:
            self._say("Drop one workbook or one plan at a time; other files can come together.", "warning")
        elif first.suffix.casefold() == SUFFIX:
            self._open_or_bring(first, session)
        elif own:
            self._begin_with(first)
        elif back:
            self._take_in(paths, back, session)
        elif len(paths) == 1 and first.suffix.casefold() in SUFFIXES:
            self._bring_in_or_attach(first, session)
        elif all(is_attachable(path) for path in paths):
            self._attach(paths, session)
        else:
            odd = next(path.name for path in paths if not is_attachable(path))
            said = f"{odd} is neither a workbook, nor a plan, nor a document or picture"
            self._say(f"{said}; if it belongs to a record, choose that record and use “Attach file…”.", "warning")

    def _take_in(self, paths: Sequence[Path], back: Sequence[Path], session: Session | None) -> None:
        """Trackers that came back are looked at one after the other."""
        if session is None:
            self._say(f"To take in {back[0].name}, open its workbook first, and drop it again.", "warning")
        elif len(back) < len(paths):
            odd = next(path.name for path in paths if path not in back)
            self._say(f"{odd} is no tracker of ours; drop the returned trackers by themselves.", "warning")
        else:
            self._trackers.begin(session, back)

    def _open_or_bring(self, path: Path, session: Session | None) -> None:
        if session is None or session.opened.read_only:
            self._opening.open(path)
            return
        title = f"What about {path.name}?"
        said = f"If it is a copy of “{session.opened.path.name}”, what was done in it can be brought in here."
        ways = {_BRING: "Bring together…", _OPEN: "Open it instead"}
        dialog = ProblemDialog(title, said, self._window, ways, ("arrows-in-line-horizontal", "accent"))
        dialog.exec()
        wish = dialog.wish
        dialog.deleteLater()
        if wish == _BRING:
            self._together.begin(session, path)
        elif wish == _OPEN:
            self._opening.open(path)

    def _bring_in_or_attach(self, path: Path, session: Session | None) -> None:
        """A spreadsheet may hold rows for the plan, or belong to a record as it is."""
        if session is None:
            self._say(f"To bring in the rows of {path.name}, open a workbook first, and drop it again.", "warning")
            return
        ways = {_ROWS: "Bring in its rows…"}
        ways |= {_ATTACH: "Attach the file"} if is_attachable(path) and chosen_part(session) is not None else {}
        if len(ways) == 1:
            self._spreadsheets.begin(session, path)
            return
        title, said = f"What about {path.name}?", "Its rows can become records of the plan; nothing is changed unasked."
        dialog = ProblemDialog(title, said, self._window, ways, ("table", "accent"))
        dialog.exec()
        wish = dialog.wish
        dialog.deleteLater()
        if wish == _ROWS:
            self._spreadsheets.begin(session, path)
        elif wish == _ATTACH:
            self._attach([path], session)

    def _begin_with(self, plan: Path) -> None:
        said = f"{plan.name} may hold a plan. A new workbook can be made from it; the file itself stays as it is."
        if confirm("Make a new workbook from this plan?", said, "Make a workbook", self._window):
            self._opening.make_from_plan(plan)

    def _attach(self, paths: Sequence[Path], session: Session | None) -> None:
        part = chosen_part(session)
        what = paths[0].name if len(paths) == 1 else f"{len(paths)} files"
        if session is None or part is None:
            where = "open a workbook" if session is None else "choose the record"
            self._say(f"To keep {what} as an attachment, {where} that it belongs to, and drop it again.", "warning")
            return
        record = session.bridge.book.label(part.type_name, part.record_id)
        said = f"{what} will be kept inside the workbook, with {record}. It can be undone."
        if confirm("Attach to this record?", said, "Attach", self._window):
            part.attacher.attach(part.type_name, part.record_id, paths)


def is_returned(path: Path) -> bool:
    """Say whether a file is a tracker of ours."""
    if path.suffix.casefold() != ".xlsx":
        return False
    from exports.tracker.taking import is_tracker  # openpyxl comes with it

    return is_tracker(path)


def chosen_part(session: Session | None) -> AttachmentsPart | None:
    """Return the attachments of the record that the page in front shows, if it shows one."""
    if session is None or session.page is None:
        return None
    for form in session.page.findChildren(RecordForm):
        if form.isVisible() and form.attachments is not None and form.attachments.record_id:
            return form.attachments
    return None
