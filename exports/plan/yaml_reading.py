"""YAML 1.2 as plain data, by its core schema, without what a plan has no use for and an attacker has.

Anchors and aliases (a few lines can stand for gigabytes), tags and second documents are refused. Dates stay text, as
YAML 1.2 has it; numbers with a decimal point become `Decimal` by what was written.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from workbook.kinds import quoted

_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_PARSERS_WORDS = re.compile(r",? but (?:found|got) .*")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class NotYaml(Exception):  # noqa: N818 - an answer about the file
    """What is wrong with the text, in a sentence, and in which line."""

    def __init__(self, sentence: str, line: int) -> None:
        self.sentence, self.line = sentence, line
        super().__init__(sentence, line)


def yaml_data(text: str, most_depth: int, most_number_length: int, most_parts: int) -> object:
    """Return what one YAML document holds; raise `NotYaml`."""
    try:
        return _Builder(most_depth, most_number_length, most_parts).built(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = 1 if mark is None else mark.line + 1
        raise NotYaml(
            f"it is not valid YAML ({_plain(error)}); correct it there, or choose another file.", line
        ) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise NotYaml("it has a character that cannot be shown; type the text again.", line) from None
    except RecursionError:
        raise NotYaml("it is nested too deeply; a plan is not.", 1) from None
    except (YAMLError, ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        raise NotYaml(f"it is not valid YAML ({type(error).__name__}).", 1) from None


class _Builder:
    """Builds data from the events of a parser, without recursion."""

    def __init__(self, most_depth: int, most_number_length: int, most_parts: int) -> None:
        self._most_depth = most_depth
        self._most_number_length = most_number_length
        self._parts_left = most_parts
        self._open: list[dict[str, Any] | list[Any]] = []
        self._keys: list[str | None] = []
        self._root: list[Any] = []
        self._documents = 0

    def built(self, events: Iterator[Any]) -> object:
        for event in events:
            self._refuse_needless(event)
            if isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, MappingStartEvent | SequenceStartEvent):
                self._start({} if isinstance(event, MappingStartEvent) else [], event)
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                self._open.pop()
                self._keys.pop()
        return self._root[0] if self._root else None

    def _refuse_needless(self, event: Any) -> None:
        line = _line(event)
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise NotYaml("anchors (&) and aliases (*) are not used in a plan; write the value out.", line)
        if getattr(event, "tag", None) not in (None, "!") or (getattr(event, "ctag", None) or "!") == "":
            raise NotYaml("tags (!) are not used in a plan; take it out.", line)
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise NotYaml("a second document begins; a plan is one.", line)

    def _start(self, container: dict[str, Any] | list[Any], event: Any) -> None:
        self._put(container, event)
        self._open.append(container)
        self._keys.append(None)
        if len(self._open) > self._most_depth:
            raise NotYaml("it is nested too deeply; a plan is not.", _line(event))

    def _scalar(self, event: Any) -> None:
        is_key = bool(self._open) and isinstance(self._open[-1], dict) and self._keys[-1] is None
        if is_key:
            self._key(event.value, event)
        else:
            plain = event.implicit[0] and not event.style
            self._put(self._resolved(event.value, event) if plain else event.value, event)

    def _key(self, key: str, event: Any) -> None:
        if key in self._open[-1]:
            raise NotYaml(f"the key {quoted(key)} stands twice in one object; keep one.", _line(event))
        self._keys[-1] = key

    def _put(self, value: Any, event: Any) -> None:
        self._parts_left -= 1
        if self._parts_left < 0:
            raise NotYaml("there are too many values before it for YAML; save the plan as JSON.", _line(event))
        if not self._open:
            self._root.append(value)
            return
        container = self._open[-1]
        if isinstance(container, list):
            container.append(value)
            return
        key = self._keys[-1]
        if key is None:
            raise NotYaml("a list or an object cannot be a key.", _line(event))
        container[key] = value
        self._keys[-1] = None

    def _resolved(self, text: str, event: Any) -> Any:
        if text in _WORDS:
            return _WORDS[text]
        is_whole, is_decimal = _WHOLE.fullmatch(text), _DECIMAL.fullmatch(text)
        if (is_whole or is_decimal) and len(text) > self._most_number_length:
            raise NotYaml(f"{text[:20]}… is too long for a number.", _line(event))
        if is_whole:
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        try:
            return Decimal(text) if is_decimal else text
        except InvalidOperation:  # an exponent beyond all numbers
            raise NotYaml(f"{text} is a number that nothing can hold; correct it.", _line(event)) from None


def _plain(error: MarkedYAMLError) -> str:
    """Say what the parser met without the names of its own things."""
    return _PARSERS_WORDS.sub("", str(error.problem or error.context))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
