"""A chart in the window, as wide as its place; what it shows is said in words to those who do not see it."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QContextMenuEvent, QFontInfo, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from exports.charts import Chart, Gantt, Picture, picture_of
from ui import theme
from ui.charts.painting import Face, Painting
from ui.charts.words import as_text, described, table_of
from ui.icons import icon
from workbook.formats import Formats

_LAYOUT_SIZE = 7.5
_NARROW, _NARROW_GANTT = 200.0, 310.0


class ChartView(QWidget):
    """Shows one chart model at a time, or nothing.

    The layouts are made in points for paper with type of 7.5; here that is the caption size of the window, so that a
    chart grows with the text. `name` is what the chart is about; the numbers become its accessible description.
    """

    def __init__(self, name: str, formats: Formats | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats or Formats()
        self._chart: Chart | None = None
        self._picture: Picture | None = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chart(self) -> Chart | None:
        return self._chart

    def show_chart(self, chart: Chart | None, formats: Formats | None = None) -> None:
        """Show a chart in place of the one before; an equal one is left as it is."""
        same_formats = formats is None or formats.language == self._formats.language
        if chart == self._chart and same_formats:
            return
        self._formats = formats or self._formats
        self._chart, self._picture = chart, None
        self.setAccessibleDescription("" if chart is None else described(chart, self._formats))
        self.updateGeometry()
        self.update()

    def copy(self) -> None:
        """Copy the numbers as a table for a spreadsheet."""
        if self._chart is not None:
            QGuiApplication.clipboard().setText(as_text(table_of(self._chart, self._formats)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        picture = self._laid_out(width)
        return 0 if picture is None else round(picture.height * self._factor()) + 1

    def sizeHint(self) -> QSize:
        width = max(self.minimumSizeHint().width(), self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = round(self._narrowest() * self._factor())
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._laid_out(self.width())
        if picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._factor(), self._factor())
        Painting(painter, picture, self._face(), mirrored=self.isRightToLeft()).paint()
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Be drawn anew in another theme, type or direction."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._picture = None
            self.updateGeometry()
        self.update()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(icon("copy"), "Copy the numbers as a table", self.copy)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _laid_out(self, width: int) -> Picture | None:
        if self._chart is None:
            return None
        points = max(width / self._factor(), self._narrowest())
        if self._picture is None or abs(self._picture.width - points) > 0.01:
            self._picture = picture_of(self._chart, points, self._face().measure)
        return self._picture

    def _narrowest(self) -> float:
        return _NARROW_GANTT if isinstance(self._chart, Gantt) else _NARROW

    def _factor(self) -> float:
        sizes = theme.scale().type
        return QFontInfo(self.font()).pixelSize() * sizes["caption"] / sizes["body"] / _LAYOUT_SIZE

    def _face(self) -> Face:
        return Face(self.font().family())
