"""What stands round every document: its title, its reference, its day and the state that it was made from."""

from collections.abc import Iterable

from exports.outline.blocks import Block, Document, Logo
from exports.outline.showing import Showing


def framed(
    showing: Showing,
    title: str,
    kind: str,
    blocks: Iterable[Block],
    *,
    called: str = "",
    reference: str = "",
    landscape: bool = False,
) -> Document:
    """Return a document about the plan. `kind` says what it is, such as “Progress report”; all words are said already.

    `called` is what stands above each page in place of the kind. `reference` is the document's own; the partnership's
    goes before it.
    """
    edition, plan = showing.edition, showing.edition.book.plan
    as_of = showing.say("As of {date}", date=showing.as_of)
    whole = " ".join(part for part in (plan.code, reference) if part)
    named = showing.say("Ref. {reference}", reference=whole) if whole else ""
    return Document(
        title=title,
        language=edition.formats.language,
        blocks=tuple(blocks),
        subject=f"{kind}, {as_of[:1].lower()}{as_of[1:]}",
        author=plan.municipality,
        header="  ·  ".join(edition.formats.isolated(part) for part in (plan.title, called or kind) if part),
        footer=tuple(part for part in (named, as_of, showing.state) if part),
        landscape=landscape,
        accent=plan.accent_colour,
        logo=logo_of(showing),
        day=edition.as_of,
    )


def logo_of(showing: Showing) -> Logo | None:
    """Return the logo of who makes the document, if the plan has one."""
    if not showing.edition.logo:
        return None
    owner = showing.edition.book.plan.municipality or showing.edition.book.plan.title
    return Logo(showing.edition.logo, showing.say("Logo of {owner}", owner=owner) if owner else showing.say("Logo"))
