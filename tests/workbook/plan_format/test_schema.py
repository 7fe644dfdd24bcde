"""The JSON Schema and the reader say the same about every file, as far as a schema can say it."""

import copy
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.plans import case, example
from workbook.fields import Field
from workbook.plan_format import FORMAT, VERSION, read_plan, schema, to_plan
from workbook.plan_format.layout import _ORDER, FIELDS, LEFT_OUT, TYPES
from workbook.problems import Refused
from workbook.records import RECORD_TYPES

SCHEMA = schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
HEAD = {"format": FORMAT, "version": VERSION}
WHOLE = to_plan(example())
# Two records of each type are enough to go wrong with.
PLAN = {key: value[:2] if isinstance(value, list) else value for key, value in WHOLE.items()}
# What only the reader can know: codes that name nothing, and how many digits can be kept exactly.
BEYOND_A_SCHEMA = (
    "which is the code of no record",
    "names no record; write it",
    "is already used by",
    "already has the same",
    "too large or too fine",
    "cannot name the record itself",
)


def loosened(value: Any) -> Any:
    """The same data as a JSON library without decimals would read it."""
    if isinstance(value, dict):
        return {key: loosened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [loosened(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def is_read(document: object) -> bool:
    try:
        read_plan(document)
    except Refused as refused:
        return all(any(part in problem.sentence for part in BEYOND_A_SCHEMA) for problem in refused.problems)
    return True


def test_the_schema_is_one_and_speaks_of_every_type_and_field() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["$defs"]) == set(RECORD_TYPES) - LEFT_OUT == set(_ORDER)
    for record_type in TYPES:
        definition = SCHEMA["$defs"][record_type.name]
        assert definition["additionalProperties"] is False
        assert set(definition["properties"]) == set(FIELDS[record_type.name])
        for key, field in FIELDS[record_type.name].items():
            declared = definition["properties"][key]
            assert declared["title"] == field.title
            assert field.help in declared.get("description", "")
            if field.is_reference:
                assert "Code" in declared["description"]


def test_every_type_that_is_referred_to_has_a_code() -> None:
    targets = {field.target for record_type in TYPES for field in record_type.reference_fields}
    assert all(RECORD_TYPES[target].code_prefix and target not in LEFT_OUT for target in targets)


@pytest.mark.parametrize("name", ["bradford_2025", "parramatta_2012", ""])
def test_what_is_exported_is_valid(name: str) -> None:
    book = case(name) if name else example()
    for personal in (True, False):
        VALIDATOR.validate(loosened(to_plan(book, personal=personal)))


def _values(field: Field | None) -> st.SearchStrategy[Any]:
    likely: st.SearchStrategy[Any] = st.sampled_from(
        [None, "", " ", "x", "P-01", "A-01", "need", "EUR", "12 EUR", "12.50 EUR", "-1 EUR", "12 XQZ", "2027-03-31",
         "2027-02-30", "1066-10-14", "20270331", "a\nb", "a\x07b", "x" * 501, "x" * 20_001, 0, 1, 6, -1, 101, True,
         False, 1.5, 5.0, Decimal("2.5"), Decimal("3.0"), [], {}, ["x"], ["P-01"], ["P-01", "P-01"], [None], [1], [[]]]
    )  # fmt: skip
    if field is not None and field.vocabulary is not None:
        key = st.sampled_from(field.vocabulary.keys)
        likely = st.one_of(likely, key, st.lists(key, max_size=3), key)
    return likely | st.text(max_size=8) | st.integers(-3, 200) | st.integers(-500, 20_000).map(lambda n: n / 100)


@st.composite
def mutations(draw: st.DrawFn) -> dict[str, Any]:
    """The example with something else in one or two of its places."""
    document = copy.deepcopy(PLAN)
    for _ in range(draw(st.integers(1, 2))):
        name = draw(st.sampled_from([key for key in document if key not in ("format", "version")]))
        if draw(st.integers(0, 9)) == 0:
            document[draw(st.sampled_from([name, "unknown"]))] = draw(_values(None))
            continue
        items = document[name] if isinstance(document[name], list) else [document[name]]
        item = draw(st.sampled_from(items)) if items else None
        if not isinstance(item, dict):
            continue
        key = draw(st.sampled_from([*FIELDS.get(name, {"x": None}), "unknown"]))
        if draw(st.booleans()):
            item[key] = draw(_values(FIELDS.get(name, {}).get(key)))
        else:
            item.pop(key, None)
    return document


@given(mutations())
def test_reader_and_schema_agree(document: dict[str, Any]) -> None:
    assert is_read(document) == VALIDATOR.is_valid(loosened(document))


def test_each_field_takes_and_refuses_what_the_schema_does() -> None:
    probes: list[Any] = [
        None,
        "",
        "x",
        3,
        101,
        2.5,
        True,
        [],
        ["x"],
        {},
        "12 EUR",
        "2027-03-31",
        "2027-03-31T14:30:00Z",
    ]
    for record_type in TYPES:
        held = WHOLE.get(record_type.name, {})
        base = held if isinstance(held, dict) else held[0]
        for key in FIELDS[record_type.name]:
            for probe in probes:
                item = {**base, key: probe}
                document = {**HEAD, record_type.name: item if record_type.name == "plan" else [item]}
                assert is_read(document) == VALIDATOR.is_valid(loosened(document)), (record_type.name, key, probe)
