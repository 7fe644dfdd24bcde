"""What a form says, and the words by which it is known again when it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from workbook.formats import Formats
from workbook.vocabularies import HEALTH_SCALE, HEALTH_STATEMENTS
from workbook.wording import source

FORM_VERSION = 1
SHEET, META = source("Form"), "_form"
DONT_KNOW = source("don't know")
KEY, NUMBER = source("Key (leave as it is)"), source("No.")
STATEMENT, ANSWER, COMMENT = source("Statement"), source("Answer"), source("Comment")
CHOICES = (*HEALTH_SCALE.keys, DONT_KNOW)

HOW_TO = (
    source(
        "Please answer for your organisation, together if you can: how true is each of the twenty statements today?"
    ),
    source("Click a cell in the column Answer and choose from its list, or type the number."),
    source("Choose “don't know” where you cannot tell; leave a cell empty where you would rather not answer."),
    source(
        "A comment is welcome and never needed. It is shown without a name, and only where three or more have answered."
    ),
    source("Save the file as it is, as an Excel workbook (.xlsx), and send it back to whoever sent it to you."),
)
OPEN_ROUND = source("In this round single answers may be shown with the name of the partner, as all have agreed.")
PRIVATE_ROUND = source(
    "Your answers are shown only together with those of others, as means. Whoever takes in this file could read it."
)


_NAMES = ("key", "statement", "answer", "comment", "dont_know")


@dataclass(frozen=True)
class FormWords:
    """The words of one form that are looked for when it comes back; they travel in its hidden sheet.

    So a form is read by the words that stand in it, in whatever language and by whatever version it was made.
    `statements` are the keys of the statements by their words.
    """

    key: str
    statement: str
    answer: str
    comment: str
    dont_know: str
    statements: Mapping[str, str]

    @classmethod
    def said(cls, formats: Formats) -> Self:
        """Return the words of a form in a language; a comma would part the word in Excel's list of choices."""
        dont_know = formats.say(DONT_KNOW).replace(",", " ").replace('"', "'")
        key, statement, answer, comment = (formats.say(head) for head in (KEY, STATEMENT, ANSWER, COMMENT))
        return cls(
            key,
            statement,
            answer,
            comment,
            dont_know,
            {formats.term(HEALTH_STATEMENTS, key): key for key in HEALTH_STATEMENTS.keys},
        )

    @classmethod
    def held(cls, meta: Mapping[str, str]) -> Self:
        """Return the words that a form's hidden sheet holds; where it holds none, it was written in English."""
        english = cls.said(Formats())
        heads = {name: meta.get(f"word {name}") or getattr(english, name) for name in _NAMES}
        own = {meta[f"statement {key}"]: key for key in HEALTH_STATEMENTS.keys if meta.get(f"statement {key}")}
        return replace(english, **heads, statements={**english.statements, **own})

    def as_meta(self) -> dict[str, str]:
        """Return the words as the hidden sheet holds them."""
        words = {f"word {name}": getattr(self, name) for name in _NAMES}
        return words | {f"statement {key}": said for said, key in self.statements.items()}
