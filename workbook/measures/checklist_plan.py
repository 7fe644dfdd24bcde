"""What the plan itself answers of the approval checklist: purpose, work, means, reports, risks."""

from workbook.measures.agreements import has_signed
from workbook.measures.checklist import Answer, Look, share, written
from workbook.measures.figure import rows_of
from workbook.measures.lines import contribution_type, value_of
from workbook.measures.needs import need_coverage
from workbook.measures.resources import committed_lines
from workbook.measures.risks import open_risks
from workbook.records import Activity, Agreement, Indicator, Objective, Report, Resource


def purpose(look: Look) -> Answer:
    """Purpose and vision."""
    plan = look.book.plan
    return written(
        plan,
        plan.purpose,
        plan.vision,
        all_of_it="purpose and vision are written",
        some="only one of purpose and vision is written",
        nothing="neither purpose nor vision is written",
    )


def measurable(look: Look) -> Answer:
    """Shared objectives with an indicator that has a target."""
    shared = [one for one in look.book.all(Objective) if one.type != "own" and one.status != "dropped"]
    aimed = {one.objective for one in look.book.all(Indicator) if one.target is not None}
    return share(
        [one for one in shared if one.id in aimed],
        shared,
        "{count} of {whole} shared objectives have an indicator with a target",
        "there is no shared objective yet",
    )


def purposeful(look: Look) -> Answer:
    """Activities that serve an objective."""
    alive = [one for one in look.book.all(Activity) if one.status != "cancelled"]
    return share(
        [one for one in alive if one.objective],
        alive,
        "{count} of {whole} activities serve an objective",
        "there is no activity yet",
    )


def needs(look: Look) -> Answer:
    """Needs of which as much is committed as is needed; what is only offered or pledged does not count."""
    found = need_coverage(look.book)
    return share(
        [one.need for one in found if one.committed >= one.required],
        [one.need for one in found],
        "{count} of {whole} needs are covered by what is committed",
        "no need is recorded yet",
    )


def on_paper(look: Look) -> Answer:
    """Committed lines whose provider has signed the agreement that they stand in."""
    lines = committed_lines(look.book)
    return share(
        [line for line in lines if _is_signed(look, line)],
        lines,
        "{count} of {whole} committed lines stand in an agreement that their provider has signed",
        "nothing is committed yet",
    )


def _is_signed(look: Look, line: Resource) -> bool:
    agreement = look.book.one(Agreement, line.agreement)
    return agreement is not None and line.provider is not None and has_signed(look.book, agreement, line.provider)


def valued(look: Look) -> Answer:
    """Committed in-kind lines with a value and the basis of that value."""
    lines = [line for line in committed_lines(look.book) if contribution_type(line) == "in_kind"]
    return share(
        [line for line in lines if line.basis and value_of(line) is not None],
        lines,
        "{count} of {whole} committed lines in kind have a value and its basis",
        "nothing is committed in kind yet",
    )


def reported(look: Look) -> Answer:
    """Reports that were issued, of those whose period is over."""
    over = [
        one
        for one in look.book.all(Report)
        if one.status == "issued" or (one.period_end is not None and one.period_end < look.as_of)
    ]
    return share(
        [one for one in over if one.status == "issued"],
        over,
        "{count} of {whole} reports whose period is over are issued",
        "no report is issued, and no period of one is over",
    )


def risks(look: Look) -> Answer:
    """Open risks with a response and an owner; a plan without risks has not looked for them."""
    found = open_risks(look.book)
    if not found:
        return Answer("open", "no open risk is recorded")
    return share(
        [one for one in found if one.response.strip() and one.owner],
        found,
        "{count} of {whole} open risks have a response and somebody who looks after them",
        "no open risk is recorded",
    )


def afterwards(look: Look) -> Answer:
    """What comes after the funding."""
    plan = look.book.plan
    said = "it is written in the plan" if plan.sustainability_plan.strip() else "nothing is written about it"
    return Answer("yes" if plan.sustainability_plan.strip() else "no", said, rows_of((plan,)))
