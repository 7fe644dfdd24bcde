"""Reading one returned form: the answers in it, or what is wrong with it, cell by cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from exports.cooperation import words
from exports.edition import Progress, no_progress
from exports.incoming.limits import FORM
from exports.incoming.own import returned_sheets
from workbook.book import Book
from workbook.measures.rounds import asked_partners
from workbook.operations.cooperation import Answer
from workbook.problems import Problem, Refused
from workbook.records import HealthRound, Partner
from workbook.vocabularies import HEALTH_STATEMENTS

Cells = Sequence[Sequence[Any]]
_HIGHEST = len(words.CHOICES) - 1
_MOST_COMMENT = 4_000
_NOT_OURS = "This is not a form of a cooperation check made by this program; choose the form that was sent back."
_ERROR = re.compile(r"#(?:N/A|[A-Z][A-Z0-9/_]*[!?])")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")


@dataclass(frozen=True)
class Expected:
    """Where forms are taken in: the book, the id of its workbook, and the round that is in view."""

    book: Book
    workbook_id: str
    round: HealthRound


@dataclass(frozen=True)
class FormReturned:
    """What one partner said.

    `lone_comments` counts comments beside no answer, which cannot be kept; `left_out` names cells that hold an error.
    """

    file: str
    partner_id: str
    answers: dict[str, Answer]
    lone_comments: int
    left_out: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Table:
    """The sheet with the statements: its cells, the row of its heads, and where its columns are."""

    words: words.FormWords
    sheet: str
    cells: Cells
    head: int
    key: int | None
    statement: int
    answer: int
    comment: int | None


def taken_in(content: bytes, file: str, expected: Expected, progress: Progress = no_progress) -> FormReturned:
    """Read a form; raise `Refused` with what is wrong, where, and what to do, or `Cancelled` when `progress` does."""
    held, _ = returned_sheets(content, file, FORM, progress)
    sheets: dict[str, Cells] = {sheet.name: sheet.rows for sheet in held}
    meta = _meta(sheets)
    partner = _whose(meta, file, expected)
    answers, lone, left_out = _answers(_table(sheets, words.FormWords.held(meta), file), file)
    if not answers and left_out:
        raise Refused(*left_out)
    if not answers:
        raise _refused(file, f"The form of {_named(expected, partner.id)} holds no answers; ask for them again.")
    return FormReturned(file, partner.id, answers, lone, left_out)


def _meta(sheets: dict[str, Cells]) -> dict[str, str]:
    return {str(row[0]): _one_line(row[1]) for row in sheets.get(words.META, []) if len(row) > 1}


def _whose(held: dict[str, str], file: str, expected: Expected) -> Partner:
    """Return the partner whose form it is; it must be asked in the round in view."""
    broken = [(name, said) for name, said in held.items() if _ERROR.fullmatch(said)]
    if broken:
        name, said = broken[0]
        sentence = (
            f"Its hidden sheet {words.META} holds the error {said} beside {name}; ask for the answers in a new form."
        )
        raise _refused(file, sentence)
    if not {"form_version", "workbook", "round", "partner"} <= held.keys():
        raise _refused(file, _NOT_OURS)
    if held["form_version"].removesuffix(".0") != str(words.FORM_VERSION):
        raise _refused(file, "A newer program made this form; take it in with that one.")
    if held["workbook"] != expected.workbook_id:
        raise _refused(file, "This form belongs to another workbook; open that one and take it in there.")
    if held["round"] != expected.round.id:
        raise _refused(file, _other_round(held["round"], expected.book))
    partner = expected.book.one(Partner, held["partner"])
    if partner is None:
        raise _refused(file, "The partner of this form is no longer in the workbook; nothing is taken from it.")
    if partner not in asked_partners(expected.book, expected.round):
        name = _named(expected, partner.id)
        raise _refused(file, f"{name} is not asked in this round; add it to the partners asked, or leave the form out.")
    return partner


def _other_round(round_id: str, book: Book) -> str:
    if book.one(HealthRound, round_id) is None:
        return "The round of this form is no longer in the workbook; nothing is taken from it."
    label = book.label("health_rounds", round_id)
    return f"This form belongs to the round {label}; choose that round and take it in there."


def _table(sheets: dict[str, Cells], own: words.FormWords, file: str) -> _Table:
    """Find the statements by their heads, so that a sheet may be renamed and columns moved."""
    for sheet, cells in sheets.items():
        for number, row in enumerate(cells):
            said = [_one_line(value) for value in row]
            if own.statement in said and own.answer in said:
                key, comment = (said.index(one) if one in said else None for one in (own.key, own.comment))
                places = said.index(own.statement), said.index(own.answer)
                return _Table(own, sheet, cells, number, key, *places, comment)
    titles = f"{own.statement} and {own.answer}"
    raise _refused(file, f"No sheet has the columns {titles} any more; ask for the answers in a new form.")


def _answers(table: _Table, file: str) -> tuple[dict[str, Answer], int, tuple[Problem, ...]]:
    """Return the answers by statement, how many comments stand alone, and the cells that hold an error.

    Raises `Refused` with every other cell at fault.
    """
    answers: dict[str, Answer] = {}
    broken: list[Problem] = []
    seen: set[str] = set()
    problems: list[Problem] = []
    lone = 0
    for number, row in _rows(table):
        place = _place(table, file, table.answer, number)
        statement = _statement(table, row)
        said, comment = (_without_error(table, row, file, at, number, broken) for at in (table.answer, table.comment))
        if not statement:
            if said:
                problems.append(Problem("Beside this answer stands none of the statements; use a new form.", place))
            continue
        if statement in seen:
            problems.append(Problem("This statement stands in the form twice; use a new form.", place))
            continue
        seen.add(statement)
        if not said:
            lone += bool(comment)
            continue
        try:
            answers[statement] = Answer(_score(_at(row, table.answer), table.words), comment[:_MOST_COMMENT])
        except ValueError:
            problems.append(Problem(f"“{said[:30]}” is no answer; choose 1, 2, 3, 4, 5 or {words.DONT_KNOW}.", place))
    if problems:
        raise Refused(*problems)
    return answers, lone, tuple(broken)


def _without_error(
    table: _Table, row: Sequence[Any], file: str, column: int | None, number: int, broken: list[Problem]
) -> str:
    """Return what a cell says; an error in it says nothing, and is added to `broken`."""
    said = _one_line(_at(row, column))
    if column is None or not _ERROR.fullmatch(said):
        return said
    what = "answer" if column == table.answer else "comment"
    sentence = (
        f"The cell holds the error {said}, so this {what} is left out and the rest can be taken in; or write there "
        "what is meant, save the file and choose it again."
    )
    broken.append(Problem(sentence, _place(table, file, column, number)))
    return ""


def _place(table: _Table, file: str, column: int, number: int) -> str:
    return f"{file}, sheet {table.sheet}, cell {_letters(column)}{number + 1}"


def _rows(table: _Table) -> Iterator[tuple[int, Sequence[Any]]]:
    for number, row in enumerate(table.cells):
        if number > table.head and any(value != "" for value in row):
            yield number, row


def _statement(table: _Table, row: Sequence[Any]) -> str:
    """Return the statement of a row: by its words, which move with it, or by the key where the words were changed."""
    said = _plain(_at(row, table.statement))
    found = next((key for title, key in table.words.statements.items() if _plain(title) == said), None)
    key = _one_line(_at(row, table.key))
    return found or (key if key in HEALTH_STATEMENTS.keys else "")


def _score(value: Any, own: words.FormWords) -> int | None:
    """Return a score, None for “don't know”; raise `ValueError` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError  # noqa: TRY004 - to the caller every cell that is no answer is the same
    if isinstance(value, str):
        said = _plain(value)
        unknown = (_plain(own.dont_know), words.DONT_KNOW)
        if said in unknown or said in (one.replace("'", "") for one in unknown):
            return None
        if said not in words.CHOICES:
            raise ValueError
        return int(said)
    if value not in range(1, _HIGHEST + 1):
        raise ValueError
    return int(value)


def _one_line(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(_UNSEEN.sub(" ", str(value)).split())


def _plain(value: Any) -> str:
    """Return words so that neither capitals nor the form of an apostrophe tell them apart."""
    return _one_line(value).replace("’", "'").casefold()


def _at(row: Sequence[Any], place: int | None) -> Any:
    return "" if place is None or place >= len(row) else row[place]


def _letters(column: int) -> str:
    first, second = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def _named(expected: Expected, partner_id: str) -> str:
    return expected.book.label("partners", partner_id)


def _refused(file: str, sentence: str) -> Refused:
    return Refused(Problem(sentence, file))
