"""What is wrong with a plan file is told all at once, each with its path, in the order of the file."""

from decimal import Decimal
from typing import Any

import pytest

from workbook.book import Book
from workbook.operations import Refused
from workbook.operations.importing import ImportPlan
from workbook.plan_format import read_plan
from workbook.plan_format.findings import MOST

HEAD = {"format": "creative-partnership-plan", "version": 1}


def problems(**content: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_plan({**HEAD, **content})
    return [str(problem) for problem in refused.value.problems]


def test_everything_is_told_at_once_in_the_order_of_the_file() -> None:
    said = problems(
        plan={"titel": "Lab", "start": "soon", "urban_challenges": ["employment", "boredom"]},
        partnrs=[],
        partners=[
            {"code": "P-01", "name": "Museum", "sector": "music"},
            {"code": "P-02", "name": "", "due_diligence": "yes"},
            "Library",
            {"code": "p-01", "name": "Again", "roles": "lead"},
        ],
        contacts=[{"name": "Ana", "partner": "P-09"}, {"name": "Ben"}],
        activities=[
            {"code": "A-01", "title": "Open", "done": 120, "depends_on": ["A-02", "A-01"]},
            {"code": "A-03", "title": 7, "beneficiaries_planned": Decimal("2.5")},
        ],
        resources=[{"title": "Money", "kind": "need", "value": "100", "quantity": "12"}],
        responsibilities=[
            {"activity": "A-01", "partner": "P-01", "letters": ["A"]},
            {"activity": "A-01", "partner": "P-01", "letters": ["R"]},
            {"activity": "A-01", "partner": "P-02", "letters": []},
        ],
    )
    assert said == [
        "plan.titel: “titel” is not a key of Partnership; did you mean “title”?",
        "plan.start: Start has to be a date, such as 2027-03-31.",
        said[2],
        "plan.title: Title is missing; every partnership has one.",
        "partnrs: “partnrs” is not a part of a plan; did you mean “partners”?",
        said[5],
        "partners[1].name: Name cannot be empty.",
        "partners[1].due_diligence: Due diligence done has to be true or false.",
        "partners[2]: Partner has to be an object with keys and values.",
        "partners[3].code: The code p-01 is already used by partners[0]; give this one another.",
        "partners[3].roles: Roles has to be a list, such as [a, b].",
        "contacts[0].partner: Partner names “P-09”, which is the code of no record of partners.",
        "contacts[1].partner: Partner is missing; every contact has one.",
        "activities[0].done: Done has to be 100 or less.",
        "activities[0].depends_on[0]: After names “A-02”, which is the code of no record of activities.",
        "activities[0].depends_on[1]: After cannot name the record itself.",
        "activities[1].title: Activity has to be text; put it in quotation marks.",
        "activities[1].beneficiaries_planned: People to benefit has to be a whole number.",
        "resources[0].value: Value has to be an amount and a currency, such as “1250.50 EUR”.",
        "resources[0].quantity: Quantity has to be a number without quotation marks, such as 12.",
        "responsibilities[1]: responsibilities[0] already has the same activity and partner; keep one of the two.",
        "responsibilities[2].letters: Role cannot be empty.",
    ]
    assert said[2].startswith(
        "plan.urban_challenges: Urban challenges “boredom” is not allowed here; allowed are employ"
    )
    assert said[5].startswith(
        "partners[0].sector: Sector “music” is not allowed here; allowed are cultural_institution"
    )


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (None, "This is not a plan"),
        ([], "This is not a plan"),
        ({}, "format: This is not a plan"),
        ({"format": "something"}, "format: This is not a plan"),
        ({"format": HEAD["format"]}, "version: version has to be a whole number"),
        ({**HEAD, "version": True}, "version: version has to be"),
        ({**HEAD, "version": "1"}, "version: version has to be"),
        ({**HEAD, "version": 2}, "version: This plan was written by a newer program (format version 2"),
    ],
)
def test_what_is_no_plan_or_a_newer_one_is_told_in_one_sentence(document: object, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_plan(document)
    assert len(refused.value.problems) == 1
    assert str(refused.value.problems[0]).startswith(said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"partners": [{"name": "a", "sector": "x\ny" * 50}]}, f"partners[0].sector: Sector “x {'yx ' * 26}…” is not"),
        ({"k" * 999: 1}, f"{'k' * 80}: “{'k' * 80}…” is not a part of a plan; take it out"),
        ({"snapshots": []}, "snapshots: “snapshots” belong to the workbook in which they were made"),
        ({"plan": []}, "plan: Partnership has to be an object"),
        ({"partners": {"name": "x"}}, "partners: Partners have to be a list."),
        ({"partners": [{"name": "a\x00b"}]}, "partners[0].name: Name has characters that cannot be shown"),
        ({"partners": [{"name": "x" * 501}]}, "partners[0].name: Name is longer than 500 characters"),
        ({"partners": [{"name": "a", "status": ""}]}, "partners[0].status: Status is empty; leave the key out"),
        ({"partners": [{"name": "a", "roles": ["lead", "lead"]}]}, "partners[0].roles: Roles names “lead” twice"),
        ({"partners": [{"name": "a", "sealed_state": 1}]}, "partners[0].sealed_state: “sealed_state” is not a key"),
        ({"agreements": [{"title": "a", "level": "mou", "sealed_state": 1}]}, "agreements[0].sealed_state: “sealed_"),
        ({"thresholds": [{"name": "a", "value": None}]}, "thresholds[0].value: Value cannot be empty"),
        ({"thresholds": [{"name": "a", "value": Decimal("1e40")}]}, "thresholds[0].value: Value is too large"),
        (
            {"acceptances": [{"rule": "C1", "reason": "fine", "record": "A-01"}]},
            "acceptances[0].record: Record “A-01” names no record; write it like “activities/A-01”",
        ),
    ],
)
def test_each_fault_has_its_sentence(content: dict[str, Any], said: str) -> None:
    assert problems(**content)[0].startswith(said)


def test_the_operation_refuses_with_the_same_places_and_sentences() -> None:
    with pytest.raises(Refused) as refused:
        ImportPlan({**HEAD, "partners": [{"name": "a", "sector": "x"}, {}]}, "plan.json").plan(Book.empty())
    assert [problem.place for problem in refused.value.problems] == ["partners[0].sector", "partners[1].name"]
    assert refused.value.problems[0].type == "partners"
    assert refused.value.problems[0].field == "sector"


def test_codes_that_are_left_out_are_given_and_never_twice() -> None:
    document = {**HEAD, "partners": [{"name": "a"}, {"code": "P-02", "name": "b"}, {"name": "c"}, {"name": "d"}]}
    book = Book.empty().apply(read_plan(document))
    assert [getattr(partner, "code", "") for partner in book.records("partners")] == ["P-03", "P-02", "P-04", "P-05"]
    assert [getattr(partner, "name", "") for partner in book.records("partners")] == ["a", "b", "c", "d"]


def test_a_file_full_of_faults_is_told_apart_quickly_and_not_to_the_end() -> None:
    said = problems(**{f"part_{place}": 1 for place in range(200_000)})
    assert len(said) == MOST + 1
    assert said[0].startswith("part_0: ")
    assert said[-1].startswith("There are more problems than these")


def test_a_long_list_of_terms_is_read_once() -> None:
    said = problems(plan={"title": "a", "urban_challenges": [f"term {place}" for place in range(200_000)] + ["term 7"]})
    assert said == ["plan.urban_challenges: Urban challenges names “term 7” twice; keep one."]
