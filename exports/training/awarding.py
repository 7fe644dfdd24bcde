"""The certificates of a session: one to a page, for everybody who completed it (domain.md 5.4)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from exports.edition import Edition
from exports.outline import Block, Certificate, Document
from exports.outline.framing import framed, logo_of
from exports.training.sessions import Held, held
from workbook.measures.certificates import Certificate as Given
from workbook.measures.certificates import certificates_of
from workbook.wording import source

_MOST_LEARNED = 6
_LONGEST = 150
_MARK = re.compile(r"^[\s\-•*–]+")


def certificates_document(edition: Edition, session_id: str) -> Document:
    """Build the outline, on sheets turned on their side."""
    of = held(edition, session_id)
    kind = edition.say("Certificates")
    title = f"{kind}: {of.session.title}"
    made = framed(of.showing, title, kind, _blocks(of), reference=of.session.code, landscape=True)
    return replace(made, sheets=True, logo=None)


def _blocks(of: Held) -> Iterator[Block]:
    given = certificates_of(of.showing.edition.book, of.session, named=of.showing.edition.personal)
    return (_certificate(of, one) for one in given)


def _certificate(of: Held, given: Given) -> Certificate:
    showing, plan = of.showing, of.showing.edition.book.plan
    about, learned = _learned(of)
    number = showing.say("Certificate no. {number}", number=given.number)
    return Certificate(
        heads=showing.say("Certificate"),
        opening=showing.say("This is to certify that"),
        name=given.name,
        said=showing.say("took part in and completed"),
        title=of.session.title,
        facts=tuple(part for part in (of.date, of.hours, of.place) if part),
        about=showing.say(about) if learned else "",
        learned=learned,
        signers=(of.provider or showing.say("The provider"), showing.say("Place and date")),
        foot="  ·  ".join(part for part in (number, plan.title, showing.state) if part),
        blank=showing.say("Name"),
        logo=logo_of(showing),
    )


def _learned(of: Held) -> tuple[str, tuple[str, ...]]:
    """Return what people learned to do, one point each; the topics where nobody wrote what they learn."""
    able = of.action.learning_objectives if of.action is not None else ""
    heading = source("What those who completed it can do") if able.strip() else source("What it was about")
    points = [_MARK.sub("", " ".join(part.split())) for part in (able.strip() or of.session.topics).split("\n")]
    return heading, tuple(_cut(point) for point in points if point)[:_MOST_LEARNED]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
