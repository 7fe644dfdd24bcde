"""What a partner's card says, and the cards painted by one delegate, so that hundreds of them cost no widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import icons, theme
from ui.desk import Desk
from ui.findings import in_words
from ui.pages.partners.sector_icons import sector_icon
from ui.tables.drawing import SEVERITY_ICONS
from ui.theme import set_role
from workbook import vocabularies as terms
from workbook.book import Book
from workbook.measures.partners import is_active
from workbook.measures.resources import co_funding_shares
from workbook.money import Money
from workbook.records import Contact, Partner

Index = QModelIndex | QPersistentModelIndex
_LETTERS, _LINES, _EDGE, _MARK = 34, 6, 12, 16
"""Letters that a line of a card has room for at least, lines under the head, edge and icon in pixels."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line: an icon and words; the words are elided where they are too long."""

    icon: str
    text: str
    role: str = "text"


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """One partner: name, code, status and the lines under them."""

    record_id: str
    name: str
    code: str
    status: str
    status_role: str
    lines: tuple[CardLine, ...]

    @property
    def said(self) -> str:
        return ". ".join((self.code, self.name, self.status, *(line.text for line in self.lines)))


def cards_of(desk: Desk, ids: Sequence[str]) -> tuple[PartnerCard, ...]:
    """Return the cards of these partners in this order."""
    book = desk.bridge.book
    given = _given(desk)
    partners = (book.one(Partner, record_id) for record_id in ids)
    return tuple(_card(desk, partner, given) for partner in partners if partner is not None)


def _card(desk: Desk, partner: Partner, given: Mapping[str, str]) -> PartnerCard:
    sector = terms.SECTORS.title(partner.sector) if partner.sector else "No sector yet"
    roles = ", ".join(terms.PARTNER_ROLES.title(role) for role in partner.roles) or "No role yet"
    gains = partner.expected_benefit.split("\n", 1)[0]
    found = desk.findings.of_record("partners", partner.id)
    first = (
        CardLine(SEVERITY_ICONS[found[0].severity], in_words(found[0]), found[0].severity)
        if found
        else CardLine("check-circle", "Nothing to settle", "muted")
    )
    lines = (
        CardLine(sector_icon(partner.sector), sector, "text" if partner.sector else "warning"),
        CardLine("identification-card", roles, "text" if partner.roles else "warning"),
        CardLine("arrow-up-right", given.get(partner.id, "Nothing committed yet"), "text"),
        CardLine("arrow-down-left", f"Gains: {gains}" if gains else "What it gains is not said yet", "text"),
        CardLine("user", _contact(desk.bridge.book, partner), "text"),
        first,
    )
    status = terms.PARTNER_STATUSES.title(partner.status) if partner.status else "No status"
    return PartnerCard(partner.id, partner.name, partner.code, status, "good" if is_active(partner) else "muted", lines)


def _contact(book: Book, partner: Partner) -> str:
    contact = next(iter(book.where(Contact, partner=partner.id, is_main=True)), None)
    return contact.name if contact is not None else "No main contact yet"


def _given(desk: Desk) -> dict[str, str]:
    """Say for each partner what it has committed, cash and in kind apart, each currency for itself."""
    money = desk.bridge.formats.money
    said: dict[str, list[str]] = {}
    for share in co_funding_shares(desk.bridge.book):
        if share.partner is not None:
            parts = ((share.cash, "cash"), (share.in_kind, "in kind"))
            said.setdefault(share.partner, []).extend(
                f"{money(Money(amount, share.currency))} {word}" for amount, word in parts if amount
            )
    return {partner: f"Gives {', '.join(parts)}" for partner, parts in said.items() if parts}


