"""Which questions of the approval checklist the plan answers, and which it leaves open."""

import datetime
from typing import Any

from tests.workbook.checks.building import TODAY, Builder
from workbook.book import Book
from workbook.checks import REQUIRED_TOPICS
from workbook.measures.checklist import governing_document
from workbook.measures.checklist_questions import checklist

_DAY = datetime.timedelta(days=1)


def answers(book: Book) -> dict[str, str]:
    return {one.question.wording: one.answer.given for one in checklist(book, TODAY, REQUIRED_TOPICS)}


def test_a_plan_with_nothing_in_it_is_answered_by_no_only_where_something_has_to_be_written() -> None:
    found = answers(Book.empty())
    assert found["Is it written down what the partnership is for?"] == "no"
    assert found["Is a governing document in force?"] == "no"
    assert found["Does every activity serve an objective?"] == "open"
    assert found["Is every need covered by what is committed?"] == "open"
    assert found["Does every open risk have an answer and somebody who looks after it?"] == "open"
    assert "yes" not in found.values()


def test_what_only_a_person_can_know_stays_open() -> None:
    found = answers(Builder(purpose="To sing", vision="A city that sings").book)
    assert found["Is it written down what the partnership is for?"] == "yes"
    assert found["Does the law allow this body to take part?"] == "open"
    assert found["Was each partner looked into before it joined?"] == "open"


def test_partly_names_the_rows_that_do_not_meet_the_question() -> None:
    builder = Builder(purpose="To sing")
    builder.partner(own_objective="Visitors", expected_benefit="Visitors", due_diligence=True, roles=("lead",))
    silent = builder.partner("Choir", "civil_society")
    found = {one.question.wording: one.answer for one in checklist(builder.book, TODAY, REQUIRED_TOPICS)}
    gains = found["Has each partner said what it wants and what it gains?"]
    assert (gains.given, gains.rows) == ("partly", (("partners", silent),))
    assert gains.basis == "1 of 2 active partners have said what they want and what they gain"
    assert found["Was each partner looked into before it joined?"].given == "partly"
    assert found["Does one partner lead, and does one body answer for the money?"].given == "partly"
    assert found["Is it written down what the partnership is for?"].given == "partly"


def signed_paper() -> tuple[Builder, str, str]:
    builder = Builder()
    museum = builder.partner(approval="approved")
    paper = builder.add("agreements", title="MoU", level="mou", parties=(museum,), status="in_force", review=TODAY)
    return builder, museum, paper


def test_the_governing_document_answers_for_itself() -> None:
    builder, museum, paper = signed_paper()
    builder.add("clauses", agreement=paper, topic="exit_legacy", heading="End", assessment="fully")
    builder.add("clauses", agreement=paper, topic="disputes", heading="Disputes", assessment="partly")
    found = answers(builder.book)
    assert found["Is a governing document in force?"] == "yes"
    assert found["Has each party signed?"] == "yes"
    assert found["Did each party have its own approval?"] == "yes"
    assert found["Is the day of the next review set, and still to come?"] == "yes"
    assert found["Is it settled what happens when partners disagree?"] == "partly"
    assert found["Is it settled what happens at the end, and what remains?"] == "partly"
    assert found["Are insurance and liability settled?"] == "open", "a memorandum need not speak of it"
    assert found["Does it cover what a document of its kind has to cover?"] == "partly"
    builder.edit("agreements", paper, level="agreement", review=TODAY - _DAY)
    builder.add("approvals", agreement=paper, partner=museum, step="legal", status="waiting")
    found = answers(builder.book)
    assert found["Are insurance and liability settled?"] == "no"
    assert found["Is the day of the next review set, and still to come?"] == "no"
    assert found["Did each party have its own approval?"] == "no"


def test_what_is_committed_counts_as_covered_only_by_a_signed_agreement() -> None:
    builder, museum, paper = signed_paper()
    given: dict[str, Any] = {"type": "in_kind", "value": "5 EUR", "status": "committed", "provider": museum}
    builder.line(agreement=paper, basis="market_price", **given)
    found = answers(builder.book)
    assert found["Is what is committed covered by a signed agreement?"] == "yes"
    assert found["Is what comes in kind valued, on a stated basis?"] == "yes"
    builder.line(**given)
    found = answers(builder.book)
    assert found["Is what is committed covered by a signed agreement?"] == "partly"
    assert found["Is what comes in kind valued, on a stated basis?"] == "partly"


def test_the_document_in_force_governs_before_a_stronger_one_in_draft() -> None:
    builder, _, paper = signed_paper()
    builder.add("agreements", title="Agreement", level="agreement", status="draft")
    builder.add("agreements", title="Annex", level="annex", status="in_force", parent=paper)
    governing = governing_document(builder.book, TODAY)
    assert governing is not None
    assert governing.title == "MoU"
