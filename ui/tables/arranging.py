"""What a person can do about how a table is seen: columns, order, filters, groups; remembered for the workbook."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QSplitter

from ui.desk import Desk
from ui.tables.column_filters import ColumnFilters
from ui.tables.columns_dialog import ColumnsDialog
from ui.tables.rows import Rows
from ui.tables.terms_bar import TermsBar, kept_form, restored
from ui.tables.view import RecordView
from ui.views import TableView
from workbook.fields import Field
from workbook.narrowing import Wish, terms
from workbook.surfaces import TABLE_COLUMNS

_KEPT_AFTER = 400


class Arranging(QObject):
    """Arranges one table and keeps how it was arranged."""

    changed = Signal()

    def __init__(self, desk: Desk, view: RecordView, bar: TermsBar, splitter: QSplitter, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.view, self.bar, self.splitter = desk, view, bar, splitter
        self.model = view.records
        self.type_name = self.model.type_name
        self.filters = ColumnFilters(desk, view, self)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_KEPT_AFTER)
        self._waiting.timeout.connect(self.keep)
        self._restore()
        self._connect()
        self._show()

    @property
    def rows(self) -> Rows:
        return self.model.rows

    def offers(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done, by the ids of actions."""
        found: dict[str, Callable[[], object]] = {
            "columns": self.choose_columns,
            "sort": self.sort_by_current,
            "filter_values": self.choose_filter,
            "group": self.group_by_current,
            "as_usual": self.as_usual,
        }
        if self.rows.wanted or self.rows.filter:
            found["show_all"] = self.show_all
        if self.rows.groups:
            found |= {
                "fold_all": partial(self.fold_all, folded=True),
                "unfold_all": partial(self.fold_all, folded=False),
            }
        return found

    def choose_columns(self) -> None:
        dialog = ColumnsDialog(self.rows.record_type, self.view.column_names(), self._usual(), self.view.window())
        chosen = dialog.chosen() if dialog.exec() else ()
        dialog.deleteLater()
        if chosen:
            self.show_columns(chosen)
        self.view.setFocus()

    def show_columns(self, names: tuple[str, ...]) -> None:
        self.model.show_columns(names)
        self._on_arranged()

    def sort_by_current(self) -> None:
        """Order by the column of the cursor: upwards, then downwards, then not at all."""
        self.sort_by(self.view.current_name())

    def sort_by(self, name: str, *, descending: bool | None = None) -> None:
        """Order by a field; without a direction the next one of upwards, downwards and not at all."""
        if not name:
            return
        if descending is None:
            order = self.rows.order if self.rows.order is not None and self.rows.order[0] == name else None
            name, descending = ("", False) if order == (name, True) else (name, order is not None)
        self.model.order_by(name, descending=descending)
        self.view.show_order()
        self._on_arranged()

    def choose_filter(self, name: str = "") -> None:
        """Ask what is to be shown of a column, of that of the cursor unless another is named."""
        self.filters.ask(name or self.view.current_name() or self._usual()[0])

    def want(self, name: str, wish: Wish) -> None:
        """Show only the records that have one of these terms or meet this condition; no terms mean all records."""
        others = {other: held for other, held in self.rows.wanted.items() if other != name}
        self.model.want({**others, name: wish} if wish else others)
        self._on_arranged()

    def group_by_current(self) -> None:
        """Group by the column of the cursor, or take the groups away; a column with too many values asks which."""
        field = self.rows.record_type.by_name.get(self.view.current_name())
        if field is not None and field.kind in terms.GROUPED:
            self.group_by("" if self.rows.group is field else field.name)
            return
        menu = self.group_menu(QMenu(self.view))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.mapToGlobal(self.view.rect().topLeft()))
        menu.setActiveAction(menu.actions()[0])

    def group_by(self, name: str) -> None:
        self.model.group_by(name)
        self._on_arranged()

    def fold_all(self, *, folded: bool) -> None:
        for group in self.rows.groups.values():
            self.model.fold(group, folded=folded)
        self._on_arranged()

    def show_all(self) -> None:
        """Take every filter away."""
        self.model.want({})
        self._on_arranged()

    def as_usual(self) -> None:
        """Show the table as it was at first: columns, widths, order, filters and groups."""
        self.model.want({})
        self.model.group_by("")
        self.model.order_by("")
        self.view.widths = {}
        self.model.show_columns(self._usual())
        self.view.fit_columns()
        self.view.show_order()
        self._on_arranged()

    def group_menu(self, menu: QMenu) -> QMenu:
        """Fill a menu with the fields to group by."""
        choice = QActionGroup(menu)
        for name in ("", *(field.name for field in self.groupable())):
            title = self.rows.record_type.by_name[name].title if name else "No groups"
            action = menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == (self.rows.group.name if self.rows.group is not None else ""))
            choice.addAction(action)
            action.triggered.connect(partial(self._on_group_chosen, name))
        return menu

    def filter_menu(self, menu: QMenu) -> QMenu:
        """Fill a menu with the fields to filter by, those that are shown first."""
        shown = list(self.view.column_names())
        for name in (*shown, *(name for name in self.rows.record_type.names if name not in shown)):
            field = self.rows.record_type.by_name[name]
            if name in shown or field.kind in terms.GROUPED:
                action = menu.addAction(f"{field.title}…".replace("&", "&&"))
                action.triggered.connect(partial(self._on_filter_chosen, name))
        return menu

    def groupable(self) -> list[Field]:
        return [field for field in self.rows.record_type.fields if field.kind in terms.GROUPED]

    def header_menu(self, where: QPoint) -> None:
        """Offer what can be done with the column that was pointed at."""
        column = self.view.horizontalHeader().logicalIndexAt(where)
        if column < 0:
            return
        field = self.rows.fields[column]
        menu = QMenu(self.view)
        menu.addAction("Sort upwards").triggered.connect(lambda: self.sort_by(field.name, descending=False))
        menu.addAction("Sort downwards").triggered.connect(lambda: self.sort_by(field.name, descending=True))
        menu.addAction("Filter by this column…").triggered.connect(lambda: self.choose_filter(field.name))
        if field.kind in terms.GROUPED:
            is_grouped = self.rows.group is field
            group = menu.addAction("Take the groups away" if is_grouped else "Group by this column")
            group.triggered.connect(lambda: self.group_by("" if is_grouped else field.name))
        menu.addSeparator()
        hide = menu.addAction("Hide this column")
        hide.setEnabled(len(self.rows.fields) > 1)
        hide.triggered.connect(lambda: self._hide(field.name))
        menu.addAction("Choose columns…").triggered.connect(self.choose_columns)
        menu.addAction("As usual").triggered.connect(self.as_usual)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.horizontalHeader().viewport().mapToGlobal(where))

    def keep(self) -> None:
        """Remember how the table is arranged now."""
        self._waiting.stop()
        names, rows = self.view.column_names(), self.rows
        order = rows.order or ("", False)
        kept = TableView(
            columns=() if names == self._usual() else names,
            widths=dict(self.view.widths),
            sort=order[0],
            descending=order[1],
            filters=kept_form(rows),
            group=rows.group.name if rows.group is not None else "",
            folded=tuple(sorted(rows.folded)) if rows.group is not None else (),
            splitter=self._sizes,
        )
        self.desk.views.keep(self.type_name, kept)

    def _restore(self) -> None:
        kept = self.desk.views.of(self.type_name)
        if kept.columns:
            self.model.show_columns(kept.columns)
        self.view.set_widths(kept.widths)
        if kept.sort:
            self.model.order_by(kept.sort, descending=kept.descending)
        self.model.want(restored(kept.filters))
        groupable = {field.name for field in self.groupable()}
        self.model.group_by(kept.group if kept.group in groupable else "", frozenset(kept.folded))
        self.view.show_order()
        self._sizes = kept.splitter
        if kept.splitter:
            self.splitter.setSizes(list(kept.splitter))

    def _connect(self) -> None:
        header = self.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self.header_menu)
        header.sortIndicatorChanged.connect(lambda *_order: self._on_arranged())
        self.view.columns_arranged.connect(self._on_arranged)
        self.view.folded.connect(self._waiting.start)
        self.filters.wished.connect(self.want)
        self.bar.removed.connect(lambda name: self.want(name, frozenset()))
        self.bar.group_removed.connect(lambda: self.group_by(""))
        self.bar.all_removed.connect(self._take_all_away)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self.desk.bridge.changed.connect(self._show)

    def _usual(self) -> tuple[str, ...]:
        return TABLE_COLUMNS[self.type_name]

    def _hide(self, name: str) -> None:
        self.show_columns(tuple(shown for shown in self.view.column_names() if shown != name))

    def _take_all_away(self) -> None:
        self.model.want({})
        self.group_by("")

    def _show(self) -> None:
        self.bar.show_rows(self.rows, self.desk.bridge)

    def _on_arranged(self) -> None:
        self._show()
        self._waiting.start()
        self.changed.emit()

    def _on_splitter_moved(self, _position: int, _number: int) -> None:
        first, second = self.splitter.sizes()[:2]
        self._sizes = (first, second)
        self._waiting.start()

    def _on_group_chosen(self, name: str, _checked: bool = False) -> None:
        self.group_by(name)

    def _on_filter_chosen(self, name: str, _checked: bool = False) -> None:
        self.choose_filter(name)
