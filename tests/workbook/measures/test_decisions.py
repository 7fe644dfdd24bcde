from tests.workbook.checks.building import Builder
from workbook.measures.decisions import asked
from workbook.records import Report


def test_a_decision_in_narrative_and_record_is_asked_only_once() -> None:
    builder = Builder()
    builder.add("decisions", code="D-01", title="Give 4,000 EUR for the third prototype")
    builder.add("decisions", code="D-02", title="Move the opening")
    builder.add("decisions", code="D-03", title="Hire a porter", status="taken")
    builder.add("decisions", code="D-04", title="Lend the hall")
    report = Report(
        "",
        title="Report",
        decisions_requested="- Board: give 4,000 EUR for the third prototype, by May.\nD-02 before June\nBuy a lamp",
    )

    assert [(one.wording, one.decision.code if one.decision else "") for one in asked(builder.book, report)] == [
        ("Board: give 4,000 EUR for the third prototype, by May.", "D-01"),
        ("D-02 before June", "D-02"),
        ("Buy a lamp", ""),
        ("Lend the hall", "D-04"),
    ]
