"""Runs the window: opens and closes workbooks in it, carries out its actions and keeps what it shows up to date."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from storage import OpenWorkbook
from ui import files
from ui.actions import Situation
from ui.bringing_in.spreadsheets import Spreadsheets
from ui.dialogs.about import AboutDialog, KeysDialog
from ui.dialogs.confirm import confirm
from ui.dialogs.locked import LockedDialog
from ui.documents.offered import DOCUMENTS
from ui.dropping import Dropped, Readers, chosen_part
from ui.exporting.runs import Exports
from ui.faults import catch_faults
from ui.icons import icon
from ui.main_window import TITLE, MainWindow
from ui.merging.noticing import Noticing
from ui.merging.together import Together
from ui.opening import Opening
from ui.pages.start_page import StartPage
from ui.palette import Palette
from ui.recent_menu import RecentMenu
from ui.sections import SECTIONS
from ui.session import Session
from ui.trackers.home import TrackersHome
from ui.trackers.sending import Sending
from ui.unkept import in_a_sentence
from ui.widgets.message_bar import MessageBar
from ui.wishes import Wishes
from workbook.changes import ChangeSet
from workbook.operations import Problem


class Workspace(QObject):
    """The one place that knows the window, the open workbook and the person's wishes at the same time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.preferences = window, window.preferences
        self.session: Session | None = None
        self.start_page = StartPage(self.preferences)
        self.message = MessageBar()
        self.exports = Exports(self.message.say, self.preferences, window)
        self.opening = Opening(window, self.message.say, self.may_leave, self._show_session, self._is_open_here)
        self.together = Together(self.message.say, self._on_copy_settled, window)
        self.noticing = Noticing(self.preferences, self.message.say, self.together.begin, window)
        self.spreadsheets = Spreadsheets(self.message.say, window)
        self.trackers = TrackersHome(self.message.say, window)
        self.sending = Sending(self.message.say, window)
        readers = Readers(self.spreadsheets, self.trackers)
        self.dropped = Dropped(self.opening, self.together, readers, self.message.say, window)
        self.wishes = Wishes(window, lambda: self.session)
        self._handlers = self._make_handlers()
        self._connect()
        window.may_close = self.may_leave
        self.wishes.show_themes()

    def begin(self, path: Path | None) -> None:
        """Fill the window once it stands there: with a workbook, or with the start screen."""
        catch_faults(self)
        self.window.setWindowIcon(icon("handshake", "accent"))
        self.window.actions_by_id.show_icons()
        self.window.navigation.show_icons()
        self.window.top_bar.show_icons()
        if path is None or not self.open(path):
            self.show_start()

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a workbook in place of the one that is shown; says why not, and then nothing has changed."""
        return self.opening.open(path, read_only=read_only)

    def show_start(self) -> None:
        """Close the workbook, if one is open, and offer the ways to begin."""
        self._let_go()
        self.start_page.show_recent()
        self.window.show_frame(with_workbook=False)
        self.window.stack.setCurrentWidget(self.start_page)
        self.window.setWindowTitle(TITLE)
        self.window.setWindowFilePath("")
        self.start_page.setFocus()
        self._show_situation()

    def run(self, action_id: str) -> None:
        """Carry out an action by its id: the page in front goes first, because it knows what is meant."""
        page = self.session.page if self.session is not None else None
        offered = page.offers() if page is not None else {}
        handler = offered.get(action_id) or self._handlers.get(action_id)
        if handler is not None:
            handler()

    def may_leave(self) -> bool:
        """Ask before text is left behind that stands in a field and could not be kept."""
        if self.session is None:
            return True
        self.session.commit()
        unkept = self.session.unkept()
        if not unkept or confirm("Leave this behind?", in_a_sentence(unkept), "Leave it behind", self.window):
            return True
        self.session.go_to(*unkept[0][:3])
        return False

    def close(self) -> None:
        """Close everything that is open, with the window."""
        self._let_go()

    def _is_open_here(self, path: Path) -> bool:
        return self.session is not None and self.session.is_working_on(path)

    def _make_handlers(self) -> dict[str, Callable[[], object]]:
        handlers: dict[str, Callable[[], object]] = {
            **self.wishes.handlers(),
            "new": self._new,
            "open": self.opening.choose,
            "start": self._leave,
            "quit": self.window.close,
            "attach": self._attach,
            "take_in_tracker": lambda: self.trackers.choose(self.session) if self.session is not None else None,
            "send_trackers": self._send_trackers,
            "bring_together": lambda: self.together.choose(self.session) if self.session is not None else None,
            "bring_in": lambda: self.spreadsheets.choose(self.session) if self.session is not None else None,
            "undo": self._undo,
            "redo": self._redo,
            "search": self._search,
            "section_previous": lambda: self._step_section(-1),
            "section_next": lambda: self._step_section(1),
            "back": lambda: self.session.back() if self.session is not None else None,
            "keys": lambda: KeysDialog(self.window).exec(),
            "about": lambda: AboutDialog(self.window).exec(),
        }
        for what in DOCUMENTS:
            handlers[f"export_{what}"] = partial(self._export, what)
        return handlers

    def _leave(self) -> None:
        if self.may_leave():
            self.show_start()

    def _connect(self) -> None:
        self.window.stack.addWidget(self.start_page)
        self.window.messages.addWidget(self.message)
        for bar in (self.exports.bar, self.sending.bar, self.spreadsheets.bar, self.trackers.bar):
            self.window.messages.addWidget(bar)
        self.window.action_requested.connect(self.run)
        self.window.section_requested.connect(self._on_section_requested)
        self.window.files_dropped.connect(lambda paths: self.dropped.take(paths, self.session))
        self.window.closing.connect(self.close)
        self.start_page.new_requested.connect(self._new)
        self.start_page.example_requested.connect(lambda: self.opening.make(files.EXAMPLE))
        self.start_page.open_requested.connect(self.opening.choose)
        self.start_page.file_requested.connect(lambda path: self.open(Path(path)))
        self.start_page.forget_requested.connect(self._forget)
        self.start_page.pin_requested.connect(self._pin)
        self.window.add_after("open", RecentMenu(self.preferences, self.open, self.start_page.show_recent, self.window))

    def _show_session(self, opened: OpenWorkbook) -> None:
        self._let_go()
        say, send = self.message.say, self._send_trackers
        session = Session(opened, self.window.stack, self.preferences, say, self.run, send, self)
        self.session = session
        session.bridge.changed.connect(self._on_changed)
        session.bridge.refused.connect(self._on_refused)
        session.findings.changed.connect(self._show_badges)
        session.place_changed.connect(self._show_situation)
        self.message.hide()
        self.window.show_frame(with_workbook=True)
        self._show_titles()
        session.open_section("overview")
        self.window.navigation.setFocus()
        session.findings.refresh()
        self._show_kept()
        if not opened.read_only:
            self.preferences.opened(opened.path)
        if opened.notices:
            shown = (("Show locked records…", self._show_locked),) if opened.workbook.book.locked else ()
            self.message.say(" ".join(opened.notices), "warning", *shown)
        if not opened.notices and not self.preferences.operator_confirmed:
            said = f"Your changes will be signed “{self.preferences.operator}”."
            self.message.say(said, "information", ("Change name…", self.wishes.ask_name))
            self.preferences.operator_confirmed = True
            self.preferences.save()
        self.noticing.look(session)

    def _show_locked(self) -> None:
        if self.session is not None:
            dialog = LockedDialog(self.session.bridge.book.locked, self.window)
            dialog.exec()
            dialog.deleteLater()

    def _on_copy_settled(self, path: Path) -> None:
        self.noticing.leave(path)

    def _let_go(self) -> None:
        self.exports.cancel()
        self.together.stop()
        self.noticing.stop()
        self.spreadsheets.stop()
        self.trackers.stop()
        self.sending.stop()
        if self.session is not None:
            session, self.session = self.session, None
            session.close()
            self.message.hide()  # what it offers leads into pages that are gone

    def rescue(self, path: Path) -> None:
        """Open what can be read of a damaged workbook, in a new file beside it, and say what came over."""
        self.opening.rescue(path)

    def _new(self) -> None:
        if self.opening.make() and self.session is not None:
            self.session.open_section("partnership")
            if self.session.page is not None:
                self.session.page.enter()

    def _attach(self) -> None:
        part = chosen_part(self.session)
        if part is not None:
            part.choose()
        else:
            self.message.say("Choose the record that the file belongs to, and then attach it.", "warning")

    def _forget(self, path: str) -> None:
        self.preferences.forget(path)
        self.start_page.show_recent()

    def _pin(self, path: str) -> None:
        self.preferences.pin(path)
        self.start_page.show_recent()

    def _undo(self) -> None:
        self._say_step(self.session.bridge.undo() if self.session is not None else None)

    def _redo(self) -> None:
        self._say_step(self.session.bridge.redo() if self.session is not None else None)

    def _say_step(self, done: ChangeSet | None) -> None:
        if done is not None:
            step = done.values.get("step", done.title)
            word = "Done again" if done.operation.startswith("Redo") else "Undone"
            self.message.say(f"{word}: {step}")

    def _search(self) -> None:
        if self.session is not None:
            palette = Palette(self.session.desk, self.session.search, self.window.actions_by_id, self.run, self.window)
            palette.exec()
            palette.deleteLater()

    def _step_section(self, step: int) -> None:
        if self.session is not None:
            keys = [section.key for section in SECTIONS]
            key = keys[(keys.index(self.session.section) + step) % len(keys)]
            stays = self.window.navigation.hasFocus()
            (self.session.open_section if stays else self.session.enter_section)(key)

    def _export(self, what: str) -> None:
        if self.session is not None:
            self.session.commit()
            page = self.session.page
            in_front = page.in_front(DOCUMENTS[what].of) if page is not None else ""
            self.exports.ask(what, self.session.desk, self.session.opened.workbook_id, in_front)

    def _send_trackers(self, chosen: Collection[str | None] = ()) -> None:
        """Ask to whom trackers go: to those that are meant, else to the partner in front, if there is one."""
        if self.session is not None:
            page = self.session.page
            in_front = page.in_front("partners") if page is not None else ""
            self.sending.ask(self.session, chosen or ((in_front,) if in_front else ()))

    def _show_titles(self) -> None:
        if self.session is None:
            return
        plan = self.session.bridge.book.plan
        self.window.top_bar.show_workbook(plan.title, plan.municipality)
        self.window.setWindowTitle(plan.title or self.session.opened.path.stem)
        self.window.setWindowFilePath(str(self.session.opened.path))

    def _show_kept(self) -> None:
        if self.session is None:
            return
        opened = self.session.opened
        state = "A copy, for reading only" if opened.read_only else "Everything is on disk"
        self.window.kept.setText(f"{state}   ·   {opened.path.name}   ·   change {opened.workbook.seq}")
        self.window.kept.setToolTip(str(opened.path))

    def _show_situation(self) -> None:
        session = self.session
        if session is None:
            self.window.actions_by_id.update(Situation())
            return
        self.window.navigation.show_section(session.section)
        undo, redo = session.bridge.workbook.next_undo, session.bridge.workbook.next_redo
        offers = frozenset(session.page.offers()) if session.page is not None else frozenset()
        now = Situation(True, undo.title if undo else "", redo.title if redo else "", offers)
        self.window.actions_by_id.update(now)

    def _show_badges(self) -> None:
        if self.session is not None:
            counts = {one.key: self.session.findings.count(one.types) for one in SECTIONS if one.key != "history"}
            self.window.navigation.show_badges(counts)

    def _on_section_requested(self, key: str) -> None:
        if self.session is not None:
            self.session.open_section(key)

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        if any(change.type == "plan" for change in change_set.changes):
            self._show_titles()
        self._show_kept()
        self._show_situation()

    def _on_refused(self, problems: tuple[Problem, ...]) -> None:
        more = f" (and {len(problems) - 1} more)" if problems[1:] else ""
        first = problems[0]
        if first.type and first.id and self.session is not None:
            show = partial(self.session.desk.go_to, first.type, first.id, first.field)
            self.message.say(f"{first.sentence}{more}", "warning", ("Show", show))
        else:
            self.message.say(f"{first.sentence}{more}", "warning")
