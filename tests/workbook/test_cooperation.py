"""Running a round: answers are kept one by one or all at once, figures protect the few, follow-ups have dates."""

import datetime
from decimal import Decimal

import pytest

from tests.workbook.checks.building import TODAY, Builder
from workbook.answers import is_withheld, single_answers
from workbook.measures.cooperation import round_result
from workbook.measures.rounds import (
    answers_of,
    asked_partners,
    comments_on,
    dimensions,
    is_guarded,
    next_open,
    rounds_in_order,
    spread_in_words,
)
from workbook.operations import (
    Answer,
    EditRecord,
    EditSeveral,
    ForgetAnswers,
    KeepAnswers,
    MarkFollowUp,
    PlanFollowUp,
    Refused,
    RestoreRecord,
    RestoreState,
    TakeBack,
)
from workbook.records import FollowUp, HealthRound
from workbook.vocabularies import HEALTH_STATEMENTS
from workbook.workbook import Workbook


class Room:
    """A round with partners to ask."""

    def __init__(self, *names: str, **given: object) -> None:
        self.builder = Builder(title="Plan")
        self.partners = [self.builder.partner(name) for name in names]
        self.id = self.builder.add("health_rounds", title="Spring", date=TODAY, asked=self.partners, **given)

    @property
    def round(self) -> HealthRound:
        found = self.builder.book.one(HealthRound, self.id)
        assert found is not None
        return found

    def say(self, partner: int, **scores: int | None) -> None:
        given = {key: Answer(score) for key, score in scores.items()}
        self.builder.workbook.do(KeepAnswers(self.id, {self.partners[partner]: given}))

    def kept(self, partner: int) -> dict[str, int | None]:
        held = answers_of(self.builder.book, self.id, self.partners[partner])
        return {key: answer.score for key, answer in held.items()}


def test_an_answer_is_one_step_that_does_not_say_what_was_answered() -> None:
    room = Room("Museum")
    room.say(0, s07=2)
    (step,) = room.builder.workbook.history(room.builder.workbook.seq)
    assert step.title == "Keep answer 7 of P-01 Museum"
    room.builder.workbook.undo()
    assert room.kept(0) == {}


def test_an_answer_given_again_replaces_the_one_before() -> None:
    room = Room("Museum")
    room.say(0, s01=2)
    room.say(0, s01=None)
    assert room.kept(0) == {"s01": None}


def test_the_forms_of_several_partners_are_one_step() -> None:
    room = Room("Museum", "School")
    before = room.builder.workbook.seq
    given = {partner: {key: Answer(4) for key in HEALTH_STATEMENTS.keys} for partner in room.partners}
    done = room.builder.workbook.do(KeepAnswers(room.id, given))
    assert room.builder.workbook.seq == before + 1
    assert done is not None
    assert done.title == "Keep 40 answers of P-01 Museum, P-02 School"


@pytest.mark.parametrize("score", [0, 6])
def test_a_score_beyond_the_scale_is_refused_and_nothing_is_kept(score: int) -> None:
    room = Room("Museum")
    with pytest.raises(Refused):
        room.say(0, s01=3, s02=score)
    assert room.kept(0) == {}


def test_a_round_goes_on_at_the_first_statement_that_is_open() -> None:
    room = Room("Museum")
    room.say(0, s01=3, s02=None, s04=5)
    assert next_open(answers_of(room.builder.book, room.id, room.partners[0])) == 2
    room.say(0, **dict.fromkeys(HEALTH_STATEMENTS.keys, 3))
    assert next_open(answers_of(room.builder.book, room.id, room.partners[0])) == 20


def test_the_answers_of_one_partner_are_taken_out_in_one_step() -> None:
    room = Room("Museum", "School")
    room.say(0, s01=3, s02=4)
    room.say(1, s01=3)
    room.builder.workbook.do(ForgetAnswers(room.id, room.partners[0]))
    assert (room.kept(0), room.kept(1)) == ({}, {"s01": 3})


def test_who_answers_without_being_asked_is_counted() -> None:
    room = Room("Museum")
    late = room.builder.partner("Late")
    room.partners.append(late)
    assert [partner.name for partner in asked_partners(room.builder.book, room.round)] == ["Museum"]
    room.say(1, s01=3)
    assert [partner.name for partner in asked_partners(room.builder.book, room.round)] == ["Museum", "Late"]


def test_one_partner_alone_gives_no_figure() -> None:
    room = Room("Museum", "School", "Club")
    room.say(0, s01=1)
    cooperation = dimensions(room.builder.book, room.round)[0]
    assert (cooperation.partners, cooperation.mean, cooperation.spread) == (1, None, None)


def test_a_spread_over_two_partners_is_told_in_words_only() -> None:
    room = Room("Museum", "School")
    room.say(0, s01=1)
    room.say(1, s01=4)
    cooperation = dimensions(room.builder.book, room.round)[0]
    assert (cooperation.mean, cooperation.low, cooperation.high, cooperation.is_wide) == (
        Decimal("2.5"),
        None,
        None,
        True,
    )
    first = round_result(room.builder.book, room.round).statements[0]
    assert is_guarded(first)
    assert spread_in_words(first.spread) == "seen very differently"


