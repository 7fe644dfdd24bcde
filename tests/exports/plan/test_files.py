"""The plan as a file: nothing is lost in JSON or YAML, and no file can do harm."""

import codecs
import contextlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from exports.plan import read, to_json, to_yaml
from exports.plan.yaml_writing import yaml_text
from tests.golden.plans import Maker, case, edition, example
from tests.properties.sittings import starter, work
from workbook.book import Book
from workbook.operations import Refused
from workbook.plan_format import read_plan, to_plan

SIGNS = "\n :#-?'\"|>&*![]{},%@`=~\\\u2028\x85\ufeff"
TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from(SIGNS))
WORDS = st.sampled_from(["yes", "No", "null", "~", "1e3", "12", "0x1f", "2027-01-01", "- a", "a: b", "a #b", "---"])
PLAIN = st.none() | st.booleans() | st.integers() | TEXT | WORDS
NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, places=3)
VALUES = PLAIN | NUMBERS | st.lists(TEXT | WORDS, max_size=3)
RECORDS = st.dictionaries(st.sampled_from("abcdef"), VALUES, min_size=1, max_size=4)
PARTS: st.SearchStrategy[Any] = st.just({}) | RECORDS | st.lists(RECORDS, max_size=3) | PLAIN
DOCUMENTS = st.dictionaries(st.sampled_from("uvwxyz"), PARTS, min_size=1)
MARKS = st.sampled_from([codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b""])


def refusal(content: bytes | str, name: str = "plan.yaml") -> str:
    with pytest.raises(Refused) as refused:
        read(content.encode() if isinstance(content, str) else content, name)
    (problem,) = refused.value.problems
    return problem.sentence


@pytest.mark.parametrize("name", ["bradford_2025", "parramatta_2012", ""])
def test_both_forms_hold_the_whole_plan_and_are_always_the_same(name: str) -> None:
    book = case(name) if name else example()
    made = edition(book, personal=True)
    for write, file in ((to_json, "plan.json"), (to_yaml, "plan.yaml")):
        content = write(made)
        assert content == write(made)
        assert read(content, file) == to_plan(book)
        again = Book.empty().apply(read_plan(read(content, file)))
        assert write(edition(again, personal=True)) == content


@pytest.mark.parametrize("name", ["bradford_2025", "parramatta_2012"])
def test_plans_written_by_hand_are_read_as_other_readers_read_them(name: str) -> None:
    path = Path(__file__).parents[2] / "cases" / f"{name}.yaml"
    assert to_plan(Book.empty().apply(read_plan(read(path.read_bytes(), path.name)))) == to_plan(case(name))


@given(st.data())
def test_random_plans_survive_both_forms(data: st.DataObject) -> None:
    workbook = starter()
    work(workbook, data)
    made = edition(workbook.book, personal=True)
    assert read(to_json(made), "a.json") == read(to_yaml(made), "a.yaml") == to_plan(workbook.book)


@given(DOCUMENTS)
def test_any_data_survives_yaml(document: dict[str, Any]) -> None:
    assert read(yaml_text(document).encode(), "a.yaml") == document


@given(DOCUMENTS)
def test_a_reader_that_is_not_ours_reads_the_same_texts(document: dict[str, Any]) -> None:
    theirs = YAML(typ="safe", pure=True).load(yaml_text(document))

    def texts(ours: Any, other: Any) -> None:
        if isinstance(ours, dict):
            assert list(ours) == list(other)
            for key in ours:
                texts(ours[key], other[key])
        elif isinstance(ours, list):
            assert len(ours) == len(other)
            for mine, its in zip(ours, other, strict=True):
                texts(mine, its)
        elif isinstance(ours, str) and ours != "2027-01-01":
            assert ours == other

    texts(document, theirs)


def test_numbers_are_exact_and_money_is_text() -> None:
    maker = Maker()
    maker.add("thresholds", name="a", value=Decimal("0.1000000000000000000001"))
    maker.add("resources", title="b", kind="need", value="1250.50 EUR")
    for write, file in ((to_json, "a.json"), (to_yaml, "a.yaml")):
        document: Any = read(write(edition(maker.book)), file)
        assert document["thresholds"][0]["value"] == Decimal("0.1000000000000000000001")
        assert document["resources"][0]["value"] == "1250.50 EUR"


