"""The blocks of a document, in the order in which they are read. None of them knows a format, a font or a page."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from exports.charts import Chart
from exports.outline.tables import Table
from exports.outline.text import Runs

_RIGHT_TO_LEFT_LANGUAGES = ("ar", "fa", "he", "ur", "ckb", "ps", "sd", "ug", "yi", "dv")

Manner = Literal["body", "lead", "small", "kind", "title"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a main part. `new_page` begins it on a page of its own.

    `about` is the id of the record whose part of the document it begins, where somebody may want to be led there.
    """

    level: int
    text: str
    new_page: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `language` is told only where it differs from the document's."""

    text: str | Runs
    manner: Manner = "body"
    language: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points without an order."""

    items: tuple[str | Runs, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Points that are referred to by number."""

    items: tuple[str | Runs, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Status:
    """A rating in words with its symbol and the reason; `rating` is a key of RATINGS."""

    rating: str
    title: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, what it shows in words, and the same numbers for those who read rather than look."""

    chart: Chart
    alt: str
    caption: str = ""
    numbers: Table | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A small remark: where a figure comes from (`source`), or something the reader has to know (`notice`)."""

    text: str | Runs
    kind: Literal["source", "notice"] = "source"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the document down to a level, with their pages."""

    title: str = "Contents"
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: what this is, of whom, of when. `lines` are pairs of a name and a value."""

    kind: str
    title: str
    lines: tuple[tuple[str, str], ...] = ()
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Who signs: everything already known about a signature; the rest is left blank to write on.

    A `brief` signature asks for no authority and no witness: it confirms something and binds nobody.
    """

    organisation: str
    capacity: str = ""
    name: str = ""
    position: str = ""
    authority: str = ""
    place: str = ""
    date: str = ""
    signed: str = ""
    witness: str = ""
    brief: bool = False


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Room for the signatures of the parties, two beside each other, none of them cut by a page."""

    parties: tuple[Party, ...]
    second_language: str = ""
    """Where it is signed in two languages, the one in which every label is said a second time."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Blocks in another language than the document's, in the direction of that language."""

    language: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """The same in two languages beside each other: the first at the side where the document's lines begin.

    It is read aloud one after the other, and goes on over pages. What is too wide for half a page is no part of it.
    """

    first: Spoken
    second: Spoken


@dataclass(frozen=True, slots=True)
class Logo:
    """The sign of who a document comes from: a PNG or JPEG, and in words whose sign it is."""

    content: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """A sheet to hang up: who did what, when, and what it taught.

    Without a `name` there is a line to write one on, with `blank` below it. `signers` says whose signature, or what
    else, belongs on each line at the foot; `foot` is the small print.
    """

    heads: str
    opening: str
    name: str
    said: str
    title: str
    facts: tuple[str, ...]
    about: str
    learned: tuple[str, ...]
    signers: tuple[str, ...]
    foot: str
    blank: str
    logo: Logo | None = None


Block = (
    Heading
    | Paragraph
    | BulletList
    | NumberedList
    | Status
    | Table
    | Figure
    | Note
    | PageBreak
    | Contents
    | Cover
    | SignatureBlock
    | Spoken
    | Parallel
    | Certificate
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: its blocks, and what stands at the edge of every page and in the file's properties.

    `day` is the day it speaks of, which the file's properties give as the day it was made: by a real clock the same
    document would have other bytes each time. `landscape` turns its pages on their side, for what is wider than high.
    `accent` is the colour of its headings and bars, such as #1F5F6B, in place of ours; one that is too pale to be read
    is darkened. `home` is the language of the file, told of a part that is in another. `sheets` says that each page
    stands for itself: it has a frame and neither head nor foot.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    subject: str = ""
    author: str = ""
    header: str = ""
    footer: tuple[str, ...] = ()
    short_title: str = ""
    landscape: bool = False
    accent: str = ""
    logo: Logo | None = None
    second_language: str = ""
    home: str = ""
    sheets: bool = False
    day: datetime.date = field(kw_only=True)

    def speaking(self, language: str) -> "Document":
        """Return what a part in another language has to know of its document."""
        return replace(self, language=language, home=self.home or self.language)

    @property
    def right_to_left(self) -> bool:
        """Say whether its language begins a line at the right."""
        return runs_right_to_left(self.language)

    def headings(self) -> tuple[Heading, ...]:
        """The headings in the order of the document."""
        return tuple(block for block in told(self.blocks) if isinstance(block, Heading))


def told(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks in reading order, those within parts of another language too."""
    for block in blocks:
        if isinstance(block, Spoken):
            yield from told(block.blocks)
        elif isinstance(block, Parallel):
            yield from told((block.first, block.second))
        else:
            yield block


def runs_right_to_left(language: str) -> bool:
    """Say whether a language, named by its tag, is written from the right."""
    return language.replace("_", "-").split("-")[0].lower() in _RIGHT_TO_LEFT_LANGUAGES
