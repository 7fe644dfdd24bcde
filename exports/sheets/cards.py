"""Address cards (.vcf) as a sheet of people: the parts that a contact has a field for (RFC 6350 and before)."""

import quopri
import re

from exports.incoming.limits import SPREADSHEET, refuse
from exports.sheets.text import decoded
from workbook.bringing_in.sheets import Sheet

_HEADINGS = ("Name", "Organisation", "Position", "E-mail", "Phone", "Notes", "Also")
_PARTS = {"TITLE": 2, "ROLE": 2, "EMAIL": 3, "TEL": 4, "NOTE": 5}
_DIVIDED = re.compile(r"(?<!\\);")
_ESCAPED = re.compile(r"\\(.)")


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
            _take(card, key, _said(value, parameters), parameters)
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
    """Split a line at the first colon that stands in no quotation marks."""
    end, is_quoted = 0, False
    while end < len(line) and (is_quoted or line[end] != ":"):
        is_quoted ^= line[end] == '"'
        end += 1
    key, _, parameters = line[:end].partition(";")
    return key.rpartition(".")[2].strip().upper(), parameters.upper(), line[end + 1 :]


def _said(value: str, parameters: str) -> str:
    if "QUOTED-PRINTABLE" not in parameters:
        return value
    charset = "cp1252" if "8859-1" in parameters or "1252" in parameters else "utf-8"
    return quopri.decodestring(value.encode("utf-8")).decode(charset, errors="replace")


def _parts(value: str) -> list[str]:
    """Return the parts of a value, which semicolons divide, without what marks commas, semicolons and new lines."""
    return [_plain(part) for part in _DIVIDED.split(value)]


def _plain(value: str) -> str:
    meant = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
    return meant.strip().removeprefix("tel:").removeprefix("mailto:")


def _take(card: list[str], key: str, value: str, parameters: str) -> None:
    """Keep of each the preferred one or the first; what else there is goes to the rest."""
    if key == "FN" and value:
        card[0] = _plain(value)
    elif key == "N" and not card[0]:
        parts = _parts(value)
        card[0] = " ".join(part for part in (parts[1:2] or [""]) + parts[:1] if part)
    elif key == "ORG":
        card[1], *units = _parts(value)
        _keep(card, units)
    elif key in _PARTS and value:
        place, said = _PARTS[key], _plain(value)
        is_preferred = "PREF" in parameters and "PREF=2" not in parameters
        first, other = (said, card[place]) if is_preferred or not card[place] else (card[place], said)
        card[place] = first
        _keep(card, [other])
    elif key == "URL":
        _keep(card, [_plain(value)])


def _keep(card: list[str], said: list[str]) -> None:
    card[-1] = "; ".join(dict.fromkeys(one for one in (*card[-1].split("; "), *said) if one))