def test_names_of_people_stay_out_unless_asked_for() -> None:
    maker = Maker()
    maker.add("contacts", partner=maker.add("partners", name="Museum"), name="Ana Secret")
    for write in (to_json, to_yaml):
        assert b"Secret" not in write(edition(maker.book))
        assert b"Secret" in write(edition(maker.book, personal=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["plan.json", "plan.yaml", "plan", "plan.txt"])
def test_any_unicode_encoding_is_read(encoding: str, name: str) -> None:
    book = Maker().plan(title="Große Halle – قاعة").book
    content = (to_yaml if name == "plan.yaml" else to_json)(edition(book)).decode()
    assert read(content.encode(encoding), name) == to_plan(book)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        (b"\xff\xfe\x00\xd8", "is not text in UTF-8"),
        (b"plan: caf\xe9", "is not text in UTF-8"),
        ("a: &x 1\nb: *x", "in line 1: anchors (&) and aliases (*) are not used"),
        ("b: *x", "in line 1: anchors (&) and aliases"),
        ("a: 1\nb: !!python/object/apply:os.system ['x']", "in line 2: tags (!) are not used"),
        ("a: !!str 1", "in line 1: tags (!) are not used"),
        ("a: 1\nb: 2\na: 3", "in line 3: the key “a” stands twice"),
        ("a: [1\nb: 2", "is not valid YAML"),
        ("a: b: c", "in line 1: it is not valid YAML"),
        ("a: 1\n\tb: 2", "in line 2: it is not valid YAML"),
        ("--- 1\n--- 2", "in line 2: a second document begins"),
        ("? [a]\n: b", "in line 1: a list or an object cannot be a key"),
        ("a: 1\nb: x\x00y", "in line 2: it has a character that cannot be shown"),
        ("a: " + "9" * 100, "is too long for a number"),
        ("[" * 5_000, "nested too deeply"),
        ("- " * 5_000, "nested too deeply"),
    ],
)
def test_bad_yaml_gets_one_sentence_with_its_line(content: str | bytes, said: str) -> None:
    assert said in refusal(content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"a": 1,}', "is not valid JSON in line 1, column 9"),
        ('{"a": 1, "a": 2}', "has the key “a” twice"),
        ('{"a": NaN}', "has NaN where a number should be"),
        ('{"a": -Infinity}', "has -Infinity where"),
        ('{"a": ' + "9" * 5_000 + "}", "has a number of 5000 characters"),
        ("[" * 100_000, "nested too deeply"),
        ("[" * 50 + "]" * 50, "nested too deeply"),
        ('{"a": ' * 50 + "1" + "}" * 50, "nested too deeply"),
    ],
)
def test_bad_json_gets_one_sentence(content: str, said: str) -> None:
    assert said in refusal(content, "plan.json")


def test_what_is_far_too_large_is_not_even_looked_at() -> None:
    assert "larger than 50 MB" in refusal(b" " * 50_000_001, "plan.json")
    assert "too much for YAML; save it as JSON" in refusal(b"a: 1\n" + b"# more\n" * 1_500_000)


@given(st.binary(max_size=60) | TEXT.map(str.encode), st.sampled_from(["a.json", "a.yaml", "a", "a.xlsx"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    with contextlib.suppress(Refused):
        read(content, name)


@given(
    st.sampled_from([codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b""]),
    st.integers(0, 3000),
    st.binary(max_size=4),
)
@settings(max_examples=30)
def test_a_damaged_plan_is_read_or_refused(mark: bytes, place: int, damage: bytes) -> None:
    content = to_yaml(edition(case("parramatta_2012")))
    for name in ("a.json", "a.yaml"):
        with contextlib.suppress(Refused):
            read(mark + content[:place] + damage + content[place + len(damage) :], name)
