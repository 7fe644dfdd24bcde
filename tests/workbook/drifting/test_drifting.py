"""Each difference from what was signed is weighed by its kind, and told with what was and what is."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.agreement.library import clause_library
from tests.properties.sittings import work
from tests.workbook.sealing.signing import PDF, add, edit, partnership, seal, sealed_partnership, sign
from workbook.agreements import DraftAmendment, DraftClauses
from workbook.book import PLAN_ID, Book
from workbook.checks import drift
from workbook.drifting import GROUPS, Drift, amendment_rows, classified_drift, weights
from workbook.drifting.corrections import is_correction
from workbook.formats import Formats
from workbook.money import Money
from workbook.operations import Refused, RemoveRecords, SetResponsibilities
from workbook.records import Agreement, Clause, Seal, Signature
from workbook.sealing import baseline_before, baseline_of, sealed_book
from workbook.vocabularies import DRIFT_CLASSES
from workbook.wording import fill
from workbook.workbook import Workbook

LIBRARY = clause_library()

FEW = settings(max_examples=25)


class Signed:
    """A sealed agreement with a line of money and one of hours, to drift away from."""

    def __init__(self) -> None:
        self.workbook = partnership()
        self.museum, self.school = (one.id for one in self.workbook.book.records("partners"))
        self.cash = self.line("Grant", self.museum, value=Money(Decimal(10_000), "EUR"), type="cash")
        self.hours = self.line("Teachers", self.school, quantity=Decimal(40), unit="hour", type="non_valued")
        sign(self.workbook, 0, 1)
        seal(self.workbook)
        self.sealed = self.workbook.book

    def line(self, title: str, provider: str, **given: Any) -> str:
        return add(self.workbook, "resources", title=title, kind="commitment", provider=provider, **given)

    def drifts(self) -> list[Drift]:
        book = self.workbook.book
        agreement = book.records("agreements")[0].id
        return list(classified_drift(self.sealed, book, agreement, weights(book), Formats("en-GB")))

    def kinds(self) -> list[tuple[str, str]]:
        return [(one.group, one.kind) for one in self.drifts()]

    def one(self) -> Drift:
        (found,) = self.drifts()
        return found


@pytest.mark.parametrize(
    ("amount", "kind", "material"),
    [
        ("12000 EUR", "contribution_small", False),
        ("12000.01 EUR", "contribution_large", True),
        ("8000 EUR", "contribution_small", False),
        ("10000 GBP", "contribution_large", True),
    ],
)
def test_a_contribution_is_weighed_by_its_share_of_what_was_agreed(amount: str, kind: str, material: bool) -> None:
    signed = Signed()
    edit(signed.workbook, "resources", signed.cash, value=Money.read(amount))
    found = signed.one()
    assert (found.kind, found.is_material, found.group) == (kind, material, "contributions")
    assert found.before == "EUR 10,000"
    assert found.sentence.startswith("R-01 Grant from P-01 Museum was EUR 10,000 and is now ")


def test_a_limit_of_its_own_counts_and_currencies_are_never_put_together() -> None:
    signed = Signed()
    add(signed.workbook, "drift_classes", name="contribution_small", materiality="none", asks="nothing", threshold=50)
    edit(signed.workbook, "resources", signed.cash, value=Money(Decimal(5_000), "EUR"))
    assert (signed.one().kind, signed.one().weight.materiality) == ("contribution_small", "none")
    signed.line("Second grant", signed.museum, value=Money(Decimal(5_000), "GBP"), type="cash")
    assert signed.kinds() == [("contributions", "contribution_large"), ("contributions", "contribution_small")]
    assert "GBP 5,000" in signed.drifts()[0].sentence


def test_what_moves_within_what_one_partner_brings_is_small() -> None:
    signed = Signed()
    edit(signed.workbook, "resources", signed.cash, value=Money(Decimal(7_000), "EUR"))
    signed.line("Second grant", signed.museum, value=Money(Decimal(3_500), "EUR"), type="cash")
    assert signed.kinds() == [("contributions", "contribution_small")] * 2
    edit(signed.workbook, "resources", signed.hours, quantity=Decimal(60))
    assert signed.kinds()[0] == ("contributions", "contribution_large")
    assert "was 40 × hour and is now 60 × hour" in signed.drifts()[0].sentence


def test_each_kind_of_change_has_its_weight_and_its_words() -> None:
    signed = Signed()
    workbook, book = signed.workbook, signed.workbook.book
    activity = book.records("activities")[0].id
    edit(workbook, "plan", PLAN_ID, end=datetime.date(2029, 6, 30))
    edit(workbook, "activities", activity, title="Open the Workshop!", end=datetime.date(2027, 10, 1))
    edit(workbook, "partners", signed.school, status="withdrawn")
    add(workbook, "partners", name="Choir", status="engaged")
    workbook.do(SetResponsibilities({(activity, signed.museum): ("A",)}))
    add(workbook, "objectives", statement="More people make things")
    add(workbook, "governance_bodies", name="Steering group")
    found = signed.drifts()
    assert {(one.group, one.kind) for one in found} == {
        ("parties", "party"),
        ("objectives", "correction"),
        ("objectives", "results"),
        ("responsibilities", "roles"),
        ("dates", "dates"),
        ("dates", "extension"),
        ("governance", "governance"),
    }
    sentences = [one.sentence for one in found]
    for said in (
        "P-03 Choir joins.",
        "P-02 School leaves.",
        "A-01 Open the Workshop!: Due was 1 Sept 2027 and is now 1 Oct 2027.",
        "Lab: End was 31 Dec 2028 and is now 30 Jun 2029.",
        "O-01 More people make things is new since it was agreed.",
    ):
        assert said in sentences
    assert [one.group for one in found] == sorted((one.group for one in found), key=list(GROUPS).index)
    assert all(fill(one.text, dict(one.values)).count("{") == 0 for one in found)


def test_going_on_longer_costs_nothing_only_while_nobody_brings_more() -> None:
    signed = Signed()
    edit(signed.workbook, "plan", PLAN_ID, end=datetime.date(2029, 6, 30))
    assert signed.one().kind == "extension"
    edit(signed.workbook, "resources", signed.cash, value=Money(Decimal(11_000), "EUR"))
    assert {one.field: one.kind for one in signed.drifts()} == {
        "end": "contribution_large",
        "value": "contribution_small",
    }
    edit(signed.workbook, "plan", PLAN_ID, end=datetime.date(2028, 6, 30))
    assert {one.kind for one in signed.drifts()} == {"dates", "contribution_small"}


def test_every_kind_has_a_weight() -> None:
    assert set(weights(Book.empty())) == set(DRIFT_CLASSES.keys)


@pytest.mark.parametrize(
    ("was", "now", "same"),
    [
        ("City Museum", "city  museum.", True),
        ("Municipal Libary", "Municipal Library", True),
        ("Train 20 people", "Train 30 people", False),
        ("Open the workshop", "Close the workshop", False),
        ("Museum", "Choir", False),
    ],
)
def test_a_name_that_was_put_right_is_told_from_another_one(was: str, now: str, same: bool) -> None:
    assert is_correction(was, now) == same


@FEW
@given(st.data())
def test_a_book_does_not_drift_from_itself_and_all_drift_is_told(data: st.DataObject) -> None:
    workbook = sealed_partnership()
    sealed, agreement = workbook.book, workbook.book.records("agreements")[0].id
    work(workbook, data)
    book = workbook.book
    classes = weights(book)
    assert classified_drift(book, book, agreement, classes) == ()
    found = classified_drift(sealed, book, agreement, classes)
    assert {(one.type, one.id) for one in found} == {(one.type, one.id) for one in drift(sealed, book, agreement)}
    assert all("{" not in one.text or one.sentence for one in found)


def drafted(workbook: Workbook, **given: Any) -> Agreement:
    operation = DraftAmendment(workbook.book.records("agreements")[0].id, LIBRARY, **given)
    workbook.do(operation)
    made = workbook.book.one(Agreement, operation.record_id)
    assert made is not None
    return made


def signed_and_sealed(workbook: Workbook, amendment: Agreement) -> Seal:
    for one in workbook.book.where(Signature, agreement=amendment.id):
        edit(workbook, "signatures", one.id, signed=True)
    edit(workbook, "agreements", amendment.id, status="in_force")
    return seal(workbook, amendment.id, PDF + b" amended")


def test_a_sealed_amendment_is_what_the_plan_is_compared_with_from_then_on() -> None:
    signed = Signed()
    workbook = signed.workbook
    choir = add(workbook, "partners", name="Choir", status="engaged")
    edit(workbook, "resources", signed.cash, value=Money(Decimal(15_000), "EUR"))
    first = drafted(workbook, joining=(choir,), leaving=(signed.school,))
    assert (first.title, first.number, first.level) == ("Amendment 1 to AG-01", 1, "amendment")
    assert first.parties == (signed.museum, choir)
    assert {one.partner for one in workbook.book.where(Signature, agreement=first.id)} == set(first.parties)
    bodies = " ".join(one.body for one in workbook.book.where(Clause, agreement=first.id))
    assert "the table of changes in this amendment" in bodies
    edit(workbook, "agreements", first.id, expiry=datetime.date(2029, 6, 30))
    with pytest.raises(Refused, match="is being drafted already"):
        drafted(workbook)
    rows = amendment_rows(signed.sealed, workbook.book, workbook.book.all(Agreement)[1], weights(workbook.book))
    assert [(row.group, row.what, row.before, row.after) for row in rows] == [
        ("parties", "Parties", "P-01 Museum; P-02 School", "P-01 Museum; P-03 Choir"),
        ("contributions", "R-01 Grant", "EUR 10,000", "EUR 15,000"),
        ("dates", "Ends on", "", "Jun 30, 2029"),
    ]
    agreement = workbook.book.records("agreements")[0].id
    before = baseline_of(workbook.book, agreement)
    made = signed_and_sealed(workbook, workbook.book.all(Agreement)[1])
    assert baseline_of(workbook.book, agreement) == baseline_of(workbook.book, first.id) == made
    assert baseline_before(workbook.book, first.id) == before
    sealed = sealed_book(workbook.history, workbook.book, workbook.seq, made)
    assert sealed is not None
    assert classified_drift(sealed, workbook.book, agreement, weights(workbook.book)) == ()
    assert drafted(workbook).parties == first.parties
    assert workbook.book.all(Agreement)[2].title == "Amendment 2 to AG-01"
    assert [verdict.holds for verdict in workbook.verdicts()] == [True, True]


def test_what_is_not_sealed_is_edited_and_not_amended() -> None:
    workbook = partnership()
    outsider = add(workbook, "partners", name="Choir")
    member = workbook.book.records("partners")[0].id
    with pytest.raises(Refused) as refused:
        drafted(workbook, joining=(member,), leaving=(outsider,))
    assert len(refused.value.problems) == 3
    workbook.do(RemoveRecords("partners", (outsider,)))
    assert workbook.do(DraftClauses(workbook.book.records("agreements")[0].id, LIBRARY))


@FEW
@given(st.data())
def test_after_an_amendment_is_sealed_nothing_has_drifted(data: st.DataObject) -> None:
    workbook = sealed_partnership()
    work(workbook, data)
    try:
        made = signed_and_sealed(workbook, drafted(workbook))
    except Refused:
        return  # the agreement has ended meanwhile
    sealed = sealed_book(workbook.history, workbook.book, workbook.seq, made)
    assert sealed is not None
    agreement = workbook.book.records("agreements")[0].id
    assert classified_drift(sealed, workbook.book, agreement, weights(workbook.book)) == ()
