"""What stands in an event: its name, what it is about, and where; in the language of the edition."""

from exports.edition import Edition
from exports.outline.text import one_line, printable
from workbook.isolating import without_isolates
from workbook.measures.concerned import partners_concerned
from workbook.measures.deadlines import Dated
from workbook.records import Contact, Partner
from workbook.wording import source

_STATES = {"open": source("Open"), "done": source("Done"), "cancelled": source("Cancelled")}
_PLACES = {"activities": "place", "meetings": "place", "training_sessions": "venue"}
_OF_PARTNER = source("{plan}: {partner}")
_SUMMARY = source("{title} ({what})")
_STATE = source("Status: {state}")
_WHO = source("Who: {partners}")
_OWNER = source("Owner: {name}")
_FROM = source("From state {state} of the plan")
_NO_TITLE = source("Partnership")


class Words:
    """Names things as documents do: organisations always, people only where the edition may hold them."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    def calendar(self, partner: str) -> str:
        """Name the calendar."""
        plan = self._edition.book.plan.title or self._edition.say(_NO_TITLE)
        said = self._edition.say(_OF_PARTNER, plan=plan, partner=self._partner(partner)) if partner else plan
        return one_line(without_isolates(said))

    def summary(self, one: Dated) -> str:
        """Name an event: the record, and what the day is to it."""
        said = self._edition.say(_SUMMARY, title=one.title, what=self._edition.say(one.what))
        return one_line(without_isolates(said))

    def category(self, one: Dated) -> str:
        """Say what kind of date it is."""
        what = self._edition.say(one.what)
        return what[:1].upper() + what[1:]

    def description(self, one: Dated) -> str:
        """Say how it stands, whom it concerns, and from which state of the plan this comes."""
        say = self._edition.say
        concerned = sorted(map(self._partner, partners_concerned(self._edition.book, one)), key=str.casefold)
        owner = self._owner(one)
        lines = (
            say(_STATE, state=say(_STATES[one.state])),
            say(_WHO, partners=self._edition.formats.listed(concerned)) if concerned else "",
            say(_OWNER, name=owner) if owner else "",
            say(_FROM, state=self._edition.state),
        )
        return printable(without_isolates("\n".join(filter(None, lines))))

    def place(self, one: Dated) -> str:
        """Say where, of what happens somewhere."""
        record = self._edition.book.get(one.type, one.id)
        return one_line(getattr(record, _PLACES[one.type], "")) if one.type in _PLACES else ""

    def _partner(self, partner_id: str) -> str:
        partner = self._edition.book.one(Partner, partner_id)
        return "" if partner is None else partner.short_name or partner.name

    def _owner(self, one: Dated) -> str:
        if not self._edition.personal:
            return ""
        record = self._edition.book.get(one.type, one.id)
        contact = self._edition.book.one(Contact, getattr(record, "owner", None))
        return "" if contact is None else contact.name
