"""What stands around a short word: without it nobody can translate “Held” or “Open”, whose forms differ by language."""

import ast
from collections.abc import Iterator
from functools import cache

from tests.translations.sources import ROOMS, ROOT, said_in, strings_of
from workbook.records import RECORD_TYPES

LONGEST = 16
"""Longer source strings explain themselves."""
_MOST = 3
_NEIGHBOURS = 6


@cache
def contexts() -> dict[str, tuple[str, ...]]:
    """Return, for short source strings, the columns beside them, the function that says them, or what they are of."""
    found: dict[str, list[str]] = {}
    for message, context in (*_declared(), *_of_columns(), *_of_functions(), *_of_tables()):
        held = found.setdefault(message, [])
        if len(message) <= LONGEST and len(held) < _MOST and context not in held:
            held.append(context)
    return {message: tuple(held) for message, held in found.items() if held}


def _declared() -> Iterator[tuple[str, str]]:
    for record_type in RECORD_TYPES.values():
        for field in record_type.fields:
            yield field.title, f"field of: {record_type.title}, {field.kind}"
            for term in field.vocabulary or ():
                yield term.title, f"said of: {record_type.title}, field {field.title}"


def _trees() -> Iterator[ast.Module]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def _of_columns() -> Iterator[tuple[str, str]]:
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Tuple | ast.List):
                titles = [title for element in node.elts for title in _column_titles(element)]
                for title in titles:
                    beside = [other for other in titles if other != title][:_NEIGHBOURS]
                    if beside:
                        yield title, f"head of a column beside: {', '.join(beside)}"


def _column_titles(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Column" and node.args:
        yield from strings_of(node.args[0])


def _of_functions() -> Iterator[tuple[str, str]]:
    for tree in _trees():
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            name = function.name.strip("_").replace("_", " ")
            about = (ast.get_docstring(function) or "").split("\n")[0]
            for node in ast.walk(function):
                for message in said_in(node):
                    if isinstance(message, str):
                        yield message, f"in: {name}, {about}" if about else f"in: {name}"


def _of_tables() -> Iterator[tuple[str, str]]:
    """Words that are declared together, such as the states of a bar, explain each other."""
    for tree in _trees():
        for statement in tree.body:
            if isinstance(statement, ast.Assign | ast.AnnAssign):
                said = [text for node in ast.walk(statement) for text in said_in(node) if isinstance(text, str)]
                for text in said:
                    among = [other for other in dict.fromkeys(said) if other != text][:_NEIGHBOURS]
                    if among:
                        yield text, f"among: {', '.join(among)}"
