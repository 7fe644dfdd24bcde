"""The sheet on which people sign in to a session (domain.md 5.4: what is asked, and what is only counted)."""

from collections.abc import Iterator

from exports.edition import Edition
from exports.outline import Block, Document, Note, Paragraph, Party, Row, SignatureBlock, Table
from exports.outline.framing import framed
from exports.outline.tables import Column, body
from exports.training.sessions import Held, held
from workbook.measures.certificates import groups_to_tick, lines_to_sign, names_to_sign
from workbook.records import Participant
from workbook.vocabularies import STAKEHOLDER_TYPES
from workbook.wording import source

_COUNTED = (
    source("Women"),
    source("Men"),
    source("Other"),
    source("Under 18"),
    source("18 to 29"),
    source("30 to 59"),
    source("60 and over"),
    source("With a disability"),
)
_LINE = "_" * 22


def sheet_document(edition: Edition, session_id: str) -> Document:
    """Build the outline, on pages turned on their side because names and signatures need room."""
    of = held(edition, session_id)
    kind = edition.say("Sign-in sheet")
    title = f"{kind}: {of.session.title}"
    return framed(of.showing, title, kind, _blocks(of, kind), reference=of.session.code, landscape=True)


def _blocks(of: Held, kind: str) -> Iterator[Block]:
    showing = of.showing
    yield Paragraph(kind, "kind")
    yield Paragraph(of.session.title, "title")
    known = [showing.labelled(showing.say(name), value) for name, value in of.facts]
    if not of.date:
        known.insert(0, showing.labelled(showing.say("Date"), _LINE))
    yield Paragraph("   ·   ".join(known))
    yield _consent(of)
    yield from _lines(of)
    yield showing.heading(2, "Counted, not by name")
    yield showing.paragraph(
        "Whoever likes to may tell the trainer their sex, their age band or a disability, or put a stroke here. Only "
        "the strokes are counted; nothing here is written beside a name, and nobody has to say anything."
    )
    yield Table(
        tuple(Column(showing.say(title), 1) for title in ("", *_COUNTED)),
        body((showing.say(name), *("" for _ in _COUNTED)) for name in (source("Strokes"), source("Number"))),
        to_fill=True,
    )
    yield showing.paragraph("How many came: {line}   How many completed it: {line}", line=_LINE)
    yield SignatureBlock((Party(of.provider or showing.say("the provider"), of.session.trainer, brief=True),))


def _consent(of: Held) -> Note:
    """Say what the names are for, who keeps them and until when; open until somebody decides."""
    kept = names_to_sign(of.showing.edition.book, of.session)
    days = [one.delete_after for one in kept if one.delete_after is not None]
    until = of.showing.edition.formats.date(max(days)) if days else _LINE
    return Note(
        of.showing.say(
            "With your signature you say that you were here, and agree that your name is kept by {keeper} until {date} "
            "to count who came and to make certificates. It is passed on to nobody without asking you. You may take "
            "part without signing: tell the trainer, and you are counted without a name.",
            keeper=of.provider or _LINE,
            date=until,
        ),
        "notice",
    )


def _lines(of: Held) -> Iterator[Block]:
    book, showing = of.showing.edition.book, of.showing
    groups = groups_to_tick(of.session, of.action)
    letters = {key: chr(ord("A") + place) for place, key in enumerate(groups)}
    columns = (
        Column(showing.say("No."), 0.45, "end"),
        Column(showing.say("Name"), 3),
        Column(showing.say("Organisation"), 2.6),
        *(Column(letter, 0.32, "center") for letter in letters.values()),
        Column(showing.say("Signature"), 2.8),
    )
    known = names_to_sign(book, of.session) if showing.edition.personal else ()
    count = max(lines_to_sign(of.session, of.action), len(known))
    rows = tuple(
        _row(of, number, known[number - 1] if number <= len(known) else None, groups) for number in range(1, count + 1)
    )
    yield Paragraph(
        showing.say(
            "Please tick who you are: {groups}.",
            groups=showing.listed(f"{letters[key]} {showing.term(STAKEHOLDER_TYPES, key).lower()}" for key in groups),
        ),
        "small",
    )
    yield Table(columns, rows, to_fill=True)


def _row(of: Held, number: int, person: Participant | None, groups: tuple[str, ...]) -> Row:
    name, organisation = "", ""
    if person is not None:
        name, organisation = person.name, person.organisation or of.showing.partner(person.partner)
    return Row((str(number), name, organisation, *("" for _ in groups), ""))
