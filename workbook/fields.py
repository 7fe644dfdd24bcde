"""How a record type declares its fields: one call each, read by every surface.

A declaration is a `msgspec.Meta` inside ``Annotated[...]``. What msgspec does not know (kind, vocabulary, target, who
may see it) stands in ``extra``. `field_of` turns it into a `Field`, which forms, tables, documents, the file, the plan
format and importers all read; none of them keeps a list of titles or limits of its own.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from msgspec import Meta

from workbook.vocabularies.base import Vocabulary

LINE_LENGTH = 500
TEXT_LENGTH = 20_000
LANGUAGE_TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record type, as every surface sees it.

    `required`: a record without it is refused. `expected`: it may stay empty while the plan grows, but the plan is not
    complete without it. `personal`: it says something about a person, so it is exported only on request and can be
    erased. `owned`: the record goes when what this field refers to goes. `internal`: written by the program only, and
    left out of plan files. `fixed`: told by the program when the record is made, and shown to people as it is.
    `pattern`: a regular expression of what the text has to look like where it is not empty, with an `example`.
    `media`: how the file type of an attachment that is named here begins.
    """

    name: str
    title: str
    help: str
    kind: str
    default: Any
    vocabulary: Vocabulary | None = None
    target: str = ""
    required: bool = False
    expected: bool = False
    personal: bool = False
    owned: bool = False
    internal: bool = False
    fixed: bool = False
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    length: int = LINE_LENGTH
    pattern: str = ""
    example: str = ""
    media: str = ""

    @property
    def is_reference(self) -> bool:
        return self.kind in ("reference", "references")


def _declare(kind: str, title: str, help: str, **extra: Any) -> Meta:
    return Meta(title=title, description=help, extra={"kind": kind, **extra})


def field_of(name: str, meta: Meta, default: Any) -> Field:
    """Read one declaration back."""
    return Field(
        name=name, title=meta.title or name, help=meta.description or "", default=default, **(meta.extra or {})
    )


def line(
    title: str,
    help: str = "",
    *,
    required: bool = False,
    expected: bool = False,
    personal: bool = False,
    internal: bool = False,
    fixed: bool = False,
) -> Meta:
    """Declare text of one line."""
    given = {"required": required, "expected": expected, "personal": personal, "internal": internal, "fixed": fixed}
    return _declare("line", title, help, **given)


def patterned(title: str, help: str, pattern: str, example: str, *, required: bool = False) -> Meta:
    """Declare text of one line that has to look like something, where it is not empty."""
    return _declare("line", title, help, required=required, pattern=pattern, example=example)


def language_tag(title: str, help: str = "", *, required: bool = False) -> Meta:
    """Declare a language by its tag (BCP 47)."""
    return patterned(title, help, LANGUAGE_TAG, "fr or en-GB", required=required)


def text(title: str, help: str = "", *, required: bool = False, expected: bool = False, personal: bool = False) -> Meta:
    """Declare text of several paragraphs."""
    return _declare("text", title, help, required=required, expected=expected, personal=personal, length=TEXT_LENGTH)


def whole(
    title: str,
    help: str = "",
    *,
    minimum: int | None = 0,
    maximum: int | None = None,
    expected: bool = False,
    unit: str = "",
    internal: bool = False,
) -> Meta:
    """Declare a whole number; counts start at 0 unless told otherwise."""
    return _declare("whole", title, help, expected=expected, unit=unit, internal=internal, **_limits(minimum, maximum))


def state_number(title: str, help: str = "") -> Meta:
    """Declare the number of a state of the workbook, which nobody types."""
    return _declare("whole", title, help, fixed=True, **_limits(0, None))


def file_size(title: str, help: str = "") -> Meta:
    """Declare how many bytes a file has, which nobody types."""
    return _declare("whole", title, help, unit="bytes", fixed=True, **_limits(0, None))


def number(
    title: str,
    help: str = "",
    *,
    minimum: int | None = None,
    maximum: int | None = None,
    expected: bool = False,
    required: bool = False,
    unit: str = "",
) -> Meta:
    """Declare a decimal number."""
    return _declare("number", title, help, expected=expected, required=required, unit=unit, **_limits(minimum, maximum))


def percent(title: str, help: str = "", *, maximum: int | None = 100) -> Meta:
    """Declare a percentage, kept as the number before the sign: 12.5 means 12.5 %."""
    return _declare("percent", title, help, unit="%", **_limits(0, maximum))


def money(title: str, help: str = "", *, expected: bool = False) -> Meta:
    """Declare an amount with its currency."""
    return _declare("money", title, help, expected=expected, **_limits(0, None))


def day(title: str, help: str = "", *, expected: bool = False) -> Meta:
    """Declare a calendar day."""
    return _declare("date", title, help, expected=expected)


def moment(title: str, help: str = "", *, internal: bool = False, fixed: bool = False) -> Meta:
    """Declare a moment in UTC."""
    return _declare("moment", title, help, internal=internal, fixed=fixed)


def choice(
    title: str,
    vocabulary: Vocabulary,
    help: str = "",
    *,
    required: bool = False,
    expected: bool = False,
    fixed: bool = False,
) -> Meta:
    """Declare one term of a vocabulary."""
    return _declare("choice", title, help, vocabulary=vocabulary, required=required, expected=expected, fixed=fixed)


def choices(
    title: str, vocabulary: Vocabulary, help: str = "", *, required: bool = False, expected: bool = False
) -> Meta:
    """Declare several terms of a vocabulary."""
    return _declare("choices", title, help, vocabulary=vocabulary, required=required, expected=expected)


def flag(title: str, help: str = "") -> Meta:
    """Declare a yes or no."""
    return _declare("flag", title, help)


def picture(title: str, help: str = "") -> Meta:
    """Declare a link to an attachment that is a picture."""
    return _declare("reference", title, help, target="attachments", media="image/")


def reference(
    title: str,
    target: str,
    help: str = "",
    *,
    required: bool | None = None,
    expected: bool = False,
    owned: bool = False,
) -> Meta:
    """Declare a link to one record of the type `target`; `owned` records go with it, and need it unless told else."""
    needed = owned if required is None else required
    return _declare("reference", title, help, target=target, required=needed, expected=expected, owned=owned)


def references(title: str, target: str, help: str = "", *, expected: bool = False) -> Meta:
    """Declare links to several records of the type `target`."""
    return _declare("references", title, help, target=target, expected=expected)


def _limits(minimum: int | None, maximum: int | None) -> dict[str, Decimal | None]:
    return {
        "minimum": None if minimum is None else Decimal(minimum),
        "maximum": None if maximum is None else Decimal(maximum),
    }
