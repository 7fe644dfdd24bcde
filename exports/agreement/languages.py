"""The languages of an agreement: which it is made in, and the clause that says which text counts."""

from dataclasses import replace

from exports.agreement.context import Context
from exports.edition import Edition
from exports.languages import formats_in, language_name
from exports.outline import Block, Paragraph
from workbook.records import Agreement
from workbook.translating import same_language
from workbook.wording import source

Languages = tuple[str, ...]

_HEADING = source("Languages")
_MADE_IN = source("This document is made in two languages: {first} and {second}.")
_ALIKE = source("Both texts count alike.")
_PREVAILS = source("If the texts differ, the text in this language decides: {language}.")


def editions_of(edition: Edition, agreement: Agreement) -> tuple[Edition, ...]:
    """Return the edition in each language of an agreement; only as it is where a language was asked for."""
    plan = edition.book.plan.language or "en"
    if edition.language or not same_language(edition.formats.language, plan):
        return (edition,)
    first = _in(edition, agreement.language or plan)
    second = agreement.second_language
    if not second or same_language(second, first.formats.language):
        return (first,)
    return (first, _in(edition, second))


def _in(edition: Edition, language: str) -> Edition:
    """A language that the edition speaks already is kept as it speaks it."""
    if same_language(language, edition.formats.language):
        return edition
    return replace(edition, formats=formats_in(language))


def language_clause(context: Context, languages: Languages) -> tuple[str, tuple[Block, ...]]:
    """Return the heading of the clause about languages, and what it says in the language of the edition."""
    say, formats = context.showing.say, context.showing.edition.formats
    first, second = (language_name(one, formats) for one in languages)
    prevailing = context.agreement.prevailing_language
    decides = say(_PREVAILS, language=language_name(prevailing, formats)) if prevailing else say(_ALIKE)
    return say(_HEADING), (Paragraph(f"{say(_MADE_IN, first=first, second=second)} {decides}"),)
