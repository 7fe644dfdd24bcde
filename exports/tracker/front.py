"""The two sheets that people read first: how to fill the tracker, and how the partnership stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from exports.tracker.contents import NUMBER, TEXT, Content, date, head, money, number, text
from exports.tracker.rows import RowWriter
from exports.tracker.sheets import Maker, colour_ratings, protect
from exports.tracker.shown import Shown, unit_of
from exports.tracker.styles import BODY, HEADER, HEADING, PLAIN, QUIET, TITLE, WORKED_OUT
from workbook import vocabularies as terms
from workbook.checks import findings, scores
from workbook.measures.capacity import gaps, people_trained
from workbook.measures.deadlines import late
from workbook.measures.indicators import objective_rating
from workbook.measures.partners import active_partners
from workbook.measures.resources import ledger, need_coverage
from workbook.measures.work import is_open
from workbook.money import Money
from workbook.partner_sheets import PARTNER_COLUMNS
from workbook.records import Activity, Contact, Objective, TrainingSession
from workbook.surfaces import TRACKER_COLUMNS
from workbook.wording import source

MOST_LISTED = 15
_LEGEND = (
    (BODY, source("White"), source("To be filled.")),
    (WORKED_OUT, source("Grey"), source("Worked out by the workbook; what you write there is not taken.")),
)
_LEGEND_AS_A_PARTNER = (
    (BODY, source("White"), source("Yours to fill.")),
    (WORKED_OUT, source("Grey"), source("What the plan says; closed.")),
)
_CHOOSE = source(
    "Where a cell has a drop-down, choose from it. Dates are dates and numbers are numbers: write 50 %, not “half”."
)
_HOW_TO = (
    _CHOOSE,
    source("To add a row, write below the last one and leave the hidden first column empty."),
    source("Sort and filter as you like. Leave the headers, the hidden column and the hidden sheets as they are."),
    source("An empty cell means that nothing is known. Zero means zero."),
    source("Send the file back. Every change is shown and accepted one by one before it enters the plan."),
)
_HOW_TO_AS_A_PARTNER = (
    _CHOOSE,
    source("On the sheet of readings, write new values below the last row, each with its indicator and date."),
    source("An empty cell means that nothing is known. Zero means zero."),
    source(
        "Filter as you like; to sort, first take the protection off the sheet, which has no password. Leave the "
        "headers, the hidden column and the hidden sheets as they are."
    ),
    source("Save the file as an Excel workbook (.xlsx) and send it back to whoever sent it to you."),
)
_SPECIAL_SHEETS = {
    "Dashboard": source("How the partnership stands, in figures."),
    "RACI": source("Who is responsible (R), accountable (A), consulted (C), informed (I). One A for each activity."),
    "Needs_vs_offers": source("What is needed, what is offered and committed for it, and what is still missing."),
    "Log": source("What was changed in the workbook."),
}


def readme_sheet(maker: Maker, names: Iterable[str]) -> None:
    """Say what this is, of which day, whom to ask, and how to fill it."""
    say = maker.shown.say
    helps = {name: TRACKER_COLUMNS[name].help if name in TRACKER_COLUMNS else _SPECIAL_SHEETS[name] for name in names}
    _readme(maker, say("Tracker of a creative partnership"), _LEGEND, _HOW_TO, helps)


def partner_readme(maker: Maker, partner_id: str, names: Sequence[str]) -> None:
    """Say to one partner what to fill, until when, and to whom it is sent back; first of all sheets."""
    shown = maker.shown
    title = shown.say("Tracker for {partner}", partner=shown.label("partners", partner_id))
    helps = {name: PARTNER_COLUMNS[name].help for name in names}
    _readme(maker, title, _LEGEND_AS_A_PARTNER, _HOW_TO_AS_A_PARTNER, helps)


def _readme(
    maker: Maker,
    what: str,
    legend: Sequence[tuple[str, str, str]],
    how_to: Sequence[str],
    helps: Mapping[str, str],
) -> None:
    sheet = maker.sheet("README", "portrait")
    rows, shown = maker.rows(sheet, _laid_out(sheet, 22, 88)), maker.shown
    say = shown.say
    rows.line(text(shown.book.plan.title or say("Partnership tracker")), role=TITLE)
    rows.line(text(what), role=QUIET)
    rows.line()
    _told(rows, _facts(shown), say)
    rows.line(text(say("How to fill it")), role=HEADING)
    for look, colour, meaning in legend:
        rows.append([text(say(colour)), text(say(meaning))], [look, PLAIN])
    for place, sentence in enumerate(how_to, 1):
        rows.append([text(f"{place}."), text(say(sentence))], [QUIET, PLAIN])
    rows.line()
    rows.line(text(say("Sheets")), role=HEADING)
    for name, help_ in helps.items():
        rows.append([text(maker.sheet_name(name)), text(say(help_))], [PLAIN, PLAIN])
    if not helps:
        rows.line(text(say("Nothing in the plan asks you for figures at present.")), role=QUIET)
    rows.line()
    _told(rows, _marks(shown), say)
    protect(sheet)


def _told(rows: RowWriter, facts: Iterable[tuple[str, Content | None]], say: Callable[[str], str]) -> None:
    for title, content in facts:
        if content is not None:
            rows.append([text(say(title)), content], [QUIET, PLAIN])
    rows.line()


def _facts(shown: Shown) -> Iterator[tuple[str, Content | None]]:
    plan, edition = shown.book.plan, shown.edition
    officer = shown.book.one(Contact, plan.lead_officer) if shown.personal else None
    person = (officer.name, officer.email, officer.phone) if officer else ()
    to = ", ".join(part for part in (*person, plan.department, plan.municipality) if part)
    yield source("Please return it by"), None if edition.due is None else date(edition.due)
    yield source("Send it back to"), text(to)
    yield source("As of"), date(edition.as_of)


def _marks(shown: Shown) -> Iterator[tuple[str, Content | None]]:
    yield source("State"), text(str(shown.edition.state))
    yield source("Fingerprint"), text(shown.edition.fingerprint[:16])


def _laid_out(sheet: Any, *widths: float) -> tuple[float, ...]:
    sheet.sheet_view.showGridLines = False
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    return widths


def dashboard_sheet(maker: Maker) -> None:
    """Counts, foundations, objectives, money, gaps and what is overdue; values only, as of the day on top."""
    sheet = maker.sheet("Dashboard", "portrait")
    rows, shown = maker.rows(sheet, _laid_out(sheet, 44, *[18] * 5)), maker.shown
    rows.line(text(shown.book.plan.title or shown.say("Partnership")), role=TITLE)
    rows.append([text(shown.say("As of")), date(shown.as_of)], [QUIET, QUIET])
    _block(maker, rows, "In numbers", ("", "How many"), _counts(shown))
    found = findings(shown.book, shown.as_of)
    tell, term = shown.formats.tell, shown.formats.term
    said = [(text(term(terms.FOUNDATIONS, s.key)), text(tell(s.title))) for s in scores(shown.book, found).values()]
    _block(maker, rows, "The four foundations, and long-term value", ("Foundation", "Checks met"), said)
    _block(maker, rows, "Objectives by rating", ("Rating", "Objectives"), _ratings(shown))
    heads = ("Money", "Needed", "Offered", "Pledged", "Committed", "Delivered")
    _block(maker, rows, "Money, from needed to delivered", heads, _money(shown))
    _block(maker, rows, "Resource gaps", ("Need", "Unit", "Still missing"), _gaps(shown))
    _block(maker, rows, "Capacity gaps, widest first", ("Capacity", "Now", "Wanted", "Actions"), _capacity_gaps(shown))
    _block(maker, rows, "Overdue, longest first", ("What", "Kind", "Was due", "Days late"), _overdue(shown))
    colour_ratings(shown, sheet, f"A1:A{rows.row}")
    protect(sheet)


def _block(
    maker: Maker, rows: RowWriter, title: str, heads: tuple[str, ...], lines: Sequence[tuple[Content | None, ...]]
) -> None:
    say = maker.shown.say
    rows.line()
    rows.line(text(say(title)), role=HEADING)
    if not lines:
        rows.line(text(say("Nothing to list.")), role=QUIET)
        return
    formats = (TEXT if content is None else content.format for content in lines[0])
    rows.line(*(head(say(title), look) for title, look in zip(heads, formats, strict=True)), role=HEADER)
    for line in lines[:MOST_LISTED]:
        rows.line(*line)
    if len(lines) > MOST_LISTED:
        rows.line(text(say("and {count} more", count=len(lines) - MOST_LISTED)), role=QUIET)


def _counts(shown: Shown) -> list[tuple[Content | None, ...]]:
    book, say = shown.book, shown.say
    trained = people_trained(book)
    counts = (
        (source("Partners that take part now"), len(active_partners(book))),
        (source("Partners in the plan"), book.count("partners")),
        (source("Objectives"), book.count("objectives")),
        (source("Activities"), book.count("activities")),
        (source("Activities still open"), sum(is_open(activity) for activity in book.all(Activity))),
        (source("Training sessions"), len(book.all(TrainingSession))),
    )
    lines: list[tuple[Content | None, ...]] = [(text(say(title)), number(count, "whole")) for title, count in counts]
    value = number(trained.value, "whole") if isinstance(trained.value, int) else text(say("not assessed"))
    title = say(trained.title)
    return [*lines, (text(f"{title} ({say(trained.unit)})" if trained.unit else title), value)]


def _ratings(shown: Shown) -> list[tuple[Content | None, ...]]:
    objectives = shown.book.all(Objective)
    held = [objective_rating(shown.book, objective, shown.as_of).rating for objective in objectives]
    return (
        [(text(shown.formats.term(terms.RATINGS, key)), number(held.count(key), "whole")) for key in terms.RATINGS.keys]
        if held
        else []
    )


def _money(shown: Shown) -> list[tuple[Content | None, ...]]:
    book = ledger(shown.book)
    lines: list[tuple[Content | None, ...]] = []
    for code in book.currencies:
        for title, sums in (
            (source("cash"), [c.cash for c in book.columns]),
            (source("in kind"), [c.in_kind for c in book.columns]),
            (source("not said which"), [c.unsorted for c in book.columns]),
        ):
            if any(code in held for held in sums):
                cells = (money(Money(held[code], code)) if code in held else Content("–", "s", NUMBER) for held in sums)
                lines.append((text(f"{code}, {shown.say(title)}"), *cells))
    return lines


def _gaps(shown: Shown) -> list[tuple[Content | None, ...]]:
    return [
        (
            text(shown.label("resources", coverage.need.id)),
            text(unit_of(shown, coverage.unit)),
            number(coverage.gap),
        )
        for coverage in need_coverage(shown.book)
        if coverage.gap
    ]


def _capacity_gaps(shown: Shown) -> list[tuple[Content | None, ...]]:
    return [
        (
            text(shown.label("capacity_needs", gap.need.id)),
            text("") if gap.need.current is None else number(gap.need.current, "whole"),
            text("") if gap.need.desired is None else number(gap.need.desired, "whole"),
            number(len(gap.actions), "whole"),
        )
        for gap in gaps(shown.book)
        if gap.size is None or gap.size > 0
    ]


def _overdue(shown: Shown) -> list[tuple[Content | None, ...]]:
    return [
        (
            text(dated.title),
            text(shown.say(dated.what)),
            date(dated.date),
            number(dated.days_late(shown.as_of), "whole"),
        )
        for dated in late(shown.book, shown.as_of)
    ]
