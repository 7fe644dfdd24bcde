"""Which questions the approval checklist asks, and where the plan answers each of them (domain: 2.1)."""

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from workbook.book import Book
from workbook.measures import checklist_paper as paper
from workbook.measures import checklist_people as people
from workbook.measures import checklist_plan as plan
from workbook.measures.checklist import Answer, Look, look
from workbook.wording import source


@dataclass(frozen=True, slots=True)
class Question:
    """One question, in its group, and what answers it; None: only a person can."""

    group: str
    wording: str
    answer: Callable[[Look], Answer] | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer."""

    question: Question
    answer: Answer


def checklist(book: Book, as_of: datetime.date, required_topics: Mapping[str, Collection[str]]) -> tuple[Answered, ...]:
    """Return every question with what the plan answers on a day.

    `required_topics` names, by the level of an agreement, the topics that it has to speak to.
    """
    seen = look(book, as_of, required_topics)
    by_hand = Answer("open", "the plan cannot know it")
    return tuple(Answered(one, one.answer(seen) if one.answer else by_hand) for one in QUESTIONS)


_WHY = source("What it is for")
_WHO = source("Who takes part")
_MEANS = source("Money and other means")
_PAPER = source("Governing document and approvals")
_STEERING = source("Steering and accounts")
_END = source("Risks and the end")


def _topic(topic: str) -> Callable[[Look], Answer]:
    return lambda seen: seen.clause(topic)


QUESTIONS = (
    Question(_WHY, source("Is it written down what the partnership is for?"), plan.purpose),
    Question(_WHY, source("Could the same be reached more simply, by a contract or by one body alone?")),
    Question(_WHY, source("Can it be seen whether each shared objective is reached?"), plan.measurable),
    Question(_WHY, source("Does every activity serve an objective?"), plan.purposeful),
    Question(_WHO, source("Does one partner lead, and does one body answer for the money?"), people.lead),
    Question(_WHO, source("Has each partner said what it wants and what it gains?"), people.gains),
    Question(_WHO, source("Was each partner looked into before it joined?"), people.looked_into),
    Question(_WHO, source("Is there somebody to talk to at each partner?"), people.contacts),
    Question(_WHO, source("Does exactly one partner answer for each activity?"), people.accountable),
    Question(_MEANS, source("Is every need covered by what is committed?"), plan.needs),
    Question(_MEANS, source("Is what is committed covered by a signed agreement?"), plan.on_paper),
    Question(_MEANS, source("Is what comes in kind valued, on a stated basis?"), plan.valued),
    Question(_MEANS, source("Is it settled who keeps the accounts, and where unspent money goes?"), _topic("finance")),
    Question(_MEANS, source("Can this body carry what it commits, in later years too?")),
    Question(_PAPER, source("Does the law allow this body to take part?")),
    Question(_PAPER, source("Is a governing document in force?"), paper.in_force),
    Question(_PAPER, source("Does it cover what a document of its kind has to cover?"), paper.complete),
    Question(_PAPER, source("Did each party have its own approval?"), paper.approved),
    Question(_PAPER, source("Has each party signed?"), paper.signed),
    Question(_PAPER, source("Is the day of the next review set, and still to come?"), paper.review),
    Question(_PAPER, source("Is it settled what to do about conflicts of interest?"), _topic("procurement_conflicts")),
    Question(_PAPER, source("Are insurance and liability settled?"), _topic("insurance_liability")),
    Question(_PAPER, source("Are personal data and confidences protected?"), _topic("data_confidentiality")),
    Question(_STEERING, source("Does each body have a chair, a rhythm and a rule to decide by?"), people.bodies),
    Question(_STEERING, source("Does every partner have a seat, or has it agreed to have none?"), people.seated),
    Question(_STEERING, source("Have reports been issued?"), plan.reported),
    Question(_STEERING, source("Does somebody independent look at the results?"), people.evaluated),
    Question(_STEERING, source("Is it settled what happens when partners disagree?"), _topic("disputes")),
    Question(_END, source("Does every open risk have an answer and somebody who looks after it?"), plan.risks),
    Question(_END, source("Is it settled what happens at the end, and what remains?"), paper.ending),
    Question(_END, source("Is it written down how it goes on when the funding ends?"), plan.afterwards),
    Question(_END, source("Have this year's lessons been written down?")),
)
