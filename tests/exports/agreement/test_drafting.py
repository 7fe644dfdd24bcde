import datetime
import re
from collections.abc import Iterator

import pytest

from exports.agreement.library import clause_library
from tests.golden.plans import Maker
from workbook.agreements import (
    ClauseLibrary,
    DraftClauses,
    UnusableLibrary,
    drafted_clauses,
    gaps_of,
    level_title,
    parties_of,
    read_library,
    standing,
)
from workbook.agreements.placeholders import filled, free_values
from workbook.agreements.values import TITLES
from workbook.book import Book
from workbook.formats import Formats
from workbook.operations import EditRecord, Refused
from workbook.records import Agreement, Clause
from workbook.vocabularies import AGREEMENT_LEVELS

LIBRARY = read_library(
    {
        "format": 1,
        "clause": [
            {
                "topic": "term",
                "heading": "Term",
                "levels": {"mou": "required", "agreement": "required"},
                "source": "plan",
                "body": "It applies from {effective} to {expiry}.\nOur vision: {vision}.",
                "body_for": {"agreement": "The parties must keep {days=10} days, and {notice_days} days' notice."},
            },
            {
                "topic": "parties",
                "heading": "Parties",
                "levels": {"mou": "required"},
                "source": "table:parties",
                "body": "They are listed in {annex_parties}.\n1. One.\n2. Two within {days=10} days.",
            },
            {
                "topic": "extra",
                "heading": "Extra",
                "levels": {"mou": "optional", "agreement": "omit"},
                "body": "Only if wanted.",
            },
        ],
    }
)


def made(level: str = "mou", **values: object) -> tuple[Book, Agreement]:
    maker = Maker().plan(title="Depot", vision="A place for all.", purpose="meet")
    agreement_id = maker.add("agreements", title="Memorandum", level=level, **values)
    agreement = maker.book.one(Agreement, agreement_id)
    assert agreement is not None
    return maker.book, agreement


def texts(book: Book, agreement: Agreement, library: ClauseLibrary = LIBRARY) -> list[str]:
    return [line.text for clause in drafted_clauses(book, agreement, library) for line in clause.lines]


def test_the_level_chooses_clauses_and_wordings() -> None:
    assert [clause.topic for clause in drafted_clauses(*made(), LIBRARY)] == ["term", "parties"]
    assert texts(*made("agreement", notice_days=60)) == ["The parties must keep 10 days, and 60 days' notice."]


def test_values_come_from_the_plan_and_no_full_stop_stands_twice() -> None:
    lines = texts(*made(effective=datetime.date(2027, 1, 1), expiry=datetime.date(2028, 12, 31)))

    assert lines[0] == "It applies from Jan 1, 2027 to Dec 31, 2028."
    assert lines[1] == "Our vision: A place for all."


def test_what_is_missing_is_a_visible_blank_and_is_told() -> None:
    clauses = drafted_clauses(*made(effective=datetime.date(2027, 1, 1)), LIBRARY)

    assert "__________ (not yet in the plan: last day in force)" in clauses[0].lines[0].text
    assert clauses[0].missing == ("expiry",)
    assert gaps_of(clauses) == (("last day in force", "Term"),)


def test_numbered_lines_are_points_and_annexes_have_letters() -> None:
    parties = drafted_clauses(*made(), LIBRARY)[1]

    assert parties.lines[0].text == "They are listed in Annex A."
    assert [line.number for line in parties.lines] == [None, 1, 2]
    assert (parties.table, parties.annex) == ("parties", "parties")


def test_a_free_value_that_somebody_edited_holds_in_the_whole_document() -> None:
    free = free_values([("in {days=10} days", "in {days=10} days"), ("within {days=21} days", "within {days=10} days")])

    assert free == {"days": "21"}
    assert filled("in {days=10} days", {}, free, Formats()).lines[0].text == "in 21 days"


def test_a_name_that_nobody_knows_stays_as_it_is_written() -> None:
    done = filled("see {anex_parties}", {"annex_parties": "Annex A"}, {}, Formats())

    assert done.lines[0].text == "see {anex_parties}"
    assert done.missing == ()


def test_braces_in_the_plan_are_only_words() -> None:
    done = filled("Vision: {vision}", {"vision": "{purpose} {x=1}", "purpose": "no"}, {}, Formats())

    assert done.lines[0].text == "Vision: {purpose} {x=1}"


def test_drafting_is_one_step_whose_clauses_keep_their_placeholders() -> None:
    book, agreement = made()
    after = book.apply(DraftClauses(agreement.id, LIBRARY).plan(book))
    clauses = after.where(Clause, agreement=agreement.id)

    assert [(clause.topic, clause.position, clause.code) for clause in clauses] == [
        ("term", 10, "CL-01"),
        ("parties", 20, "CL-02"),
    ]
    assert "{effective}" in clauses[0].body
    assert texts(after, agreement) == texts(book, agreement)


def test_drafting_twice_adds_nothing() -> None:
    book, agreement = made()
    after = book.apply(DraftClauses(agreement.id, LIBRARY).plan(book))

    assert DraftClauses(agreement.id, LIBRARY).plan(after) == ()
    more = DraftClauses(agreement.id, LIBRARY, ("required", "optional")).plan(after)
    assert [(change.after or {})["topic"] for change in more] == ["extra"]


