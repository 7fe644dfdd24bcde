"""The part of a record's form that shows its attachments and takes new ones."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from ui.attachments.attacher import Attacher
from ui.attachments.kinds import has_thumbnail, kind_of, thumbnail
from ui.desk import Desk
from ui.icons import icon
from ui.layouts import button, clear, column, label, row
from ui.problems import problems_of
from ui.theme import room, space
from ui.widgets.card import LineButton
from workbook.changes import ChangeSet
from workbook.records import Attachment

_PICTURE = 40
_MOST_SHOWN = 30
_MOST_PICTURES = 60


class AttachmentLine(QWidget):
    """One attachment: what it is, how large, and what can be done with it."""

    def __init__(self, attachment: Attachment, attacher: Attacher, picture: QPixmap | None) -> None:
        super().__init__()
        desk = attacher.desk
        is_here = desk.bridge.workbook.has_content(attachment.sha256)
        icon_name, word = kind_of(attachment.media_type)
        size = desk.bridge.formats.size(attachment.size) if attachment.size is not None and is_here else ""
        words = attachment.name
        if not is_here:
            words += f": kept at {attachment.path}" if attachment.path else ": only its name is in this workbook"
        self.opener = LineButton(words, size, "" if picture else icon_name if is_here else "file-dotted", "muted")
        self.opener.setAccessibleName(f"Open {words}, {word}, {size}".removesuffix(", "))
        self.opener.setToolTip(f"Open a copy of {attachment.name}" if is_here else "")
        self.opener.clicked.connect(lambda: attacher.open(attachment))
        box = row(self, "tight")
        if picture is not None:
            shown = QLabel()
            shown.setFixedSize(_PICTURE, _PICTURE)
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            shown.setPixmap(picture)
            box.addWidget(shown)
        box.addWidget(self.opener, 1)
        self.save = _tool("download-simple", f"Save {attachment.name} as…")
        self.save.setEnabled(is_here)
        self.save.clicked.connect(lambda: attacher.save(attachment))
        self.remove = _tool("trash", f"Remove {attachment.name}; it can be undone")
        self.remove.clicked.connect(lambda: attacher.remove(attachment))
        box.addWidget(self.save)
        box.addWidget(self.remove)


class AttachmentsPart(QWidget):
    """Stands at the end of a form. Files are chosen, dropped on the form or pasted; a picture is pasted as well."""

    def __init__(self, desk: Desk, type_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.type_name, self.record_id = desk, type_name, ""
        self._pictures: dict[str, QPixmap] = {}
        self._shown: tuple[Attachment, ...] | None = None
        self.heading = label("Attachments", "heading")
        self.total = label("", "caption")
        self.lines = column(gap="tight")
        teaching = (
            "Scans, photos and letters stay inside the workbook. Attach a file, drop it on this form, or paste it."
        )
        self.teach = label(teaching, "caption", wrap=True)
        self.attach_button = button("Attach file…", "", "Choose files to keep with this record (Ctrl+Shift+I)")
        self.attach_button.setIcon(icon("paperclip"))
        self.attach_button.clicked.connect(self.choose)
        self.paste_button = button("Paste", "quiet", "Attach the picture or the files on the clipboard (Ctrl+V here)")
        self.paste_button.setAccessibleName("Paste a picture or files as an attachment")
        self.paste_button.clicked.connect(self.paste)
        progress = column(gap="")
        self.attacher = Attacher(desk, progress, self)
        head, feet = row(gap="small"), row(gap="small")
        head.addWidget(self.heading)
        head.addWidget(self.total)
        head.addStretch(1)
        feet.addWidget(self.attach_button)
        feet.addWidget(self.paste_button)
        feet.addStretch(1)
        box = column(self, "small")
        box.addLayout(head)
        box.addLayout(self.lines)
        box.addWidget(self.teach)
        box.addLayout(progress)
        box.addLayout(feet)
        box.addSpacing(space("small"))
        desk.bridge.changed.connect(self._on_changed)

    def show_record(self, record_id: str) -> None:
        """Show what is attached to a record."""
        self.record_id = record_id
        self.refresh()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+V from pasting cells of the table while the focus is here."""
        if not isinstance(event, QKeyEvent) or not event.matches(QKeySequence.StandardKey.Paste):
            return super().event(event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.paste()
        return True

    def choose(self) -> None:
        if self.record_id:
            self.attacher.choose(self.type_name, self.record_id)

    def paste(self) -> None:
        """Attach what lies on the clipboard."""
        if self.record_id and not self.attacher.paste(
            self.type_name, self.record_id, QGuiApplication.clipboard().mimeData()
        ):
            self.desk.say("There is no picture and no file on the clipboard; copy one first.", "warning")

    def refresh(self) -> None:
        """Write the list anew where it has changed."""
        found = self.desk.bridge.book.where(Attachment, record_id=self.record_id) if self.record_id else ()
        if found == self._shown:
            return
        self._shown = found
        clear(self.lines)
        for attachment in found[:_MOST_SHOWN]:
            self.lines.addWidget(AttachmentLine(attachment, self.attacher, self._picture(attachment)))
        if len(found) > _MOST_SHOWN:
            more = button(f"All {len(found)} attachments are listed under Reports", "quiet")
            more.clicked.connect(partial(self.desk.go_to, "attachments"))
            self.lines.addWidget(more)
        held = sum(one.size or 0 for one in found)
        self.total.setText(f"{len(found)}  ·  {self.desk.bridge.formats.size(held)}" if found else "")
        self.teach.setVisible(not found)

    def _picture(self, attachment: Attachment) -> QPixmap | None:
        """Return a small picture of a picture, read once; None where there is none to see."""
        if not attachment.sha256 or not has_thumbnail(attachment.name, attachment.size):
            return None
        known = self._pictures.get(attachment.sha256)
        if known is None:
            known = QPixmap.fromImage(self._image(attachment))
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            self._pictures[attachment.sha256] = known
        return None if known.isNull() else known

    def _image(self, attachment: Attachment) -> QImage:
        try:
            content = self.desk.bridge.workbook.content(attachment.sha256)
        except Exception as error:
            if not problems_of(error):
                raise
            return QImage()  # what is wrong with it is said when it is opened
        ratio = self.devicePixelRatioF()
        image = thumbnail(attachment.name, content, round(_PICTURE * ratio))
        image.setDevicePixelRatio(ratio)
        return image

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        if any(change.type == "attachments" for change in change_set.changes):
            self.refresh()


def _tool(icon_name: str, title: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(icon(icon_name, "muted"))
    made.setIconSize(QSize(room(18), room(18)))
    made.setAccessibleName(title)
    made.setToolTip(title)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
