"""What a value in a plan file has to look like, before its field looks at what it means.

A plan file is stricter than a person at a form: a number is a number and no text, a date is written in one way. So
the reader and the JSON Schema (`workbook.plan_format.schema`) say the same about every file; both take their patterns
from here.
"""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

from babel.numbers import list_currencies

from workbook.fields import Field
from workbook.kinds import quoted

_CONTROL = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"
LINE_PATTERN = f"^[^{_CONTROL}]*$"
FILLED_PATTERN = rf"^[^{_CONTROL}]*[^{_CONTROL}\s][^{_CONTROL}]*$"
DAY_PATTERN = r"^(1[5-9][0-9][0-9]|2[0-4][0-9][0-9]|2500)-[0-9][0-9]-[0-9][0-9]$"
MOMENT_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"
MONEY_PATTERN = rf"^[0-9]{{1,24}}(\.[0-9]{{1,24}})? ({'|'.join(sorted(list_currencies()))})$"

_MISSING = "leave the key out where there is nothing to say"


def misfit(field: Field, raw: object) -> str:
    """Say what is wrong with the shape of a value, as the end of a sentence; nothing when it is right."""
    if raw is None and field.kind != "flag":
        return "cannot be empty" if field.required else ""
    wrong = _SHAPES[field.kind](raw)
    if wrong:
        return wrong
    if isinstance(raw, str) and len(raw) > field.length:
        return f"is longer than {field.length} characters; shorten it"
    blank = raw == [] or (isinstance(raw, str) and not raw.strip())
    return "cannot be empty" if blank and field.required else ""


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        return "has to be text; put it in quotation marks"
    return "has characters that cannot be shown; type the text again" if re.search(f"[{_CONTROL}]", raw) else ""


def _number(raw: object) -> str:
    fits = isinstance(raw, int | float | Decimal) and not isinstance(raw, bool)
    return "" if fits else "has to be a number without quotation marks, such as 12"


def _written(pattern: str, wanted: str) -> Callable[[object], str]:
    inner = re.compile(pattern.strip("^$"))

    def check(raw: object) -> str:
        if raw == "":
            return f"is empty; {_MISSING}"
        return "" if isinstance(raw, str) and inner.fullmatch(raw) else f"has to be {wanted}"

    return check


def _code(raw: object) -> str:
    if not isinstance(raw, str):
        return "has to be the code of a record, in quotation marks"
    return "" if raw.strip() else f"is empty; {_MISSING}"


def _choice(raw: object) -> str:
    return f"is empty; {_MISSING}" if raw == "" else ""


def _several(raw: object) -> str:
    if not isinstance(raw, list):
        return "has to be a list, such as [a, b]"
    if not all(isinstance(item, str) for item in raw):
        return "has to be a list of texts; put each in quotation marks"
    if len(set(raw)) == len(raw):
        return ""
    return f"names {quoted(next(item for item, times in Counter(raw).items() if times > 1))} twice; keep one"


def _flag(raw: object) -> str:
    return "" if isinstance(raw, bool) else "has to be true or false"


_SHAPES: dict[str, Callable[[object], str]] = {
    "line": _text,
    "text": _text,
    "whole": _number,
    "number": _number,
    "percent": _number,
    "money": _written(MONEY_PATTERN, "an amount and a currency, such as “1250.50 EUR”"),
    "date": _written(DAY_PATTERN, "a date, such as 2027-03-31"),
    "moment": _written(MOMENT_PATTERN, "a date and time with its zone, such as 2027-03-31T14:30:00+00:00"),
    "choice": _choice,
    "choices": _several,
    "flag": _flag,
    "reference": _code,
    "references": _several,
}