def test_a_sealed_agreement_is_not_drafted_again() -> None:
    book, agreement = made()
    book = book.apply(EditRecord("agreements", agreement.id, {"sealed_state": 3}).plan(book))

    with pytest.raises(Refused, match="amendment"):
        DraftClauses(agreement.id, LIBRARY).plan(book)


def test_stored_clauses_win_in_their_order_and_without_those_left_out() -> None:
    book, agreement = made()
    book = book.apply(DraftClauses(agreement.id, LIBRARY).plan(book))
    term, parties = book.where(Clause, agreement=agreement.id)
    book = book.apply(EditRecord("clauses", parties.id, {"position": 5, "body": "As we know each other."}).plan(book))

    assert [clause.topic for clause in drafted_clauses(book, agreement, LIBRARY)] == ["parties", "term"]
    assert texts(book, agreement)[0] == "As we know each other."

    book = book.apply(EditRecord("clauses", term.id, {"left_out": True}).plan(book))
    assert [clause.topic for clause in drafted_clauses(book, agreement, LIBRARY)] == ["parties"]


def test_before_parties_are_named_the_active_partners_are_meant() -> None:
    book, agreement = made()
    maker = Maker(book)
    here = maker.add("partners", name="Here", status="engaged", code="P-01")
    maker.add("partners", name="Perhaps", status="prospective", code="P-02")

    assert [partner.id for partner in parties_of(maker.book, agreement)] == [here]


def test_a_city_may_call_its_instruments_otherwise() -> None:
    maker = Maker()
    maker.book = maker.book.apply(())
    assert level_title(maker.book, "mou", Formats()) == AGREEMENT_LEVELS.title("mou")
    from workbook.operations import AddRecord

    own = {"vocabulary": "agreement_levels", "term": "mou", "title": "Protocol"}
    book = maker.book.apply(AddRecord("term_names", own).plan(maker.book))
    assert level_title(book, "mou", Formats()) == "Protocol"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"level": "mou"}, "not_binding"),
        ({"level": "letter_of_intent"}, "not_binding"),
        ({"level": "mou", "binding": True}, "binding"),
        ({"level": "agreement"}, "binding"),
        ({"level": "amendment"}, "as_parent"),
    ],
)
def test_standing(values: dict[str, object], said: str) -> None:
    assert standing(Agreement("1", title="x", **values)) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"format": 2},
        {"format": 1, "clause": [{"topic": "x"}]},
        {"format": 1, "clause": [{"topic": "x", "heading": "X", "body": "", "levels": {"mou": "perhaps"}}]},
        {"format": 1, "clause": [{"topic": "x", "heading": "X", "body": "", "levels": {}}] * 2},
    ],
)
def test_a_library_that_is_not_one_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(UnusableLibrary):
        read_library(data)


def _levels() -> Iterator[str]:
    yield from AGREEMENT_LEVELS.keys


@pytest.mark.parametrize("level", list(_levels()))
def test_every_placeholder_of_the_shipped_library_is_known(level: str) -> None:
    book, agreement = made(level)
    for clause in drafted_clauses(book, agreement, clause_library()):
        for line in clause.lines:
            assert "{" not in line.text, (clause.topic, line.text)


def test_a_value_at_the_start_of_a_sentence_begins_with_a_capital() -> None:
    found = filled("{who} leads. {who} reports to {who}.\n1. {who} pays.", {"who": "the City"}, {}, Formats())

    assert [line.text for line in found.lines] == ["The City leads. The City reports to the City.", "The City pays."]


def test_a_value_that_ends_with_a_full_stop_gets_no_second_one() -> None:
    found = filled("Not included: {what}. Renewal: {how}.", {"what": "A café.", "how": "by letter"}, {}, Formats())

    assert found.lines[0].text == "Not included: A café. Renewal: by letter."


def test_what_is_only_recommended_promises_nothing_that_is_not_planned() -> None:
    maker = Maker().plan(title="Depot")
    agreement_id = maker.add("agreements", title="Memorandum", level="mou")

    def topics() -> list[str]:
        agreement = maker.book.one(Agreement, agreement_id)
        assert agreement is not None
        return [clause.topic for clause in drafted_clauses(maker.book, agreement, clause_library())]

    assert not {"capacity_building", "risks"} & set(topics())
    maker.add("capacity_actions", title="A course")
    maker.add("risks", title="Rain")
    assert {"capacity_building", "risks"} <= set(topics())


def test_a_default_that_only_asks_is_a_gap_until_somebody_answers() -> None:
    asked = filled("Covered: {transfer=?what is lent}.", {}, {"transfer": "?what is lent"}, Formats())
    assert asked.missing == ("transfer",)
    assert asked.lines[0].text == "Covered: __________ (still to be said: what is lent)."
    given = {"transfer": "a lamp"}
    assert filled("Covered: {transfer=a lamp}.", {}, given, Formats()).lines[0].text == "Covered: a lamp."


def test_each_value_that_only_somebody_can_say_has_a_name_that_is_translated() -> None:
    asked = {name for clause in clause_library() for level in clause.needs for name in _asked(clause.wording(level))}
    assert {"amount", "transfer", "changes"} <= asked <= TITLES.keys()


def _asked(wording: str) -> list[str]:
    return re.findall(r"\{(\w+)=\?", wording)
