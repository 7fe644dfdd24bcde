"""In which language words are read aloud (ISO 14289-1, 7.2): told by their letters where nobody said it.

A name in Greek letters inside an English report is spelled out by an English voice; marked as Greek, it is read.
"""

import unicodedata
from functools import cache, lru_cache
from itertools import groupby

from babel import core

_SCRIPTS = {
    "LATIN": "Latn", "GREEK": "Grek", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "HEBREW": "Hebr", "ARMENIAN": "Armn",
    "GEORGIAN": "Geor", "DEVANAGARI": "Deva", "BENGALI": "Beng", "TAMIL": "Taml", "THAI": "Thai", "ETHIOPIC": "Ethi",
    "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "HANGUL": "Hang",
}  # fmt: skip


def tag_of(language: str) -> str:
    """Return a language as BCP 47 writes it, as PDF wants it (ISO 32000-1, 14.9.2); one not known is `und`."""
    return language.replace("_", "-") or "und"


@cache
def script_of(language: str) -> str:
    """Return the script that a language is usually written in, as ISO 15924 names it."""
    name, territory, script, *_ = core.parse_locale(tag_of(language), sep="-")
    if script:
        return script
    likely = core.get_global("likely_subtags")
    found = likely.get(f"{name}_{territory}") or likely.get(name) or f"{name}_Latn"
    return str(core.parse_locale(found)[2])


@cache
def _language_of(script: str, usual: str) -> str:
    """Return the language for a script: the document's own if it fits, else the one most people write in it."""
    if script == script_of(usual):
        return tag_of(usual)
    found = core.get_global("likely_subtags").get(f"und_{script}", "und")
    return str(core.parse_locale(found)[0])


@lru_cache(maxsize=4_000)
def _script_of_letter(letter: str) -> str:
    if not letter.isalpha():
        return ""
    return _SCRIPTS.get(unicodedata.name(letter, "").split(" ", 1)[0], "")


def language_of(text: str, around: str, usual: str) -> str:
    """Return the language of a text if its first letter is of another script than the language around it, else "".

    `usual` is the language of the document.
    """
    if text.isascii() and script_of(around) == "Latn":
        return ""
    script = next(filter(None, map(_script_of_letter, text)), "")
    return "" if not script or script == script_of(around) else _language_of(script, usual)


@lru_cache(maxsize=10_000)
def pieces(text: str, around: str, usual: str) -> tuple[tuple[str, str], ...]:
    """Cut a text where its script changes: pairs of a language, empty if it is the one around, and the words."""
    main = script_of(around)
    if text.isascii() and main == "Latn":
        return (("", text),)
    found, start = [], 0
    for script, members in groupby(_scripts(text, main)):
        end = start + len(list(members))
        found.append(("" if script == main else _language_of(script, usual), text[start:end]))
        start = end
    return tuple(found)


def _scripts(text: str, main: str) -> list[str]:
    """Return the script of each character; what stands between two letters of one script, such as spaces, is of it."""
    found = [_script_of_letter(char) for char in text]
    last, before = -1, main
    for place, script in enumerate(found):
        if script:
            found[last + 1 : place] = [script if script == before else main] * (place - last - 1)
            last, before = place, script
    found[last + 1 :] = [main] * (len(found) - last - 1)
    return found
