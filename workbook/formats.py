"""How dates, numbers and amounts are written and read in one language (CLDR, through Babel), and its words for ours."""

import datetime
import decimal
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property
from gettext import NullTranslations

from babel import Locale, UnknownLocaleError
from babel import dates as babel_dates
from babel import numbers as babel_numbers
from babel import units as babel_units

from workbook.isolating import isolated
from workbook.money import Money
from workbook.vocabularies.base import Vocabulary
from workbook.wording import BY_COMMA, Sentence, fill, source

_BY_SEMICOLON = source("{one}; {other}")
_PARTED = re.compile("[,،:]")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_EXACT = decimal.Context(prec=80)  # rounding for show asks for more digits than any value has
_NUMBER_PATTERN = "#,##0.##########"
_MEANT = {"pt": "pt-PT"}  # the words of our catalogue; CLDR writes plain “pt” as in Brazil, where pt-BR asks for it
_SYSTEM = "default"  # the digits and signs that CLDR names for the language
_DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹", "deva": "०१२३४५६७८९", "beng": "০১২৩৪৫৬৭৮৯"}


@dataclass(frozen=True)
class Formats:
    """The writing habits of one language tag, such as ``en-GB``; an unknown tag falls back to English.

    `words` translates our own English source strings; without it they stay English. `exports.languages` brings it,
    because the catalogues are files. `own_words` are what a workbook calls terms, by vocabulary and key.
    """

    language: str = "en"
    words: NullTranslations = field(default_factory=NullTranslations, compare=False, repr=False)
    own_words: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def locale(self) -> Locale:
        try:
            return Locale.parse(_MEANT.get(self.language, self.language).replace("-", "_") or "en")
        except (UnknownLocaleError, ValueError):
            return Locale("en")

    @property
    def right_to_left(self) -> bool:
        return bool(self.locale.character_order == "right-to-left")

    def say(self, source: str, /, **values: object) -> str:
        """Say one of our sentences in this language, with `values` in its braces. What is not translated is English."""
        return fill(self.words.gettext(source) if source else "", self._shown(values))

    def say_count(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Say a sentence about a number of things, which stands in it as {count}; each language has its own plurals."""
        return fill(self.words.ngettext(one, many, count), self._shown({"count": self.number(count), **values}))

    def _shown(self, values: Mapping[str, object]) -> dict[str, str]:
        """Write values as they go into a sentence: counts in our digits, and none that turns the words around it."""
        return {name: self.isolated(self._counted(value)) for name, value in values.items()}

    def _counted(self, value: object) -> str:
        return self.figures(value) if isinstance(value, int) and not isinstance(value, bool) else str(value)

    def isolated(self, value: str) -> str:
        """Write a value as it goes into a sentence, or beside another value, without turning what is around it."""
        return isolated(value, self.right_to_left)

    def figures(self, value: int) -> str:
        """Write what is counted or numbered, such as a page, in the digits of the language and in no groups."""
        return self._digits(str(value))

    def tell(self, sentence: str) -> str:
        """Say a sentence that was made elsewhere, such as the reason of a rating, with dates and numbers as here."""
        if not isinstance(sentence, Sentence):
            return self.say(sentence)
        return self.say(sentence.source, **{name: self._told(value) for name, value in sentence.values.items()})

    def _told(self, value: object) -> str:
        if isinstance(value, datetime.date):
            return self.date(value)
        if isinstance(value, Decimal | int):
            return self.number(value)
        return self.tell(value) if isinstance(value, Sentence) else str(value)

    def listed(self, words: Iterable[str]) -> str:
        """Write names or phrases in a row as the language does: further apart where one has parts itself."""
        row = [self.isolated(word) for word in words]
        apart = _BY_SEMICOLON if any(_PARTED.search(word) for word in row) else BY_COMMA
        return fill(self.words.gettext(apart), {"one": "", "other": ""}).join(row)

    def term(self, vocabulary: Vocabulary, key: str) -> str:
        """Say a term of a vocabulary, by the workbook's own word where it has one."""
        return self.own_words.get((vocabulary.name, key)) or self.say(vocabulary.title(key))

    def date(self, day: datetime.date) -> str:
        return self._digits(babel_dates.format_date(day, "medium", locale=self.locale))

    def month(self, day: datetime.date) -> str:
        return self._digits(babel_dates.format_skeleton("yMMM", day, locale=self.locale))

    def interval(self, first: datetime.date, last: datetime.date) -> str:
        """Write from one day to another, without saying twice what both have in common."""
        written = babel_dates.format_interval(first, last, "yMMMd", locale=self.locale)
        return self._digits(written.replace("\N{THIN SPACE}", " "))  # which not every font has

    def moment(self, moment: datetime.datetime) -> str:
        return self._digits(babel_dates.format_datetime(moment, "medium", locale=self.locale))

    def number(self, value: Decimal | int) -> str:
        with decimal.localcontext(_EXACT):
            return self._digits(
                babel_numbers.format_decimal(
                    value, format=_NUMBER_PATTERN, locale=self.locale, numbering_system=_SYSTEM
                )
            )

    def size(self, bytes_held: int) -> str:
        """Write how large a file is, in the unit that gives a number one can grasp: 412 B, 12.3 kB, 1.5 MB."""
        for unit, one in (("gigabyte", 1024**3), ("megabyte", 1024**2), ("kilobyte", 1024)):
            if bytes_held >= one:
                value = round(Decimal(bytes_held) / one, 1 if bytes_held < 100 * one else 0)
                return babel_units.format_unit(value, f"digital-{unit}", length="short", locale=self.locale)
        return babel_units.format_unit(bytes_held, "digital-byte", length="narrow", locale=self.locale)

    def percent(self, value: Decimal | int) -> str:
        """Write 12.5 as “12.5%” in the way of the language."""
        with decimal.localcontext(_EXACT):
            return self._digits(
                babel_numbers.format_percent(
                    Decimal(value) / 100,
                    format=self._percent_pattern,
                    locale=self.locale,
                    decimal_quantization=False,
                    numbering_system=_SYSTEM,
                )
            )

    @cached_property
    def _percent_pattern(self) -> str:
        return str(self.locale.percent_formats[None].pattern).replace("0", "0.##")

    def money(self, value: Money) -> str:
        """Write an amount with its currency; whole amounts without decimals, others as the currency asks."""
        whole = value.amount == value.amount.to_integral_value()
        with decimal.localcontext(_EXACT):
            return self._digits(
                babel_numbers.format_currency(
                    value.amount,
                    value.currency,
                    format="¤¤ #,##0" if whole else "¤¤ #,##0.00",
                    locale=self.locale,
                    currency_digits=False,
                    numbering_system=_SYSTEM,
                )
            )

    def read_number(self, text: str) -> Decimal:
        """Read a number as people of this language type it; raise ValueError if it is none or could be two."""
        typed = _typed(text)
        try:
            return Decimal(
                babel_numbers.parse_decimal(typed, locale=self.locale, strict=True, numbering_system=_SYSTEM)
            )
        except babel_numbers.NumberFormatError:
            try:
                return Decimal(typed)
            except InvalidOperation as error:
                raise ValueError(text) from error

    def read_date(self, text: str) -> datetime.date:
        """Read an ISO date, a date with the month in words, or digits in the order of this language.

        Raises ValueError for anything else.
        """
        typed = _typed(text)
        if _ISO_DATE.fullmatch(typed):
            return datetime.date.fromisoformat(typed)
        words = [word.casefold().strip(".") for word in re.findall(r"[^\W\d_]+\.?", typed)]
        months = [self._months[word] for word in words if word in self._months]
        digits = re.findall(r"\d+", typed)
        if len(months) == 1 and len(digits) == 2:
            day, year = sorted(map(int, digits))
            return datetime.date(year, months[0], day)
        try:
            return babel_dates.parse_date(typed, locale=self.locale, format="short")
        except (IndexError, AttributeError) as error:
            raise ValueError(text) from error

    @cached_property
    def _digits(self) -> Callable[[str], str]:
        """Babel writes Western digits whatever the language; this puts its own in their place."""
        digits = _DIGITS.get(str(self.locale.default_numbering_system))
        table = {} if digits is None else str.maketrans("0123456789", digits)
        return lambda written: written.translate(table) if table else written

    @cached_property
    def _months(self) -> dict[str, int]:
        """Month names of this language and of English, as written in full or shortened."""
        found: dict[str, int] = {}
        for locale in (Locale("en"), self.locale):
            for context in ("format", "stand-alone"):
                for width in ("wide", "abbreviated"):
                    names = babel_dates.get_month_names(width, context, locale)
                    found |= {name.casefold().strip("."): number for number, name in names.items()}
        return found


def _typed(text: str) -> str:
    """Return what somebody typed with the digits of every script as Western ones."""
    digits = (str(unicodedata.decimal(char, char)) for char in unicodedata.normalize("NFKC", text))
    return "".join(digits).strip()