class _CardModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: tuple[PartnerCard, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.said
        return None

    def show(self, cards: tuple[PartnerCard, ...]) -> None:
        same = [one.record_id for one in cards] == [one.record_id for one in self.cards]
        if same:
            self.cards = cards
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()


class _CardDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize(300, 200)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, _CardModel):
            return
        card, shown = model.cards[index.row()], theme.current()
        rect = option.rect.adjusted(5, 5, -5, -5)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(shown.colour("hover" if hovered else "surface"))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(shown.colour("accent" if is_chosen or has_focus else "line"), 2 if has_focus else 1))
        radius = theme.space("radius")
        painter.drawRoundedRect(rect, radius, radius)
        self._paint_words(painter, option, rect.adjusted(_EDGE, _EDGE - 2, -_EDGE, -_EDGE + 2), card)
        painter.restore()

    @staticmethod
    def _paint_words(painter: QPainter, option: QStyleOptionViewItem, inner: QRect, card: PartnerCard) -> None:
        bold, small = QFont(option.font), QFont(option.font)
        bold.setBold(True)
        small.setPointSize(theme.scale().type["caption"])
        flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        shown = theme.current()

        def write(area: QRect, text: str, face: QFont, role: str) -> None:
            painter.setFont(face)
            painter.setPen(shown.colour(role))
            elided = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            placed = QStyle.visualRect(option.direction, inner, area)
            painter.drawText(placed, int(flags) | int(Qt.TextFlag.TextSingleLine), elided)

        height = QFontMetrics(bold).lineSpacing() + 2
        width = QFontMetrics(small).horizontalAdvance(card.status) + 4
        status = QRect(inner.right() - width + 1, inner.top(), width, height)
        write(QRect(inner.left(), inner.top(), inner.width() - width - 8, height), card.name, bold, "text")
        write(status, card.status, small, card.status_role)
        top = inner.top() + height
        write(QRect(inner.left(), top, inner.width(), height - 2), card.code, small, "muted")
        top += height + 3
        step = QFontMetrics(small).lineSpacing() + 5
        for line in card.lines:
            square = QRect(inner.left(), top + (step - _MARK) // 2, _MARK, _MARK)
            mark = QStyle.visualRect(option.direction, inner, square)
            icons.paint(painter, line.icon, mark, "accent" if line.role == "text" else line.role)
            write(QRect(inner.left() + _MARK + 8, top, inner.width() - _MARK - 8, step), line.text, small, line.role)
            top += step


class PartnerCards(QListView):
    """Cards in as many columns as there is room for; arrows move, Enter or a click opens."""

    card_chosen = Signal(str)
    card_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card_grid")
        self.setAccessibleName("Partners as cards")
        self.cards = _CardModel(self)
        self.setModel(self.cards)
        self.setItemDelegate(_CardDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.clicked.connect(lambda _index: self.card_opened.emit(self.current_id()))

    def current_id(self) -> str:
        row = self.currentIndex().row()
        return self.cards.cards[row].record_id if 0 <= row < len(self.cards.cards) else ""

    def show_cards(self, cards: tuple[PartnerCard, ...]) -> None:
        """Show these cards and stay at the chosen one."""
        before = self.current_id()
        self.cards.show(cards)
        if self.current_id() != before or not before:
            self.go_to(before)

    def go_to(self, record_id: str) -> None:
        """Choose a partner's card, or the first."""
        rows = [row for row, card in enumerate(self.cards.cards) if card.record_id == record_id]
        if self.cards.cards:
            self.setCurrentIndex(self.cards.index(rows[0] if rows else 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.card_chosen.emit(self.current_id())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
            self.card_opened.emit(self.current_id())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.viewport().width()
        columns = max(1, room // (self.fontMetrics().averageCharWidth() * _LETTERS + 2 * _EDGE))
        small, bold = QFont(self.font()), QFont(self.font())
        small.setPointSize(theme.scale().type["caption"])
        bold.setBold(True)
        step = QFontMetrics(small).lineSpacing() + 5
        height = 2 * (QFontMetrics(bold).lineSpacing() + 2) + 3 + _LINES * step + 2 * _EDGE + 6
        size = QSize(room // columns - 1, height)
        if self.gridSize() != size:
            self.setGridSize(size)
        super().resizeEvent(event)
