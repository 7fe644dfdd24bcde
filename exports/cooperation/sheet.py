"""The two sheets of a form: what a partner reads and fills, and out of sight where the form belongs."""

from math import ceil
from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation

from exports.cooperation import words
from exports.edition import Edition
from exports.tracker.contents import LONGEST_TEXT, text
from exports.tracker.paper import in_margin
from exports.tracker.styles import ACCENT, INK, MUTED, PAPER, SOFT
from workbook.records import HealthRound, Partner
from workbook.vocabularies import FOUNDATIONS, HEALTH_SCALE, HEALTH_STATEMENTS

_WIDTHS = {"A": 8, "B": 5, "C": 52, "D": 14, "E": 44}
_FULL_WIDTH = 112
_LINE = 14.5
_LETTER, _A4 = 1, 9
_FINE = Side(style="thin", color="FFB9C3C5")
_BOX = Border(left=_FINE, right=_FINE, top=_FINE, bottom=_FINE)
_OPEN = PatternFill("solid", fgColor="FFFFFBEA")
_COMMENT_CHARACTERS = 1000
_LONGEST_TITLE = 30


def fill_form(sheet: Any, edition: Edition, round: HealthRound, partner: Partner) -> None:
    """Write the instructions and the statements; only answers and comments can be changed."""
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["A"].hidden = True
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.rightToLeft = edition.formats.right_to_left
    row = _fill_instructions(sheet, edition, round, partner)
    said = words.FormWords.said(edition.formats)
    first, last = _fill_statements(sheet, row, edition, said)
    _check(sheet, f"D{first}:D{last}", f"E{first}:E{last}", edition, said)
    _prepare(sheet, edition, round, last)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # so that a long comment can be read
    sheet.sheet_view.selection[0].activeCell = sheet.sheet_view.selection[0].sqref = f"D{first + 1}"


def fill_meta(sheet: Any, edition: Edition, round: HealthRound, partner: Partner) -> None:
    """Say where the form belongs, in a sheet that Excel shows to nobody."""
    sheet.sheet_state = "veryHidden"
    held = {
        "form_version": str(words.FORM_VERSION),
        "workbook": edition.workbook_id,
        "round": round.id,
        "partner": partner.id,
        "language": edition.formats.language,
        **words.FormWords.said(edition.formats).as_meta(),
    }
    for number, (key, value) in enumerate(held.items(), 1):
        _put(sheet.cell(number, 1), key)
        _put(sheet.cell(number, 2), value)
    sheet.protection.sheet = True


def _fill_instructions(sheet: Any, edition: Edition, round: HealthRound, partner: Partner) -> int:
    """Write what stands above the table; return the first row that is free."""
    say = edition.say
    plan, label = edition.book.plan, edition.book.label("partners", partner.id)
    when = f", {edition.formats.date(round.date)}" if round.date is not None else ""
    row = 1
    for said, font, height in (
        (round.title, Font(name="Calibri", size=18, bold=True, color=ACCENT), 28),
        (label, Font(name="Calibri", size=13, bold=True, color=INK), 20),
        (f"{plan.title or say('Creative partnership')}{when}", Font(name="Calibri", size=10, color=MUTED), 20),
    ):
        _across(sheet, row, said, font, height)
        row += 1
    plain = Font(name="Calibri", size=11, color=INK)
    privacy = words.OPEN_ROUND if round.show_single else words.PRIVATE_ROUND
    for said in (*words.HOW_TO[:-1], privacy, words.HOW_TO[-1]):
        told = say(said)
        _across(sheet, row, told, plain, _LINE * ceil(len(told) / _FULL_WIDTH) + 2)
        row += 1
    term = edition.formats.term
    scale = "     ".join(f"{key} = {term(HEALTH_SCALE, key).lower()}" for key in HEALTH_SCALE.keys)
    _across(sheet, row, scale, Font(name="Calibri", size=11, bold=True, color=ACCENT), 24)
    return row + 1


def _across(sheet: Any, row: int, said: str, font: Font, height: float) -> None:
    sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=5)
    cell = sheet.cell(row, 2)
    _put(cell, said)
    cell.font = font
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = height


