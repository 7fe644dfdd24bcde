"""What both papers say about a session: when, how long, where, by whom."""

from dataclasses import dataclass

from exports.edition import Edition
from exports.outline.showing import Showing
from workbook.records import CapacityAction, TrainingSession
from workbook.wording import source


class NoSuchSession(KeyError):  # noqa: N818 - a wish that cannot be met
    """A session was asked for that this state of the workbook does not hold."""

    def __str__(self) -> str:
        return "This session is not in this state of the workbook."


@dataclass(frozen=True)
class Held:
    """A session, the action that it belongs to, and how to write about them."""

    showing: Showing
    session: TrainingSession
    action: CapacityAction | None

    @property
    def date(self) -> str:
        """The day, or the first and the last one."""
        session, formats = self.session, self.showing.edition.formats
        if session.date is None:
            return ""
        if session.end is None or session.end <= session.date:
            return formats.date(session.date)
        return self.showing.say("{start} to {end}", start=formats.date(session.date), end=formats.date(session.end))

    @property
    def hours(self) -> str:
        hours = self.session.hours if self.session.hours is not None else self.action and self.action.hours
        return self.showing.say("{number} hours", number=self.showing.number(hours, 2)) if hours else ""

    @property
    def place(self) -> str:
        return ", ".join(part for part in (self.session.venue, self.session.district) if part)

    @property
    def provider(self) -> str:
        """Who holds it, by its full name."""
        action = self.action
        wanted = self.session.organisation or (action.provider or action.lead if action is not None else None)
        partner = self.showing.edition.book.get("partners", wanted) if wanted else None
        name = getattr(partner, "legal_name", "") or getattr(partner, "name", "")
        return name or self.showing.edition.book.plan.municipality

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Names and values of what is known."""
        session = self.session
        known = (
            (source("Date"), self.date),
            (source("Hours"), self.hours),
            (source("Place"), self.place),
            (source("Held by"), self.provider),
            (source("Trainer"), session.trainer),
            (source("Topics"), session.topics),
            (source("Part of"), "" if self.action is None else f"{self.action.code} {self.action.title}".strip()),
        )
        return tuple((name, value) for name, value in known if value)


def held(edition: Edition, session_id: str) -> Held:
    """Return what the papers of a session are made from; raise `NoSuchSession` where it is not there."""
    session = edition.book.one(TrainingSession, session_id)
    if session is None:
        raise NoSuchSession(session_id)
    return Held(Showing(edition), session, edition.book.one(CapacityAction, session.action))
