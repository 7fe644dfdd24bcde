"""What the plan says differently from what was sealed, what each difference asks for, and the way to an amendment."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exports.edition import Progress
from ui.desk import Desk
from ui.layouts import button, column, label, scrolled, wrapping_row
from ui.pages.agreements.asking import new_version
from ui.pages.agreements.chosen import AgreementPanel, Chosen
from ui.pages.agreements.classes_card import ClassesCard
from ui.pages.agreements.words import MATERIALITIES
from ui.preview import Drawing
from ui.widgets.empty_state import EmptyState
from ui.widgets.to_do import ToDo, ToDoCard, holder
from workbook.agreements import ClauseLibrary, DraftAmendment
from workbook.book import Book
from workbook.drifting import GROUPS, Drift, Weight, classified_drift, weights
from workbook.formats import Formats
from workbook.records import Agreement, Seal
from workbook.sealing import baseline_of, main_agreement, sealed_book
from workbook.states import Read
from workbook.vocabularies import DRIFT_ANSWERS
from workbook.vocabularies import MATERIALITIES as WEIGHTS

_NOT_SEALED = (
    "Changes are counted from the sealed document on. Once all have signed and it is sealed, this tab shows what the "
    "plan says differently since then, and whether that needs an amendment."
)
_OUT_OF_REACH = (
    "The state that was sealed cannot be read from the history here; compare it in the copy in which it was sealed, "
    "or check this file."
)
_LONG = 160

Found = tuple[str, Book | None, tuple[Drift, ...]]


class DriftPanel(AgreementPanel):
    """Worked out by a worker each time the plan changed while somebody looks at it."""

    def __init__(self, desk: Desk, chosen: Chosen, show_tab: Callable[[str], object]) -> None:
        super().__init__(desk, chosen)
        self._show_tab = show_tab
        self._sealed: tuple[str, Book | None] = ("", None)
        self.drifts: tuple[Drift, ...] = ()
        self.summary = label("", wrap=True)
        self.amend = button("Draft amendment", "primary", "Begin the next amendment, with these changes in its table")
        self.renew = button("Begin the next version", "", "Make a new version that takes its place when it is signed")
        self.groups = {key: ToDoCard(title, "") for key, title in GROUPS.items()}
        self.classes = ClassesCard(desk)
        self.nothing = EmptyState("git-diff", "Nothing is sealed yet", _NOT_SEALED, "Go to signing")
        self.comparing = Drawing(desk.at_end, self)
        self.comparing.drawn.connect(self._on_compared)
        self.comparing.failed.connect(self._on_failed)
        self.amend.clicked.connect(self.draft_amendment)
        self.renew.clicked.connect(self.begin_version)
        self.nothing.action_requested.connect(lambda: show_tab("signing"))
        self._lay_out()
        self.follow()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": lambda: self.chosen.begin(self.window())}
        if self.amend.isVisible():
            found["draft_amendment"] = self.draft_amendment
        return found

    def first(self) -> QWidget:
        return self.amend if self.amend.isVisible() else self.nothing.button

    def show_agreement(self, agreement: Agreement) -> None:
        book, workbook = self.desk.bridge.book, self.desk.bridge.workbook
        seal = baseline_of(book, agreement.id)
        self.parts.setCurrentWidget(self.nothing if seal is None else self.whole_drift)
        self.classes.refresh()
        if seal is None:
            return
        known = self._sealed[1] if self._sealed[0] == seal.id else None
        main = main_agreement(book, agreement)
        reach = partial(_reached, known, workbook.history, book, workbook.seq, seal)
        self.comparing.ask(partial(_compared, reach, seal.id, book, main.id, weights(book), self.desk.bridge.formats))

    def draft_amendment(self) -> None:
        """Begin the next amendment and go there."""
        agreement = self.agreement
        if agreement is None:
            return
        operation = DraftAmendment(agreement.id, _library())
        if self.desk.bridge.do(operation, self):
            self._go_on_with(operation.record_id, "The amendment begins as a draft; its table holds these changes.")

    def begin_version(self) -> None:
        """Begin the next version and go there."""
        made = new_version(self.desk, self.agreement, self) if self.agreement is not None else ""
        if made:
            self._go_on_with(made, "The next version begins as a draft.")

    def _go_on_with(self, agreement_id: str, said: str) -> None:
        self.chosen.choose(agreement_id)
        self._show_tab("compose")
        self.desk.say(said, "information", ("Undo", lambda: self.desk.start("undo")))

    def _on_compared(self, found: Found) -> None:
        seal_id, sealed, self.drifts = found
        self._sealed = (seal_id, sealed)
        seal = self.desk.bridge.book.one(Seal, seal_id)
        self.summary.setText(self._in_short(seal, self.drifts) if sealed is not None else _OUT_OF_REACH)
        for key, card in self.groups.items():
            lines = [self._line(one) for one in self.drifts if one.group == key]
            card.show_all(lines)
            card.setVisible(bool(lines))
        self.amend.setVisible(sealed is not None)
        self.offers_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        raise error

    def _in_short(self, seal: Seal | None, drifts: Iterable[Drift]) -> str:
        found = tuple(drifts)
        at = seal.sealed_at if seal is not None else None
        day = self.desk.bridge.formats.date(at.astimezone().date()) if at is not None else "?"
        if not found:
            return f"Nothing that binds the partners has changed since it was sealed on {day}."
        material = sum(one.is_material for one in found)
        count = "1 change" if len(found) == 1 else f"{len(found)} changes"
        asked = dict.fromkeys(DRIFT_ANSWERS.title(one.weight.asks).lower() for one in found if one.is_material)
        then = f" They ask for: {', '.join(asked)}." if asked else " None of them is material."
        return f"{count} since it was sealed on {day}, {material} of them material.{then}"

    def _line(self, one: Drift) -> ToDo:
        mark, role = MATERIALITIES[one.weight.materiality]
        words = self.desk.bridge.formats.tell(one.sentence)
        if len(words) > _LONG and one.before and one.after:
            words = f"{one.title}\nBefore: {one.before}\nNow: {one.after}"
        weight, asks = WEIGHTS.title(one.weight.materiality), DRIFT_ANSWERS.title(one.weight.asks).lower()
        remark = f"{weight} · {one.weight.title.lower()}" + (f" · asks for: {asks}" if asks != "nothing" else "")
        held = self.desk.bridge.book.get(one.type, one.id) is not None
        lead = partial(self.desk.go_to, one.type, one.id, one.field) if held else None
        return ToDo(words, remark, mark, role, lead=lead, target=one.id + one.field)

    def _lay_out(self) -> None:
        inner = holder()
        box = inner.layout()
        assert isinstance(box, QVBoxLayout)
        feet = wrapping_row()
        feet.addWidget(self.amend)
        feet.addWidget(self.renew)
        feet.addStretch(1)
        box.addWidget(self.summary)
        box.addLayout(feet)
        for card in self.groups.values():
            card.hide()
            box.addWidget(card)
        box.addWidget(self.classes)
        box.addStretch(1)
        self.amend.hide()
        self.whole_drift = scrolled(inner, "Changes since signing")
        self.parts = QStackedWidget()
        self.parts.addWidget(self.whole_drift)
        self.parts.addWidget(self.nothing)
        column(self.body, "").addWidget(self.parts)


def _reached(known: Book | None, read: Read, book: Book, seq: int, seal: Seal) -> Book | None:
    return known if known is not None else sealed_book(read, book, seq, seal)


def _compared(
    reach: Callable[[], Book | None],
    seal_id: str,
    book: Book,
    agreement_id: str,
    classes: Mapping[str, Weight],
    formats: Formats,
    _progress: Progress,
) -> Found:
    sealed = reach()
    if sealed is None:
        return seal_id, None, ()
    return seal_id, sealed, classified_drift(sealed, book, agreement_id, classes, formats)


def _library() -> ClauseLibrary:
    from exports.agreement.library import clause_library  # only who drafts needs it read

    return clause_library()