def _fill_statements(sheet: Any, row: int, edition: Edition, said: words.FormWords) -> tuple[int, int]:
    """Write the table; return the first and the last row in which answers may stand."""
    heads = (said.key, edition.say(words.NUMBER), said.statement, said.answer, said.comment)
    for column, title in enumerate(heads, 1):
        cell = sheet.cell(row, column)
        _put(cell, title)
        cell.font = Font(name="Calibri", size=11, bold=True, color=PAPER)
        cell.fill = PatternFill("solid", fgColor=ACCENT)
        cell.alignment = Alignment(horizontal="center" if column in (2, 4) else "left", vertical="center")
    sheet.row_dimensions[row].height = 20
    first = row + 1
    group = ""
    for number, (title, key) in enumerate(said.statements.items(), 1):
        row += 1
        if HEALTH_STATEMENTS[key].group != group:
            group = HEALTH_STATEMENTS[key].group
            _fill_heading(sheet, row, edition.formats.term(FOUNDATIONS, group))
            row += 1
        _fill_statement(sheet, row, number, key, title)
    return first, row


def _fill_heading(sheet: Any, row: int, title: str) -> None:
    for column in range(2, 6):
        sheet.cell(row, column).fill = PatternFill("solid", fgColor=SOFT)
    cell = sheet.cell(row, 2)
    _put(cell, title)
    cell.font = Font(name="Calibri", size=11, bold=True, color=ACCENT)
    cell.alignment = Alignment(vertical="center")
    sheet.row_dimensions[row].height = 18


def _fill_statement(sheet: Any, row: int, number: int, key: str, title: str) -> None:
    _put(sheet.cell(row, 1), key)
    sheet.cell(row, 2).value = number
    _put(sheet.cell(row, 3), title)
    for column in range(2, 6):
        cell = sheet.cell(row, column)
        is_open = column > 3
        cell.font = Font(name="Calibri", size=11, color=MUTED if column == 2 else INK)
        cell.border = _BOX
        cell.alignment = Alignment(
            horizontal="center" if column in (2, 4) else "left", vertical="center", wrap_text=column in (3, 5)
        )
        if is_open:
            cell.fill = _OPEN
            cell.protection = Protection(locked=False)
    sheet.cell(row, 5).number_format = "@"  # what is typed into a comment is text, whatever it begins with
    sheet.row_dimensions[row].height = 22 if len(title) <= _WIDTHS["C"] else 2 * _LINE + 4


def _check(sheet: Any, answers: str, comments: str, edition: Edition, said: words.FormWords) -> None:
    say = edition.say
    choices = ",".join((*HEALTH_SCALE.keys, said.dont_know))
    listed = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True, showErrorMessage=True)
    listed.errorTitle = say("Not possible here")[:_LONGEST_TITLE]
    listed.error = say("Choose 1, 2, 3, 4, 5 or don't know. An empty cell is no answer.")
    listed.showInputMessage = True
    listed.promptTitle = said.answer[:_LONGEST_TITLE]
    listed.prompt = say("1 not at all true … 5 completely true, or don't know")
    listed.add(answers)
    short = DataValidation(
        type="textLength", operator="lessThanOrEqual", formula1=str(_COMMENT_CHARACTERS), showErrorMessage=True
    )
    short.errorTitle = say("Too long")[:_LONGEST_TITLE]
    short.error = say("A comment may have {count} characters; shorten it.", count=_COMMENT_CHARACTERS)
    short.add(comments)
    sheet.add_data_validation(listed)
    sheet.add_data_validation(short)


def _prepare(sheet: Any, edition: Edition, round: HealthRound, last: int) -> None:
    """Set up one page of paper."""
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = _LETTER if edition.paper == "Letter" else _A4
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
    sheet.print_area = f"B1:E{last}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
    sheet.oddFooter.left.text = in_margin(edition.book.plan.title)
    sheet.oddFooter.right.text = in_margin(round.title)


def _put(cell: Cell, said: str) -> None:
    """Write text that is only ever text, whatever it begins with."""
    content = text(said[:LONGEST_TEXT])
    if content is None:
        return
    cell.value = content.value
    cell.data_type = "s"
    cell.quotePrefix = content.looks_active
