"""The one style sheet, written from roles; no other module names a colour or a size of type."""

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $window; }
QWidget { color: $text; }
QToolTip { background: $surface; color: $text; border: 1px solid $strong_line; padding: 4px 6px; }

QLabel[role="display"] { font-size: ${display}pt; font-weight: bold; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: bold; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: bold; }
QLabel[role="lead"] { font-size: ${lead}pt; color: $muted; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="caption"] { color: $muted; font-size: ${caption}pt; }
QLabel[role="label"] { font-weight: bold; }
QLabel[role="number_small"] { color: $accent; font-weight: bold; }
QLabel[role="number_error"] { font-size: ${title}pt; font-weight: bold; color: $error; }
QLabel[role="number_warning"] { font-size: ${title}pt; font-weight: bold; color: $warning; }
QLabel[role="number_good"] { font-size: ${title}pt; font-weight: bold; color: $good; }
QLabel[role="number"] { font-size: ${title}pt; font-weight: bold; color: $accent; }
QLabel[role="error"] { color: $error; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="information"] { color: $information; }
QLabel[role="good"] { color: $good; }

QFrame[role="page"], QWidget[role="page"] { background: $page; }
QFrame[role="panel"] { background: $surface; border: none; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="card_accent"] { background: $accent_soft; border: 1px solid $accent; border-radius: ${radius}px; }
QFrame[role="card_theirs"] {
    background: $information_soft; border: 2px solid $information; border-radius: ${radius}px;
}
QFrame[role="card_ours"] { background: $good_soft; border: 2px solid $good; border-radius: ${radius}px; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="top_bar"] { background: $window; border: none; border-bottom: 1px solid $line; }
QFrame[role="popup"] { background: $surface; border: 1px solid $strong_line; border-radius: ${radius}px; }
QFrame[role="guide"] { background: $sunken; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="say_information"] { background: $accent_soft; border: 1px solid $accent; border-radius: ${radius}px; }
QFrame[role="say_warning"] { background: $warning_soft; border: 1px solid $warning; border-radius: ${radius}px; }
QFrame[role="say_error"] { background: $error_soft; border: 1px solid $error; border-radius: ${radius}px; }

