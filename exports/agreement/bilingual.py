"""An agreement in two languages: side by side, clause beside clause, or one whole text after the other."""

from collections.abc import Iterator
from dataclasses import fields, replace

from exports.agreement.languages import editions_of
from exports.agreement.outline import Parts, agreement_document, agreement_of, agreement_parts
from exports.edition import Edition
from exports.outline import (
    Block,
    Document,
    Heading,
    Note,
    PageBreak,
    Parallel,
    Party,
    SignatureBlock,
    Spoken,
    Table,
)
from exports.outline.blocks import runs_right_to_left
from workbook.isolating import isolated
from workbook.wording import source

_WIDEST_BESIDE = 3
_SIGNED_ONCE = source("The signatures stand once, under the text in the other language.")
_ONE_AFTER_OTHER = "one_after_other"
Piece = tuple[Block, ...]


def document_in_its_languages(edition: Edition, agreement_id: str) -> Document:
    """Build the outline in the language or the languages of an agreement."""
    agreement = agreement_of(edition, agreement_id)
    spoken = editions_of(edition, agreement)
    if len(spoken) == 1:
        return agreement_document(spoken[0], agreement_id)
    languages = tuple(one.formats.language for one in spoken)
    first, second = (agreement_parts(one, agreement_id, languages) for one in spoken)
    if agreement.layout == _ONE_AFTER_OTHER:
        blocks = _one_after_other(first, second, spoken[0])
    else:
        blocks = tuple(_side_by_side(first, second))
    level = second.frame.header.rpartition("  ·  ")[2]
    return replace(
        first.frame,
        blocks=blocks,
        header=" / ".join(dict.fromkeys((first.frame.header, level))),
        second_language=second.frame.language,
    )


def _one_after_other(first: Parts, second: Parts, edition: Edition) -> Piece:
    """The second text begins on a new page, with a title of its own; the signatures stand in it, once."""
    own, other = first.frame.language, second.frame.language
    elsewhere = Note(edition.say(_SIGNED_ONCE))
    blocks = tuple(elsewhere if isinstance(one, SignatureBlock) else one for one in first.blocks)
    parties = _parties(first.blocks)
    signed = tuple(
        _signed_in_both(one, parties, other, own) if isinstance(one, SignatureBlock) else one for one in second.blocks
    )
    return (*blocks, PageBreak(), Spoken(other, signed))


def _side_by_side(first: Parts, second: Parts) -> Iterator[Block]:
    """Titles over the whole page, then each piece beside the same one in the other language."""
    languages = first.frame.language, second.frame.language
    titles, others = _titles(first.title), _titles(second.title)
    yield from titles
    yield Spoken(languages[1], others)
    yield Parallel(Spoken(languages[0], first.title[len(titles) :]), Spoken(languages[1], second.title[len(others) :]))
    for one, other in zip(first.clauses, second.clauses, strict=True):
        yield from _beside(one, other, *languages)
    for one, other in zip(first.annexes, second.annexes, strict=True):
        yield from _beside(one, other, *languages)
    yield from _beside(first.end, second.end, *languages)


def _titles(piece: Piece) -> Piece:
    """Return what stands before the facts: what the document is, and its title."""
    end = next((place for place, block in enumerate(piece) if isinstance(block, Table)), len(piece))
    return piece[:end]


def _beside(one: Piece, other: Piece, first: str, second: str) -> Iterator[Block]:
    """Put what is narrow enough beside each other; from the first wide table on, one language follows the other."""
    if any(isinstance(block, Heading) and block.new_page for block in one):
        yield PageBreak()
    narrow, wide = _split(one)
    narrow_other, wide_other = _split(other)
    if narrow or narrow_other:
        yield Parallel(Spoken(first, narrow), Spoken(second, narrow_other))
    if any(isinstance(block, SignatureBlock) for block in wide):
        wide = tuple(_signed_in_both(one, _parties(wide_other), first, second) for one in wide)
        wide_other = tuple(block for block in wide_other if not isinstance(block, SignatureBlock))
    yield from wide
    if wide_other:
        yield Spoken(second, wide_other)


def _split(piece: Piece) -> tuple[Piece, Piece]:
    end = next((place for place, block in enumerate(piece) if _is_wide(block)), len(piece))
    return piece[:end], piece[end:]


def _is_wide(block: Block) -> bool:
    return isinstance(block, SignatureBlock) or (isinstance(block, Table) and len(block.columns) > _WIDEST_BESIDE)


def _parties(blocks: Piece) -> tuple[Party, ...]:
    return next((block.parties for block in blocks if isinstance(block, SignatureBlock)), ())


def _signed_in_both(block: Block, others: tuple[Party, ...], around: str, language: str) -> Block:
    """Say what is known of each signature in both languages, where they say it differently.

    `around` is the language of the part that the block stands in, `language` the other one.
    """
    if not isinstance(block, SignatureBlock) or len(others) != len(block.parties):
        return block
    parties = (
        _in_both(one, other, runs_right_to_left(around)) for one, other in zip(block.parties, others, strict=True)
    )
    return SignatureBlock(tuple(parties), language)


def _in_both(party: Party, other: Party, right_to_left: bool) -> Party:
    made = party
    for one in fields(Party):
        said = (getattr(party, one.name), getattr(other, one.name))
        if isinstance(said[0], str):
            parts = [isolated(part, right_to_left) for part in dict.fromkeys(filter(None, said))]
            made = replace(made, **{one.name: " / ".join(parts)})  # type: ignore[arg-type]
    return made
