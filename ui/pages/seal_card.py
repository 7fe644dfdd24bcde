"""The document that was sealed: whether it is still what was recorded, and copies of it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.attachments.handing_out import HandingOut
from ui.copies import safe_name
from ui.desk import Desk
from ui.layouts import button, wrapping_row
from ui.widgets.card import Card, Line
from workbook.records import Seal
from workbook.sealing import latest_seal


class SealCard(Card):
    """Shown once a document has a seal; what it says is worked out again when the seal is another."""

    def __init__(self, desk: Desk, type_name: str, parent: QWidget | None = None) -> None:
        super().__init__("Sealed document", parent=parent)
        self.desk, self.type_name = desk, type_name
        self.seal: Seal | None = None
        self._hands = HandingOut(desk, self)
        self.open_button = button("Open a copy", "", "Open the document as it was sealed")
        self.save_button = button("Save as…", "", "Write the sealed document to a file, to the letter")
        self.check_button = button("Check again", "quiet", "Compare the document with what was recorded")
        for tool, step in (
            (self.open_button, self.open_copy),
            (self.save_button, self.save),
            (self.check_button, self.check),
        ):
            tool.clicked.connect(step)
        feet = wrapping_row()
        for tool in (self.open_button, self.save_button, self.check_button):
            feet.addWidget(tool)
        feet.addStretch(1)
        self._box.insertLayout(2, feet)
        self.hide()

    def show_record(self, record_id: str) -> None:
        """Show the last seal of a document, or nothing."""
        seal = latest_seal(self.desk.bridge.book, self.type_name, record_id)
        self.setVisible(seal is not None)
        if seal is not None and seal is not self.seal:
            self.seal = seal
            self.check()

    def check(self) -> None:
        """Say whether the document is what was recorded."""
        if self.seal is None:
            return
        bridge, seal = self.desk.bridge, self.seal
        verdict = bridge.workbook.verdict(seal, bridge.formats)
        at = bridge.formats.date(seal.sealed_at.astimezone().date()) if seal.sealed_at else "?"
        facts = (
            f"Recorded on {at} by {seal.sealed_by or 'somebody'}, from the state after change {seal.state}; "
            f"{bridge.formats.size(seal.size or 0)}, language {seal.language or bridge.book.plan.language or 'en'}."
        )
        lines = [
            Line(bridge.formats.tell(verdict.sentence), role="good" if verdict.holds else "error"),
            Line(facts, role="caption"),
            Line(f"Fingerprint {seal.sha256}", role="caption"),
        ]
        if seal.reason:
            lines.insert(1, Line(f"Sealed before all had signed: {seal.reason}", role="warning"))
        self.show_lines(lines)

    def open_copy(self) -> None:
        """Hand a copy of the sealed document to the desktop."""
        content = self._content()
        known = None if content is None else self._hands.open(self._name(), content)
        if known:
            self.desk.say("A copy was opened; the sealed document stays as it is.")
        elif known is not None:
            self.desk.say("No program for PDF was found.", "warning")

    def save(self) -> None:
        """Write the sealed document where the person says."""
        content = self._content()
        if content is None:
            return
        suggested = Path(self.desk.preferences.export_folder or Path.home()) / self._name()
        path = self._hands.save(content, suggested, "Save the sealed document", "PDF documents (*.pdf)")
        if path is not None:
            self.desk.preferences.export_folder = str(path.parent)

    def _name(self) -> str:
        seal = self.seal
        return safe_name(f"{seal.code} {seal.title}.pdf") if seal is not None else ""

    def _content(self) -> bytes | None:
        return None if self.seal is None else self._hands.content(self.seal.sha256)
