"""The partnership itself: the one record that the whole workbook is about, and what it answers to."""

import datetime
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, choices, day, flag, line, patterned, picture, reference, text, whole
from workbook.records.base import Record, record


@record("plan", "Partnership", "Partnership", label="title", key=("plan",))
class Plan(Record, frozen=True, gc=False):
    """The planned partnership; exactly one in a workbook (domain.md 10.1)."""

    title: Annotated[str, line("Title", "The name under which people will know the partnership.", required=True)] = ""
    code: Annotated[str, line("Reference", "Short reference for file names and footers, such as OTD-2027.")] = ""
    municipality: Annotated[
        str, line("Municipality", "The local government that answers for this plan.", expected=True)
    ] = ""
    territory_term: Annotated[
        str | None,
        choice("We call ourselves", terms.TERRITORY_TERMS, "The word your country uses for local government."),
    ] = None
    country: Annotated[str, line("Country", "Two letters (ISO 3166), such as GB; used for dates and numbers.")] = ""
    department: Annotated[str, line("Department", "The office that keeps this workbook.")] = ""
    lead_officer: Annotated[
        str | None, reference("Lead officer", "contacts", "Who runs the partnership day to day.")
    ] = None
    vision: Annotated[
        str, text("Vision", "What will be different in the city if this works? Two or three sentences.", expected=True)
    ] = ""
    purpose: Annotated[
        str,
        text("Purpose", "What the partners will do together, in words that complete “in order to …”.", expected=True),
    ] = ""
    context: Annotated[str, text("Background", "Why now: the need, what has been tried, who asked for it.")] = ""
    area: Annotated[str, line("Area", "The neighbourhood, district or whole city where it happens.", expected=True)] = (
        ""
    )
    exclusions: Annotated[str, text("Not included", "What the partnership will not do, so that nobody expects it.")] = (
        ""
    )
    target_groups: Annotated[
        str, text("Target groups", "Who should benefit, and about how many people.", expected=True)
    ] = ""
    start: Annotated[datetime.date | None, day("Start", "First day of the partnership.", expected=True)] = None
    end: Annotated[datetime.date | None, day("End", "Last day of the partnership.", expected=True)] = None
    fiscal_year_start: Annotated[
        int | None, whole("Fiscal year starts in month", "1 for January, 4 for April.", minimum=1, maximum=12)
    ] = None
    currency: Annotated[
        str, line("Currency", "Three letters (ISO 4217), such as EUR. Other currencies are shown apart, never added.")
    ] = ""
    language: Annotated[
        str, line("Language", "Language of the documents and the way dates are written, such as en-GB.")
    ] = "en"
    stage: Annotated[
        str | None, choice("Stage", terms.STAGES, "Where the partnership stands today.", expected=True)
    ] = None
    urban_challenges: Annotated[
        tuple[str, ...],
        choices("Urban challenges", terms.URBAN_CHALLENGES, "What the city wants to get better.", expected=True),
    ] = ()
    dimensions: Annotated[
        tuple[str, ...], choices("Sustainability", terms.DIMENSIONS, "Social, economic, environmental.", expected=True)
    ] = ()
    sdg_targets: Annotated[tuple[str, ...], choices("SDG targets", terms.SDG_TARGETS)] = ()
    culture_2030: Annotated[
        tuple[str, ...], choices("Culture|2030", terms.CULTURE_2030, "UNESCO's indicators for culture, used as tags.")
    ] = ()
    culture_21: Annotated[
        tuple[str, ...], choices("Culture 21", terms.CULTURE_21, "Commitments of the UCLG toolkit, used as tags.")
    ] = ()
    technologies: Annotated[tuple[str, ...], choices("Technologies", terms.TECHNOLOGIES)] = ()
    value_for_people: Annotated[
        str, text("Long-term value for people", "What residents keep when the project is over.", expected=True)
    ] = ""
    value_for_systems: Annotated[
        str, text("Long-term value for systems", "What institutions will do differently from then on.", expected=True)
    ] = ""
    value_for_country: Annotated[
        str, text("Long-term value for the country", "What other places can take from it.", expected=True)
    ] = ""
    sustainability_plan: Annotated[
        str, text("After the funding", "Who carries on what, paid from where.", expected=True)
    ] = ""
    exit_plan: Annotated[
        str, text("Exit and legacy", "If it ends: who keeps equipment, works, data and public promises.", expected=True)
    ] = ""
    logo: Annotated[str | None, picture("Logo", "A picture attached to the plan, for the cover of documents.")] = None
    accent_colour: Annotated[
        str,
        patterned(
            "Colour of documents",
            "For lines and headings, such as #1F5FA8; empty: the usual one.",
            "#[0-9A-Fa-f]{6}",
            "#1F5FA8",
        ),
    ] = ""
    confidentiality: Annotated[str | None, choice("Confidentiality", terms.CONFIDENTIALITY)] = None
    bodies_not_needed: Annotated[
        str, text("Partners without a seat", "Who agreed not to sit in a governance body, and why.")
    ] = ""
    note: Annotated[str, text("Notes")] = ""


