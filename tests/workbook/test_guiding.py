"""The next step leads from a blank plan through all of it, then through what the checks find."""

import datetime

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.book import PLAN_ID, Book
from workbook.checks import findings, question_scores, scores
from workbook.guiding import Step, next_step, step_of
from workbook.measures.attention import indicators
from workbook.operations import AddRecord
from workbook.recent import last_report, recent
from workbook.records import RECORD_TYPES


def test_a_blank_plan_begins_with_what_it_is_for() -> None:
    step = next_step(Book.empty(), ())
    assert step is not None
    assert (step.type, step.id, step.field) == ("plan", PLAN_ID, "vision")
    assert step.why


def test_then_each_empty_part_in_the_order_of_a_newcomer() -> None:
    builder = Builder(vision="A depot that works")
    met = []
    while (step := next_step(builder.book, ())) is not None and step.begins_table:
        met.append(step.type)
        builder.add(step.type, **_least(builder, step.type))
    assert met[:4] == ["partners", "objectives", "activities", "responsibilities"]
    assert len(met) == len(set(met)) == 15


def _least(builder: Builder, type_name: str) -> dict[str, object]:
    given: dict[str, object] = {}
    for field in RECORD_TYPES[type_name].fields:
        if field.required or field.name in RECORD_TYPES[type_name].key:
            if field.is_reference:
                given[field.name] = builder.book.records(field.target)[0].id
            elif field.vocabulary is not None:
                key = field.vocabulary.keys[0]
                given[field.name] = (key,) if field.kind == "choices" else key
            else:
                given[field.name] = "First"
    return given


def test_a_full_plan_is_led_by_its_heaviest_finding() -> None:
    builder = Builder(vision="V")
    builder.activity("Open the hall", end=days(3))
    open_findings = findings(builder.book, TODAY)
    severities = {one.severity for one in open_findings}
    assert "error" in severities
    assert len(severities) > 1
    score = scores(builder.book, open_findings)["responsibility"]
    step = step_of(score)
    assert step is not None
    assert step.type == "activities"
    assert step.id == builder.book.records("activities")[0].id


def test_each_question_of_a_blank_plan_says_what_was_not_begun() -> None:
    for score in question_scores(Book.empty(), ()).values():
        step = step_of(score)
        assert isinstance(step, Step)
        assert step.title.startswith("Not begun yet: ")
        assert step.type in RECORD_TYPES


def test_an_indicator_without_a_reading_is_silent_and_not_zero() -> None:
    builder = Builder()
    builder.add("indicators", title="Visits", baseline="0", target="100", target_date=days(200), frequency="yearly")
    read = builder.add("indicators", title="People", baseline="0", target="100", frequency="yearly")
    builder.add("readings", indicator=read, date=days(-1), value="0")
    found = indicators(builder.book, TODAY)
    assert (found.of, found.with_data) == (2, 1)
    assert [one.indicator.title for one in found.silent] == ["Visits"]


def test_what_changed_counts_each_record_once_with_what_became_of_it() -> None:
    builder = Builder()
    moment = datetime.datetime(2027, 2, 1, tzinfo=datetime.UTC)
    builder.workbook.now = lambda: moment - datetime.timedelta(days=2)
    old = builder.add("partners", name="Museum")
    builder.workbook.now = lambda: moment
    builder.edit("partners", old, name="City Museum")
    builder.edit("partners", old, name="Museum of the City")
    new = builder.add("partners", name="Library")
    builder.edit("partners", new, name="City Library")
    gone = builder.add("objectives", statement="Never mind")
    builder.remove("objectives", gone)
    found = recent(builder.workbook, moment - datetime.timedelta(days=1))
    assert (found.steps, found.people, found.is_cut) == (6, ("T",), False)
    assert [(one.type, one.added, one.edited, one.removed) for one in found.types] == [("partners", 1, 1, 0)]
    assert last_report(builder.workbook) is None


def test_a_long_history_is_read_only_as_far_as_needed() -> None:
    builder = Builder()
    start = datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)
    for number in range(450):
        builder.workbook.now = lambda number=number: start + datetime.timedelta(minutes=number)  # type: ignore[misc]
        builder.workbook.do(AddRecord("objectives", {"statement": f"Objective {number}"}))
    assert recent(builder.workbook, start + datetime.timedelta(minutes=440)).steps == 10
    assert recent(builder.workbook, start).steps == 450
