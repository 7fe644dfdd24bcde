"""Drift: what binds is compared, and nothing else."""

from tests.workbook.checks.building import Builder, days
from workbook.checks import drift
from workbook.checks.drift import BINDING_FIELDS
from workbook.records import RECORD_TYPES


def test_binding_fields_exist() -> None:
    assert all(fields <= set(RECORD_TYPES[name].names) for name, fields in BINDING_FIELDS.items())


def test_a_book_does_not_drift_from_itself() -> None:
    builder = Builder()
    builder.activity()
    assert drift(builder.book, builder.book) == ()


def test_only_the_binding_side_of_an_edit_is_drift() -> None:
    builder = Builder()
    activity = builder.activity(end=days(1))
    sealed = builder.book
    builder.edit("activities", activity, end=days(8), done=40, note="Rain.")
    (change,) = drift(sealed, builder.book)
    assert (change.type, change.id) == ("activities", activity)
    assert (change.before, change.after) == ({"end": "2027-03-02"}, {"end": "2027-03-09"})


def test_what_no_longer_binds_shows_as_removed() -> None:
    builder = Builder()
    museum = builder.partner()
    line = builder.line(status="committed", provider=museum)
    activity = builder.activity()
    sealed = builder.book
    builder.edit("resources", line, status="withdrawn")
    builder.edit("activities", activity, status="cancelled")
    builder.edit("partners", museum, status="suspended")
    assert {(change.type, change.action) for change in drift(sealed, builder.book)} == {
        ("resources", "removed"),
        ("activities", "removed"),
        ("partners", "removed"),
    }


def test_candidates_and_mere_offers_are_no_drift() -> None:
    builder = Builder()
    sealed = builder.book
    builder.partner("Somebody", status="prospective")
    builder.line("offer")
    builder.line("need")
    assert drift(sealed, builder.book) == ()


def test_other_agreements_stay_out_of_the_drift_of_one() -> None:
    builder = Builder()
    memo = builder.add("agreements", title="Memo", level="mou")
    sealed = builder.book
    other = builder.add("agreements", title="Lease", level="annex")
    builder.add("clauses", agreement=other, heading="Rent")
    clause = builder.add("clauses", agreement=memo, heading="Purpose")
    assert [change.id for change in drift(sealed, builder.book, memo)] == [clause]
    assert len(drift(sealed, builder.book)) == 3