QMenuBar { background: $window; padding: 2px 6px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; border: 1px solid $strong_line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QPushButton, QToolButton[role="button"] {
    background: $surface; border: 1px solid $strong_line; border-radius: ${radius}px; padding: 5px 12px;
    min-height: ${text_line}px;
}
QPushButton, QToolButton, QTabBar { icon-size: ${icon}px; }
QPushButton:hover, QToolButton[role="button"]:hover { background: $hover; border-color: $accent; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled, QToolButton[role="button"]:disabled { color: $faint; border-color: $line; background: $page; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: bold; }
QPushButton[role="primary"]:hover { background: $accent_strong; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $line; color: $faint; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: $accent; }
QPushButton[role="quiet"]:hover { background: $accent_soft; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="quiet"]:disabled { color: $faint; }
QPushButton[role="chip"] {
    background: transparent; border: 1px solid $line; border-radius: 11px; padding: 1px 10px;
    min-height: ${text_line}px;
}
QPushButton[role="chip"]:hover { border-color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 9px; }
QPushButton[role="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton[role="chip"]:disabled { color: $faint; }
QPushButton[role="menu"] { padding: 5px ${menu_caret}px 5px 12px; }
QPushButton[role="menu"]:focus { padding: 4px ${menu_caret_focus}px 4px 11px; }
QPushButton[role="menu"][mirrored="true"] { padding: 5px 12px 5px ${menu_caret}px; }
QPushButton[role="menu"][mirrored="true"]:focus { padding: 4px 11px 4px ${menu_caret_focus}px; }
QPushButton[role="menu"]::menu-indicator { image: none; width: 0; }
QPushButton[role="answer"] { font-size: ${lead}pt; padding: 8px 6px; }
QPushButton[role="answer"]:focus { border: 2px solid $accent; padding: 7px 5px; }
QPushButton[role="answer"]:checked { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[role="answer"]:checked:focus { border: 2px solid $text; }
QPushButton[role="toggle"] { background: transparent; border: 1px solid $line; color: $muted; padding: 3px 10px; }
QPushButton[role="toggle"]:checked { background: $accent_soft; border-color: $accent; color: $text; }
QPushButton[role="toggle"]:focus { border: 2px solid $accent; padding: 2px 9px; }
QPushButton[role="row_tall"] { min-height: ${two_lines}px; }
QPushButton[role="row"], QPushButton[role="row_tall"] {
    background: transparent; border: 1px solid transparent; text-align: left; padding: 6px 8px; border-radius: 4px;
}
QPushButton[role="row"]:hover, QPushButton[role="row_tall"]:hover { background: $hover; }
QPushButton[role="row"]:focus, QPushButton[role="row_tall"]:focus { border: 2px solid $accent; padding: 5px 7px; }
QPushButton[role="card_button"] {
    background: $surface; border: 1px solid $line; border-radius: ${radius}px; text-align: left; padding: 0;
}
QPushButton[role="card_button"]:hover { border-color: $accent; background: $hover; }
QPushButton[role="card_button"]:focus { border: 2px solid $accent; }
QPushButton[role="row_card"] {
    background: transparent; border: 1px solid transparent; border-radius: 4px; text-align: left; padding: 0;
}
QPushButton[role="row_card"]:hover { background: $hover; }
QPushButton[role="row_card"]:focus { border: 2px solid $accent; }
QPushButton[role="search"] { color: $muted; background: $surface; border: 1px solid $line; text-align: left; }
QPushButton[role="search"]:focus { border: 2px solid $accent; }
QPushButton[role="summary"] {
    text-align: left; background: $surface; border: 1px solid $strong_line; padding: 4px 8px;
}
QPushButton[role="summary"]:focus { border: 2px solid $accent; padding: 3px 7px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 5px; background: transparent; }
QToolButton:checked { background: $accent_soft; color: $accent; }
QToolButton:hover { background: $accent_soft; }
QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {
    background: $surface; border: 1px solid $strong_line; border-radius: ${radius}px; padding: 4px 7px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox { min-height: ${field_line}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 3px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: $page; color: $faint; border-color: $line;
}
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $page; border-color: $line; }
QTextEdit[role="in_card"]:read-only { background: transparent; border: 2px solid transparent; padding: 0; }
QTextEdit[role="in_card"]:read-only:focus { border: 2px solid $accent; }
QLineEdit[refused="true"], QPlainTextEdit[refused="true"], QComboBox[refused="true"] { border: 2px solid $error; }
QComboBox::drop-down { border: none; width: ${caret}px; subcontrol-origin: border; subcontrol-position: center right; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; min-height: 0; }
QComboBox QLineEdit:focus { border: none; padding: 0; }
QComboBox QAbstractItemView, QAbstractItemView[role="popup_list"] {
    background: $surface; border: 1px solid $strong_line; selection-background-color: $selection;
    selection-color: $on_selection; padding: 2px;
}
QAbstractItemView[role="popup_list"] { border: 1px solid $line; border-radius: 4px; }
QComboBox QAbstractItemView::item { min-height: ${list_row}px; padding: 0 6px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $on_selection; }
QCheckBox { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator {
    width: ${tick_box}px; height: ${tick_box}px; border: 1px solid $strong_line; border-radius: 3px;
    background: $surface;
}
QCheckBox::indicator:hover, QListView::indicator:hover, QTableView::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick");
}
QCheckBox::indicator:disabled { border-color: $line; background: $page; }
QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 4px; }
QRadioButton:focus { border: 2px solid $accent; }
QRadioButton[role="theirs"] { color: $information; font-weight: bold; }
QRadioButton[role="ours"] { color: $good; font-weight: bold; }
QRadioButton::indicator {
    width: ${round_box}px; height: ${round_box}px; border: 1px solid $strong_line; border-radius: ${round_edge}px;
    background: $surface;
}
QRadioButton::indicator:checked {
    width: ${round_dot}px; height: ${round_dot}px; border: ${round_dot}px solid $accent; border-radius: ${round_edge}px;
}
QCheckBox:focus { border: 2px solid $accent; }

QAbstractItemView {
    border: none; background: $surface; selection-background-color: $selection; selection-color: $on_selection;
}
QTableView { gridline-color: $line; background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QTableView:focus { border: 1px solid $accent; }
QHeaderView { background: $sunken; border: none; }
QHeaderView::section {
    background: $sunken;
    color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px; font-weight: bold;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::section:vertical { font-weight: normal; padding: 0 6px; border-bottom: none; }
QHeaderView[role="titles"]::section:vertical { color: $text; padding: 0 10px; border-bottom: 1px solid $line; }
QTableView[role="lines"]::item { padding: 0 8px; border: none; }
QTableCornerButton::section { background: $sunken; border: none; border-bottom: 1px solid $line; }
QListView[role="navigation"] { background: $window; border: none; padding: 6px 8px; }
QListView[role="cards"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QListView[role="card_grid"] { background: transparent; border: none; }
QListView[role="card_grid"]::item, QListView[role="card_grid"]::item:selected { background: transparent; }
QListView[role="results"] { background: $surface; border: none; }
QListView::item { border-radius: 4px; padding: 0 6px; }
QListView::item:selected { background: $selection; color: $on_selection; }
QListView::item:hover:!selected { background: $hover; }

QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab {
    background: transparent;
    color: $muted; padding: 7px 12px; border: none; border-bottom: 3px solid transparent; margin-right: 2px;
}
QTabBar::tab:selected { color: $accent; border-bottom: 3px solid $accent; font-weight: bold; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { background: $accent_soft; }
QTabWidget::pane { border: none; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent_soft; }
QScrollArea { background: transparent; border: none; }
QScrollArea[role="reading"] { border: 1px solid transparent; }
QScrollArea[role="reading"]:focus { border: 1px solid $accent; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 2px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $accent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: 1px solid $line; border-radius: 5px; height: 10px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; }
""")


def style_sheet(
    colours: Mapping[str, str], spacing: Mapping[str, int], type_sizes: Mapping[str, int], tick: str
) -> str:
    """Fill the sheet with a theme's colours and the shared sizes; a role that is missing is an error of ours.

    `tick` is the path of the picture in a ticked box, the one thing that a style sheet cannot draw.
    """
    row = spacing["row"]
    dot = row // 6
    boxes = {
        "tick_box": row // 2,
        "round_dot": dot,
        "round_box": 3 * dot - 2,
        "round_edge": (3 * dot - 1) // 2,
        "list_row": row - 4,
        "text_line": row * 3 // 5,
        "field_line": row * 2 // 3,
        "two_lines": row * 4 // 3,
        "icon": row * 8 // 15,
        "caret": 8 + row // 2,
        "menu_caret": 14 + row * 2 // 5,
        "menu_caret_focus": 13 + row * 2 // 5,
    }
    return _SHEET.substitute({**colours, **spacing, **type_sizes, **boxes, "tick": tick})
