"""Who takes part: partner organisations and the people to talk to."""

import datetime
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, choices, day, flag, line, reference, text
from workbook.records.base import Record, record


@record("partners", "Partner", "Partners", label="name", code="P", help="Organisations that give and gain.")
class Partner(Record, frozen=True, gc=False):
    """An organisation, group or independent artist in the partnership (not a supplier; domain.md 10.6)."""

    code: Annotated[str, line("Code")] = ""
    name: Annotated[str, line("Name", "The name people use.", required=True)] = ""
    legal_name: Annotated[str, line("Legal name", "As it must stand in an agreement.")] = ""
    legal_form: Annotated[str, line("Legal form", "Such as charity, limited company, public authority.")] = ""
    registration: Annotated[str, line("Registration", "Register and number, such as ABN 49 907 174 773.")] = ""
    short_name: Annotated[str, line("Short name in agreements", "Such as “the City”.")] = ""
    sector: Annotated[str | None, choice("Sector", terms.SECTORS, expected=True)] = None
    subfields: Annotated[tuple[str, ...], choices("Cultural fields", terms.SUBFIELDS)] = ()
    level: Annotated[str | None, choice("Level", terms.LEVELS)] = None
    roles: Annotated[
        tuple[str, ...], choices("Roles", terms.PARTNER_ROLES, "Exactly one partner leads.", expected=True)
    ] = ()
    status: Annotated[str | None, choice("Status", terms.PARTNER_STATUSES, expected=True)] = None
    address: Annotated[str, text("Address")] = ""
    website: Annotated[str, line("Website")] = ""
    mission: Annotated[str, text("Mission")] = ""
    strengths: Annotated[str, text("Strengths", "Expertise, networks and platforms it can open to others.")] = ""
    own_objective: Annotated[
        str, text("Own objective", "What this partner wants for itself; said openly, it builds trust.", expected=True)
    ] = ""
    expected_benefit: Annotated[str, text("Expected benefit", "What it gains if all goes well.", expected=True)] = ""
    local_activity: Annotated[
        str, text("Local activity", "What it does in a named place, for whom (creative partners).")
    ] = ""
    local_place: Annotated[str, line("Place of the local activity")] = ""
    local_beneficiaries: Annotated[str, line("Who benefits locally")] = ""
    approval: Annotated[
        str | None, choice("Internal approval", terms.APPROVAL_STATUSES, "The partner's own path to a signature.")
    ] = None
    approval_body: Annotated[str, line("Approved by", "Council, board or legal office that has to agree.")] = ""
    approval_date: Annotated[datetime.date | None, day("Approved on")] = None
    joined: Annotated[datetime.date | None, day("Joined")] = None
    left: Annotated[datetime.date | None, day("Left")] = None
    due_diligence: Annotated[bool, flag("Due diligence done")] = False
    source: Annotated[str, line("Source", "Where this information comes from.")] = ""
    note: Annotated[str, text("Notes")] = ""


@record("contacts", "Contact", "Contacts", label="name", code="K", help="The people to talk to.")
class Contact(Record, frozen=True, gc=False):
    """A person who speaks for a partner. Kept only as far as the work needs it."""

    code: Annotated[str, line("Code")] = ""
    partner: Annotated[str | None, reference("Partner", "partners", owned=True)] = None
    name: Annotated[str, line("Name", required=True, personal=True)] = ""
    position: Annotated[str, line("Position", personal=True)] = ""
    stakeholder_type: Annotated[str | None, choice("Group", terms.STAKEHOLDER_TYPES)] = None
    email: Annotated[str, line("E-mail", personal=True)] = ""
    phone: Annotated[str, line("Phone", personal=True)] = ""
    channel: Annotated[str | None, choice("Best reached by", terms.CONTACT_CHANNELS)] = None
    is_main: Annotated[bool, flag("Main contact")] = False
    is_signatory: Annotated[bool, flag("Signs for the partner")] = False
    authority: Annotated[
        str, line("Authority to sign", "Such as a council resolution or a power of attorney.", personal=True)
    ] = ""
    alternate: Annotated[str | None, reference("Stands in", "contacts")] = None
    consent: Annotated[bool, flag("Agreed to be stored", "The person knows that this record is kept.")] = False
    note: Annotated[str, text("Notes", personal=True)] = ""
