"""A plan file as plain data, whoever wrote it: JSON or YAML, with or without byte order mark, within limits."""

import codecs
import json
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from exports.plan.yaml_reading import NotYaml, yaml_data
from workbook.kinds import quoted
from workbook.operations import Problem, Refused

MOST_BYTES = 50_000_000
MOST_YAML_BYTES = 5_000_000  # a plan of 10,000 records has 2 MB, read in some seconds; as JSON in much less than one
MOST_DEPTH = 20
MOST_PARTS = 500_000  # objects and lists; 100,000 records have fewer
MOST_YAML_PARTS = 150_000  # texts, numbers, objects and lists; 10,000 records have 100,000, read in some seconds
MOST_NUMBER_LENGTH = 60

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(content: bytes, name: str) -> object:
    """Return what a JSON or YAML file holds, numbers with a decimal point as `Decimal`; raise `Refused`.

    `name` decides between the two by its extension, and where it does not, the first character does.
    """
    if len(content) > MOST_BYTES:
        _refuse(name, f"is larger than {MOST_BYTES // 1_000_000} MB; a plan is never so large.")
    text = _text(content, name)
    if not text.strip():
        _refuse(name, "is empty; choose the file that holds the plan.")
    lower = name.lower()
    is_json = lower.endswith(".json") or (not lower.endswith((".yaml", ".yml")) and text.lstrip()[0] in "{[")
    return _from_json(text, name) if is_json else _from_yaml(text, name)


def _text(content: bytes, name: str) -> str:
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")
    if not encoding:
        # Without a mark, UTF-16 shows by the empty half of its first character: a plan begins with a Latin letter.
        encoding = {b"\0": "utf-16-be"}.get(content[:1], "utf-16-le" if content[1:2] == b"\0" else "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        _refuse(name, "is not text in UTF-8; save it again as UTF-8, or choose another file.")


def _from_json(text: str, name: str) -> object:
    if text.count("{") + text.count("[") > MOST_PARTS:
        _refuse(name, f"holds more than {MOST_PARTS:,} objects and lists; a plan never has so many.")
    try:
        data = json.loads(
            text,
            parse_float=_decimal,
            parse_int=_whole,
            parse_constant=_no_number,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        reason = error.msg[0].lower() + error.msg[1:]
        where = f"in line {error.lineno}, column {error.colno} ({reason})"
        _refuse(name, f"is not valid JSON {where}; correct it there, or choose another file.")
    except RecursionError:
        _refuse(name, "is nested too deeply; a plan is not.")
    except _NotJsonError as error:
        _refuse(name, str(error))
    if _is_deeper(data, MOST_DEPTH):
        _refuse(name, "is nested too deeply; a plan is not.")
    return data


def _from_yaml(text: str, name: str) -> object:
    if len(text) > MOST_YAML_BYTES:
        _refuse(name, f"is larger than {MOST_YAML_BYTES // 1_000_000} MB, too much for YAML; save it as JSON.")
    try:
        return yaml_data(text, MOST_DEPTH, MOST_NUMBER_LENGTH, MOST_YAML_PARTS)
    except NotYaml as error:
        _refuse(name, f"cannot be read in line {error.line}: {error.sentence}")


class _NotJsonError(ValueError):
    """What the JSON library lets pass and a plan must not hold."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _NotJsonError(f"has the key {quoted(twice)} twice in one object; keep one.")
    return found


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(_short(text))
    except InvalidOperation:  # an exponent beyond all numbers
        raise _NotJsonError(f"has the number {text}, which nothing can hold; correct it.") from None


def _whole(text: str) -> int:
    return int(_short(text))


def _short(text: str) -> str:
    if len(text) > MOST_NUMBER_LENGTH:
        raise _NotJsonError(f"has a number of {len(text)} characters, {text[:20]}…; shorten it.")
    return text


def _no_number(text: str) -> NoReturn:
    raise _NotJsonError(f"has {text} where a number should be; write the number or null.")


def _is_deeper(data: object, most: int) -> bool:
    level = [data]
    for _ in range(most):
        level = [child for item in level for child in _children(item)]
        if not level:
            return False
    return True


def _children(item: object) -> list[object]:
    children = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
    return [child for child in children if isinstance(child, dict | list)]


def _refuse(name: str, sentence: str) -> NoReturn:
    raise Refused(Problem(f"{name} {sentence}")) from None
