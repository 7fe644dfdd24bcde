"""The languages in which documents are written, each with its catalogue of our own words."""

from functools import cache
from gettext import NullTranslations, c2py

from babel import Locale, UnknownLocaleError

from resources.lookup import resource
from workbook.formats import Formats

DOCUMENT_LANGUAGES = ("en", "fr", "es", "pt", "ar")
SOURCE_LANGUAGE = "en"
_FOLDER = "translations"


def formats_in(language: str) -> Formats:
    """Return how a language is written, with our words in it; a language without a catalogue keeps English words."""
    return Formats(language, catalogue(language.replace("_", "-").split("-")[0].lower()))


def language_name(language: str, formats: Formats) -> str:
    """Name a language as the one of `formats` does, or by its tag where it is not known."""
    try:
        name = Locale.parse(language.replace("_", "-"), sep="-").get_display_name(formats.locale)
    except (UnknownLocaleError, ValueError):
        name = None
    return str(name or language)


@cache
def catalogue(language: str) -> NullTranslations:
    """Read the catalogue of a language once, in gettext's text form: what translators see is what is shipped."""
    if language == SOURCE_LANGUAGE or language not in DOCUMENT_LANGUAGES:
        return NullTranslations()
    return _Catalogue(language)


class _Catalogue(NullTranslations):
    """A catalogue in memory; only messages that are translated and not marked as doubtful count."""

    def __init__(self, language: str) -> None:
        super().__init__()
        from babel.messages.pofile import read_po

        with resource(_FOLDER, f"{language}.po").open("rb") as file:
            held = read_po(file, locale=language)
        self._plural = c2py(held.plural_expr)
        self._said: dict[str, tuple[str, ...]] = {}
        for message in held:
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            if message.id and not message.fuzzy and all(forms):
                key = message.id if isinstance(message.id, str) else message.id[0]
                self._said[key] = tuple(str(form) for form in forms)

    def gettext(self, message: str) -> str:
        said = self._said.get(message)
        return message if said is None else said[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        said = self._said.get(msgid1)
        if said is None:
            return super().ngettext(msgid1, msgid2, n)
        return said[min(self._plural(n), len(said) - 1)]