@record("drivers", "Driver", "Drivers", label="title", code="DR", help="What already pushes in this direction.")
class Driver(Record, frozen=True, gc=False):
    """A policy, law, initiative or good practice that supports the partnership."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Title", required=True)] = ""
    type: Annotated[str | None, choice("Type", terms.DRIVER_TYPES, expected=True)] = None
    level: Annotated[str | None, choice("Level", terms.LEVELS, expected=True)] = None
    source: Annotated[str, line("Reference", "Number, year or address of the text.")] = ""
    helps: Annotated[str, text("How it helps", "What it allows, pays for or asks of us.")] = ""
    note: Annotated[str, text("Notes")] = ""


@record(
    "challenges", "Challenge", "Challenges", label="title", code="CH", help="What stands in the way of partnership."
)
class Challenge(Record, frozen=True, gc=False):
    """A barrier to the partnership, kept apart from the risks of its work."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Challenge", required=True)] = ""
    dimension: Annotated[str | None, choice("Dimension", terms.CHALLENGE_DIMENSIONS, expected=True)] = None
    response: Annotated[str, text("Response", "What the partners do about it.", expected=True)] = ""
    driver: Annotated[str | None, reference("Driver that helps", "drivers")] = None
    note: Annotated[str, text("Notes")] = ""


@record("sector_waivers", "Sector not needed", "Sectors not needed", label="reason", key=("sector",))
class SectorWaiver(Record, frozen=True, gc=False):
    """A sector that the partnership leaves out on purpose, and why."""

    sector: Annotated[str | None, choice("Sector", terms.SECTORS, required=True)] = None
    reason: Annotated[str, line("Why it is not needed", required=True)] = ""


@record(
    "mechanisms",
    "Mechanism",
    "Mechanisms",
    label="title",
    code="ME",
    help="Ways of working together that others proved.",
)
class Mechanism(Record, frozen=True, gc=False):
    """A mechanism that the plan uses: adopted from the library or the city's own."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Name", required=True)] = ""
    summary: Annotated[str, text("What it is", expected=True)] = ""
    level: Annotated[str | None, choice("Level", terms.LEVELS)] = None
    driver_type: Annotated[str | None, choice("Kind of driver", terms.DRIVER_TYPES)] = None
    sectors: Annotated[tuple[str, ...], choices("Typical partners", terms.SECTORS)] = ()
    urban_challenges: Annotated[tuple[str, ...], choices("Urban challenges", terms.URBAN_CHALLENGES)] = ()
    preconditions: Annotated[str, text("Preconditions")] = ""
    needs: Annotated[str, text("Resources typically needed")] = ""
    watch_outs: Annotated[str, text("Watch out for")] = ""
    example: Annotated[str, line("Example")] = ""
    source: Annotated[str, line("Source")] = ""
    verified_on: Annotated[datetime.date | None, day("Source checked on")] = None
    adopted: Annotated[bool, flag("In use here")] = False
    library: Annotated[str, line("Entry of the library", internal=True)] = ""
    note: Annotated[str, text("Notes")] = ""