def test_from_three_partners_on_the_range_of_their_means_is_known() -> None:
    room = Room("Museum", "School", "Club", "Council")
    room.say(0, s01=1, s02=3)
    room.say(1, s01=4)
    room.say(2, s01=5)
    cooperation = dimensions(room.builder.book, room.round)[0]
    assert [cooperation.low, cooperation.high, cooperation.spread] == [2, 5, 3]
    assert [cooperation.response_rate, cooperation.band] == [75, "watch"]
    assert not is_guarded(round_result(room.builder.book, room.round).statements[0])


def test_comments_are_told_without_order_once_three_partners_answered() -> None:
    room = Room("Museum", "School", "Club")
    for number, comment in enumerate(("We meet too rarely.", "", "Agendas come late.")):
        given = {"s02": Answer(2, comment)}
        room.builder.workbook.do(KeepAnswers(room.id, {room.partners[number]: given}))
        told = comments_on(room.builder.book, room.round, "s02")
        assert told == (("Agendas come late.", "We meet too rarely.") if number == 2 else ())


def test_rounds_stand_in_the_order_of_their_days() -> None:
    room = Room("Museum")
    for title, day in (("Undated", None), ("Winter", datetime.date(2026, 1, 5))):
        room.builder.add("health_rounds", title=title, date=day)
    assert [one.title for one in rounds_in_order(room.builder.book)] == ["Winter", "Spring", "Undated"]


@pytest.mark.parametrize("show_single", [True, False])
def test_the_history_withholds_answers_unless_the_round_allows_them(show_single: bool) -> None:
    room = Room("Museum", show_single=show_single)
    room.say(0, s01=2)
    (step,) = room.builder.workbook.history(room.builder.workbook.seq)
    (change,) = step.changes
    assert is_withheld(room.builder.book, change, "score") is not show_single
    assert not is_withheld(room.builder.book, change, "partner")


def test_answers_of_a_round_that_is_gone_stay_withheld() -> None:
    room = Room("Museum", show_single=True)
    room.say(0, s01=2)
    room.builder.remove("health_rounds", room.id)
    (step,) = room.builder.workbook.history(room.builder.workbook.seq)
    held = [change for change in step.changes if change.type == "health_responses"]
    assert held
    assert all(is_withheld(room.builder.book, change, "score") for change in held)


def test_a_follow_up_carries_the_round_the_foundation_and_a_day() -> None:
    room = Room("Museum")
    planned = PlanFollowUp(room.id, "trust", "Talk about delays", TODAY + datetime.timedelta(days=30))
    room.builder.workbook.do(planned)
    record = room.builder.book.one(FollowUp, planned.record_id)
    assert record is not None
    assert (record.code, record.round, record.foundation, record.status) == ("F-01", room.id, "trust", "open")
    room.builder.workbook.do(MarkFollowUp(record.id, TODAY))
    done = room.builder.book.one(FollowUp, record.id)
    assert done is not None
    assert (done.status, done.done_on) == ("done", TODAY)
    room.builder.workbook.undo()
    again = room.builder.book.one(FollowUp, record.id)
    assert again is not None
    assert (again.status, again.done_on) == ("open", None)


def test_answers_given_in_confidence_stay_so_whatever_is_switched_later() -> None:
    room = Room("Museum", show_single=False)
    workbook = room.builder.workbook
    opening = EditRecord("health_rounds", room.id, {"show_single": True})
    workbook.do(opening)
    workbook.do(EditRecord("health_rounds", room.id, {"show_single": False}))
    (closing,) = workbook.history(workbook.seq)
    room.say(0, s01=1)
    opened = workbook.at(closing.seq - 1)
    ways = (opening, EditSeveral("health_rounds", {room.id: {"show_single": True}}), TakeBack(closing))
    restoring = (RestoreRecord(opened, "health_rounds", room.id),)
    for way in (*ways, *restoring):
        with pytest.raises(Refused, match="cannot be shown"):
            workbook.do(way)
    assert single_answers(workbook.book, room.round) == {}
    workbook.do(RestoreState(opened, "before anybody answered"))
    assert room.round.show_single


def test_a_round_is_opened_while_nobody_answered_and_undo_takes_a_closing_back() -> None:
    room = Room("Museum")
    workbook = room.builder.workbook
    workbook.do(EditRecord("health_rounds", room.id, {"show_single": True}))
    room.say(0, s01=4)
    assert [key[1] for key in single_answers(workbook.book, room.round)] == ["s01"]
    workbook.do(EditRecord("health_rounds", room.id, {"show_single": False}))
    assert single_answers(workbook.book, room.round) == {}
    workbook.undo()
    assert room.round.show_single
    workbook.redo()
    workbook.do(ForgetAnswers(room.id, room.partners[0]))
    workbook.do(EditRecord("health_rounds", room.id, {"show_single": True}))
    with pytest.raises(Refused, match="cannot come back"):
        _undo_forgetting(workbook)


def _undo_forgetting(workbook: Workbook) -> None:
    """Take back, from the history, the step that removed answers which were given in confidence."""
    step = next(step for step in workbook.history() if step.title.startswith("Remove the answers"))
    workbook.do(TakeBack(step))
