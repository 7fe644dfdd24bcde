"""What every document is made from: an unchanging book, the day it speaks of and the language it speaks."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from exports.papers import usual_paper
from workbook.book import Book
from workbook.formats import Formats
from workbook.kinds import Reading
from workbook.own_words import with_own_words
from workbook.translating import in_language


class Cancelled(Exception):  # noqa: N818 - the user's wish, not an error
    """The person who asked for the document changed their mind."""


class NotMade(ValueError):  # noqa: N818 - what the user has to know, in one sentence
    """A document cannot be made from what it was given; the message says what to do."""


Progress = Callable[[str, int, int], None]
"""Told what is being done, how far it is and out of how much; raises `Cancelled` to stop."""


def no_progress(_what: str, _done: int, _of: int) -> None:
    """Follow nothing."""


Agreed = Callable[[str], Book | None]
"""Returns, by the id of an amendment, the book that was sealed before it; None where there is none."""


def nothing_agreed(_amendment: str) -> Book | None:
    """Know of no sealed state."""
    return None


@dataclass(frozen=True)
class Edition:
    """One state of a workbook, as a document shows it. The same edition always gives the same bytes.

    `formats` call terms as the book does. `state` and `fingerprint` name the change set that the book stands at, so
    that a printed page can be traced back.
    """

    book: Book
    as_of: datetime.date
    state: int = 0
    fingerprint: str = ""
    workbook_id: str = ""
    formats: Formats = field(default_factory=Formats)
    personal: bool = False
    paper: str = ""
    """A4 or Letter; what is usual in the plan's country where none is asked for."""
    logo: bytes = field(default=b"", repr=False)
    """The picture that the plan names as its logo, a PNG or JPEG; empty: none."""
    language: str = ""
    """The language that was asked for; empty where each document speaks its own: an agreement's, else the plan's."""
    agreed: Agreed = field(default=nothing_agreed, repr=False, compare=False)
    """What was agreed before an amendment, for its table of changes."""
    due: datetime.date | None = None
    """When it is wanted back, where it is something to be filled."""

    def __post_init__(self) -> None:
        if not self.paper:
            object.__setattr__(self, "paper", usual_paper(self.book.plan.country))
        object.__setattr__(self, "formats", with_own_words(self.formats, self.book))

    def say(self, source: str, /, **values: object) -> str:
        """Say one of our own sentences in the document's language."""
        return self.formats.say(source, **values)

    @property
    def translated(self) -> "Edition":
        """The same edition with the users' own words in its language, for documents that nobody sends back."""
        return replace(self, book=in_language(self.book, self.formats.language))

    @property
    def reading(self) -> Reading:
        """What showing a field's value needs."""
        return Reading(self.formats, self.book.label, self.book.find)
