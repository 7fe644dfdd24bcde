"""Reads and writes the catalogues, in the form that Babel gives them."""

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from exports.languages import DOCUMENT_LANGUAGES, SOURCE_LANGUAGE
from tests.translations.contexts import contexts
from tests.translations.sources import ROOT, Message

LANGUAGES = tuple(language for language in DOCUMENT_LANGUAGES if language != SOURCE_LANGUAGE)
FOLDER = ROOT / "resources" / "translations"
_HEADER = """\
# What the documents of the Creative Partnership Workbook say in this language.
# Source strings are collected by `make translations`; words in {{braces}} stay as they are.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""


def read(language: str) -> Catalog:
    """Read one catalogue; a language without one begins empty."""
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str, wanted: dict[Message, tuple[str, ...]]) -> Catalog:
    """Return the catalogue with every source string that is wanted and no other, and what was translated already.

    Comments say where a string stands, and what is around a short one.
    """
    before = read(language)
    after = Catalog(locale=language)
    for message in sorted(wanted, key=lambda each: (wanted[each][0], str(each))):
        held = before.get(message[0] if isinstance(message, tuple) else message)
        said = held.string if held is not None and held.pluralizable == isinstance(message, tuple) else None
        around = contexts().get(message, ()) if isinstance(message, str) else ()
        flags = held.flags if held is not None else ()
        after.add(message, said, auto_comments=(*wanted[message], *around), flags=flags)
    return after


def write(language: str, catalogue: Catalog) -> None:
    """Write one catalogue, without times and names: the same content gives the same file."""
    with (FOLDER / f"{language}.po").open("wb") as file:
        file.write(_HEADER.format(language=language, plurals=catalogue.plural_forms).encode())
        write_po(file, catalogue, width=0, sort_output=False, omit_header=True)


def untranslated(catalogue: Catalog) -> tuple[str, ...]:
    """Return the source strings that this language cannot say yet."""
    return tuple(str(message.id) for message in catalogue if message.id and not all(_forms(message.string)))


def _forms(said: object) -> tuple[str, ...]:
    return said if isinstance(said, tuple) else (str(said or ""),)
