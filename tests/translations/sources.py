"""Finds every source string that a document may say: in calls that say something, in declarations and in clauses."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from exports.agreement.library import clause_library
from exports.tracker import SHEETS
from workbook.agreements.values import TITLES
from workbook.checks import RULES
from workbook.partner_sheets import PARTNER_COLUMNS
from workbook.records import RECORD_TYPES
from workbook.surfaces import TRACKER_COLUMNS
from workbook.vocabularies import ALL

ROOT = Path(__file__).parents[2]
ROOMS = ("workbook", "exports")
SAYING: dict[str, tuple[int | str, ...]] = {
    "say": (0,),
    "source": (0,),
    "Sentence": (0,),
    "hit": (2,),
    "plan_hit": (1,),
    "note": (0,),
    "paragraph": (0,),
    "heading": (1,),
    "origin": (0,),
    "Column": (0,),
    "Figure": (0, 2, 3, "title", "unit", "formula"),
    "Annex": (1,),
    "_block": (2, 3),
    "_column": (0,),
}
"""The calls that take a source string, and in which places; a name and not a number is a keyword."""
COUNTING = "say_count"
MADE_ELSEWHERE = ("workbook/measures/", "workbook/checks/")
"""Where sentences are made that others say: there, every text with a space in it is one."""

Message = str | tuple[str, str]


@cache
def messages() -> dict[Message, tuple[str, ...]]:
    """Return each source string, or pair of singular and plural, with the places where it stands."""
    found: dict[Message, list[str]] = {}
    for message, place in (*_in_code(), *_declared(), *_in_tracker(), *_in_clauses()):
        if message and place not in found.setdefault(message, []):
            found[message].append(place)
    return {message: tuple(places) for message, places in found.items()}


def _in_code() -> Iterator[tuple[Message, str]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                for message in said_in(node):
                    yield message, place
            if place.startswith(MADE_ELSEWHERE):
                yield from ((prose, place) for prose in _prose(tree))


def said_in(node: ast.AST) -> Iterator[Message]:
    """Yield the source strings of one call, if it is one that says something."""
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name == COUNTING and len(node.args) > 1:
        one, many = ([*strings_of(argument)] for argument in node.args[:2])
        yield from zip(one, many, strict=True)
    for wanted in SAYING.get(name, ()):
        yield from strings_of(_argument(node, wanted))


def _prose(tree: ast.Module) -> Iterator[str]:
    """Yield every text with a space in it that is no docstring and no piece of another text."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings | pieces:
            yield from (text for text in strings_of(node) if " " in text.strip(", ") and "\\" not in text)


def _argument(call: ast.Call, wanted: int | str) -> ast.AST | None:
    if isinstance(wanted, int):
        return call.args[wanted] if wanted < len(call.args) else None
    return next((keyword.value for keyword in call.keywords if keyword.arg == wanted), None)


def strings_of(node: ast.AST | None) -> Iterator[str]:
    """Yield the texts that an expression can be: itself, either side of a choice, or those in a row."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from strings_of(node.body)
        yield from strings_of(node.orelse)
    elif isinstance(node, ast.Tuple):
        for part in node.elts:
            yield from strings_of(part)


def _declared() -> Iterator[tuple[Message, str]]:
    for title in TITLES.values():
        yield title, "blanks of clauses"
    for vocabulary in ALL.values():
        for term in vocabulary:
            yield term.title, f"vocabulary {vocabulary.name}"
    for name, record_type in RECORD_TYPES.items():
        yield record_type.title, f"record {name}"
        yield record_type.titles, f"record {name}"
        for field in record_type.fields:
            if not field.internal:
                yield field.title, f"record {name}"
                yield field.unit, f"record {name}"
    for rule in RULES.values():
        for words in (rule.title, rule.why, rule.remedy):
            yield words, f"check {rule.id}"


def _in_tracker() -> Iterator[tuple[Message, str]]:
    for name in dict.fromkeys(("README", *SHEETS, *PARTNER_COLUMNS)):
        yield name, "name of a sheet in the tracker: at most 31 letters, without []:*?/"
    for name, sheet in (*TRACKER_COLUMNS.items(), *PARTNER_COLUMNS.items()):
        yield sheet.help, f"sheet {name} of the tracker"
        for column in sheet.columns:
            yield column.title, f"column of the sheet {name} of the tracker"
            for type_name, path in zip(sheet.types, column.paths, strict=True):
                yield _help(type_name, path), f"hint in the sheet {name} of the tracker"


def _help(type_name: str, path: str) -> str:
    """Return what the field behind a column of the tracker says beside a cell; a figure says nothing."""
    field = RECORD_TYPES[type_name].by_name.get(path)
    return "" if field is None else field.help


def _in_clauses() -> Iterator[tuple[Message, str]]:
    for clause in clause_library():
        for words in _wordings(clause.heading, clause.body, clause.body_for.values()):
            yield words, f"clause {clause.topic}"


def _wordings(heading: str, body: str, others: Iterable[str]) -> Iterator[str]:
    yield heading
    for wording in (body, *others):
        yield from wording.split("\n")
