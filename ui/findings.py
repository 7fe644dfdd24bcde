"""What the structure checks say, kept up to date a moment after each change, and looked up by record and field."""

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from ui.bridge import Bridge
from workbook.book import PLAN_ID, Book
from workbook.changes import Change, ChangeSet
from workbook.checks import Checker, Finding, Score, question_scores, scores
from workbook.records import RECORD_TYPES, Seal
from workbook.sealing import sealed_books

SEVERITIES = ("error", "warning", "information")
SEVERITY_WORDS = {"error": "To settle", "warning": "To look at", "information": "Good to know"}


def in_words(found: Finding) -> str:
    """Say a finding in one line, its weight in words and not only in colour."""
    return f"{SEVERITY_WORDS[found.severity]}: {found.title}"


AT_ONCE = 2_000
"""Records that are looked at without anybody noticing; more of them on a thread of their own."""


class _Look(QThread):
    """Looks at a whole book, which nobody can change under it."""

    def __init__(self, checker: Checker, book: Book, sealed: frozenset[str], parent: QObject) -> None:
        super().__init__(parent)
        self.checker, self.book, self.sealed = checker, book, sealed
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.checker.run(self.book)
        except Exception as error:  # noqa: BLE001 - handed to the window, which knows what to do with a fault
            self.error = error


class Findings(QObject):
    """Runs the checks after a change has been shown; only what the change can matter for is looked at again."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.all: tuple[Finding, ...] = ()
        self.open: tuple[Finding, ...] = ()
        self._checker: Checker | None = None
        self._sealed: frozenset[str] = frozenset()
        self._pending: list[Change] = []
        self._look: _Look | None = None
        self._by_record: dict[tuple[str, str], list[Finding]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.refresh)
        bridge.changed.connect(self._on_changed)

    def of_record(self, type_name: str, record_id: str) -> list[Finding]:
        """Return what is open about a record, the heaviest first."""
        return self._by_record.get((type_name, record_id), [])

    def of_field(self, type_name: str, record_id: str, field: str) -> tuple[Finding, ...]:
        return tuple(found for found in self.of_record(type_name, record_id) if found.field == field)

    def count(self, types: tuple[str, ...]) -> int:
        return sum(found.type in types for found in self.open)

    @property
    def is_ready(self) -> bool:
        """Say whether the whole plan has been looked at; a large one takes a moment."""
        return self._checker is not None

    def foundations(self) -> dict[str, Score]:
        return scores(self.bridge.book, self.all, self._unjudged)

    def questions(self) -> dict[str, Score]:
        return question_scores(self.bridge.book, self.all, self._unjudged)

    def refresh(self) -> None:
        """Bring the findings up to the book as it stands, or set out to where that takes time."""
        self._timer.stop()
        if self._look is not None:
            return
        book, sealed = self.bridge.book, _sealed(self.bridge.book)
        is_much = len(self._pending) > AT_ONCE
        if is_much or self._checker is None or sealed != self._sealed or self._checker.as_of != self.bridge.today():
            states = sealed_books(self.bridge.workbook.history, book, self.bridge.workbook.seq)
            checker = Checker(self.bridge.today(), states)
            if sum(book.count(name) for name in RECORD_TYPES) > AT_ONCE:
                self._look_aside(checker, sealed)
                return
            self._checker, self._sealed = checker, sealed
            self.all = checker.run(book)
        else:
            self.all = self._checker.update(book, self._pending)
        self._pending = []
        self._arrange()
        self.changed.emit()

    def close(self) -> None:
        """Wait for what is being looked at, and do nothing with it."""
        self._timer.stop()
        look, self._look = self._look, None
        if look is not None:
            look.wait()

    def _look_aside(self, checker: Checker, sealed: frozenset[str]) -> None:
        """Look at a large plan on a thread of its own; what changes meanwhile is looked at afterwards."""
        self._pending = []
        self._look = _Look(checker, self.bridge.book, sealed, self)
        self._look.finished.connect(self._on_looked)
        self._look.start()

    def _on_looked(self) -> None:
        look, self._look = self._look, None
        if look is None:
            return
        look.deleteLater()
        if look.error is not None:
            raise look.error
        self._checker, self._sealed = look.checker, look.sealed
        self.refresh()

    @property
    def _unjudged(self) -> frozenset[str]:
        return self._checker.unjudged if self._checker is not None else frozenset()

    def _arrange(self) -> None:
        self.open = tuple(found for found in self.all if not found.accepted)
        self._by_record = {}
        for found in sorted(self.open, key=lambda one: SEVERITIES.index(one.severity)):
            record_id = PLAN_ID if found.type == "plan" else found.id
            self._by_record.setdefault((found.type, record_id), []).append(found)

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        self._pending += change_set.changes
        self._timer.start()


def _sealed(book: Book) -> frozenset[str]:
    return frozenset(seal.id for seal in book.all(Seal))
