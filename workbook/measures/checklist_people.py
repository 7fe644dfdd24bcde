"""What the partners and their bodies answer of the approval checklist."""

from workbook.measures.checklist import Answer, Look, degree, share
from workbook.measures.figure import rows_of
from workbook.measures.governance import unrepresented
from workbook.measures.partners import active_partners
from workbook.records import Activity, Contact, GovernanceBody, Partner, Responsibility
from workbook.wording import Sentence

_NOBODY = "no partner is engaged yet"


def lead(look: Look) -> Answer:
    """Exactly one lead, exactly one accountable body."""
    alive = [one for one in look.book.all(Partner) if one.status != "withdrawn"]
    leads = [one for one in alive if "lead" in one.roles]
    bodies = [one for one in alive if "accountable_body" in one.roles]
    said = Sentence(
        "{leads} lead, {bodies} answer for the money; one of each is asked for", leads=len(leads), bodies=len(bodies)
    )
    held = dict.fromkeys((*leads, *bodies))
    return Answer(degree((len(leads) == 1) + (len(bodies) == 1), 2), said, rows_of(held))


def gains(look: Look) -> Answer:
    """Active partners whose own objective and expected benefit are recorded."""
    found = active_partners(look.book)
    return share(
        [one for one in found if one.own_objective.strip() and one.expected_benefit.strip()],
        found,
        "{count} of {whole} active partners have said what they want and what they gain",
        _NOBODY,
    )


def looked_into(look: Look) -> Answer:
    """Active partners with due diligence ticked; where none is, nobody may have thought of ticking."""
    found = active_partners(look.book)
    done = [one for one in found if one.due_diligence]
    if found and not done:
        return Answer("open", "due diligence is ticked for no partner", rows_of(found))
    return share(done, found, "due diligence is ticked for {count} of {whole} active partners", _NOBODY)


def contacts(look: Look) -> Answer:
    """Active partners with a main contact."""
    found = active_partners(look.book)
    reached = {one.partner for one in look.book.where(Contact, is_main=True)}
    return share(
        [one for one in found if one.id in reached],
        found,
        "{count} of {whole} active partners have a main contact",
        _NOBODY,
    )


def accountable(look: Look) -> Answer:
    """Activities with exactly one A in the grid of roles (domain: 3.2)."""
    alive = [one for one in look.book.all(Activity) if one.status != "cancelled"]
    letters: dict[str | None, int] = {}
    for cell in look.book.all(Responsibility):
        letters[cell.activity] = letters.get(cell.activity, 0) + ("A" in cell.letters)
    return share(
        [one for one in alive if letters.get(one.id) == 1],
        alive,
        "{count} of {whole} activities have exactly one accountable partner",
        "there is no activity yet",
    )


def bodies(look: Look) -> Answer:
    """Bodies with chair, frequency and decision rule; without a body nobody steers."""
    found = look.book.all(GovernanceBody)
    if not found:
        return Answer("no", "no body is recorded")
    return share(
        [one for one in found if one.chair and one.frequency and one.decision_rule],
        found,
        "{count} of {whole} bodies have a chair, a rhythm and a rule",
        "no body is recorded",
    )


def seated(look: Look) -> Answer:
    """Active partners with a seat in a body; those that agreed to have none are named in the plan."""
    found, without = active_partners(look.book), {one.id for one in unrepresented(look.book)}
    if found and without and look.book.plan.bodies_not_needed.strip():
        said = Sentence("{count} have no seat; the plan says who agreed to that, and why", count=len(without))
        return Answer("partly", said, rows_of(one for one in found if one.id in without))
    return share(
        [one for one in found if one.id not in without],
        found,
        "{count} of {whole} active partners have a seat in a body",
        _NOBODY,
    )


def evaluated(look: Look) -> Answer:
    """A partner whose role is to look at the results."""
    found = [one for one in look.book.all(Partner) if "evaluation" in one.roles and one.status != "withdrawn"]
    if not found:
        return Answer("open", "no partner has this role; somebody outside may have it")
    return Answer("yes", "a partner has this role", rows_of(found))
