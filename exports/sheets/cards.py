"""Address cards (.vcf) as a sheet of people: the parts that a contact has a field for (RFC 6350 and before)."""

import quopri

from exports.incoming.limits import SPREADSHEET, refuse
from exports.sheets.text import decoded
from workbook.bringing_in.sheets import Sheet

_HEADINGS = ("Name", "Organisation", "Position", "E-mail", "Phone", "Notes")
_PARTS = {"ORG": 1, "TITLE": 2, "ROLE": 2, "EMAIL": 3, "TEL": 4, "NOTE": 5}


def sheet_of_cards(content: bytes, name: str) -> Sheet:
    """Return a row for each card; raise `Refused` where no card ends."""
    rows: list[tuple[str, ...]] = []
    card: list[str] | None = None
    for line in _unfolded(decoded(content, name)):
        key, parameters, value = _split(line)
        if key == "BEGIN" and value.upper() == "VCARD":
            card = [""] * len(_HEADINGS)
        elif key == "END" and card is not None:
            rows.append(tuple(card))
            card = None
        elif card is not None:
            _take(card, key, _said(value, parameters, key))
        if len(rows) > SPREADSHEET.most_rows:
            refuse(name, f"The file has more than {SPREADSHEET.most_rows:,} cards; choose a smaller one.")
    if not rows:
        refuse(name, "No card in this file is complete; save the address book again.")
    return Sheet(name.rpartition(".")[0] or name, (_HEADINGS, *rows))


def _unfolded(text: str) -> list[str]:
    """Put together lines that go on: after a blank at the start, or an equals sign at the end of a quoted one."""
    lines: list[list[str]] = []
    is_quoted = False
    for line in text.replace("\r\n", "\n").split("\n"):
        if lines and line[:1] in (" ", "\t"):
            lines[-1].append(line[1:])
        elif lines and is_quoted and lines[-1][-1].endswith("="):
            lines[-1][-1] = lines[-1][-1][:-1]
            lines[-1].append(line)
        else:
            lines.append([line])
            is_quoted = "QUOTED-PRINTABLE" in line.upper()
    return ["".join(parts) for parts in lines]


def _split(line: str) -> tuple[str, str, str]:
    head, _, value = line.partition(":")
    key, _, parameters = head.partition(";")
    return key.rpartition(".")[2].strip().upper(), parameters.upper(), value


def _said(value: str, parameters: str, key: str) -> str:
    if "QUOTED-PRINTABLE" in parameters:
        charset = "latin-1" if "8859-1" in parameters else "utf-8"
        value = quopri.decodestring(value.encode("utf-8")).decode(charset, errors="replace")
    if key == "ORG":
        value = value.replace(r"\;", "\x1f").split(";")[0].replace("\x1f", ";")
    if key == "N":
        return value
    value = value.removeprefix("tel:").removeprefix("mailto:")
    for mark, meant in ((r"\n", "\n"), (r"\N", "\n"), (r"\,", ","), (r"\;", ";"), ("\\\\", "\\")):
        value = value.replace(mark, meant)
    return value.strip()


def _take(card: list[str], key: str, value: str) -> None:
    """Keep the first of each; a name that is only given in parts is put together."""
    if key == "FN" and value:
        card[0] = value
    elif key == "N" and not card[0]:
        parts = [part.replace("\\,", ",").strip() for part in value.split(";")]
        card[0] = " ".join(part for part in (parts[1:2] or [""]) + parts[:1] if part)
    elif key in _PARTS and value and not card[_PARTS[key]]:
        card[_PARTS[key]] = value
