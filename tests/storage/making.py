"""Small workbook files for the tests of this room, and a witness that a file was left alone."""

import contextlib
import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import storage
from workbook.money import Money
from workbook.operations import AddRecord, EditRecord, Operation
from workbook.workbook import Author

ANA = Author("Ana", "laptop")
BEN = Author("Ben", "office")


def few_operations() -> list[Operation]:
    """A plan of a handful of records, with a value of every simple kind."""
    return [
        AddRecord("plan", {"title": "Old Tram Depot – Atelier für alle 図", "urban_challenges": ("employment",)}),
        AddRecord("partners", {"name": "City Museum", "note": "First line\nSecond line"}),
        AddRecord("partners", {"name": "Library"}),
        AddRecord("objectives", {"statement": "More rehearsal rooms"}),
        AddRecord(
            "resources",
            {
                "title": "Room",
                "kind": "offer",
                "quantity": Decimal("12.50"),
                "rate": Money(Decimal("20.10"), "EUR"),
                "due": datetime.date(2027, 3, 31),
                "restricted": True,
            },
        ),
    ]


def small_file(folder: Path, name: str = "plan.cpw", edits: int = 3) -> Path:
    """A closed file with a plan and a few edits after it."""
    path = folder / name
    with storage.create(path, ANA, few_operations()) as opened:
        partner = opened.workbook.book.records("partners")[0]
        for number in range(edits):
            opened.workbook.do(EditRecord("partners", partner.id, {"name": f"City Museum {number}"}))
    return path


def add_partner(opened: storage.OpenWorkbook, name: str = "Choir") -> None:
    opened.workbook.do(AddRecord("partners", {"name": name}))


def partner_names(opened: storage.OpenWorkbook) -> list[str]:
    return [getattr(record, "name", "") for record in opened.workbook.book.records("partners")]


@contextlib.contextmanager
def left_alone(path: Path) -> Iterator[None]:
    """Fail if the file, or what lies beside it, is not byte for byte what it was."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    yield
    after = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    assert after == before


def is_one_sentence(text: str) -> bool:
    """Say whether a message is one sentence with an end, and no traceback or second sentence."""
    inner = text[:-1].replace(".cpw", "").replace("…", "")
    return text.endswith(".") and "\n" not in text and ". " not in inner and "Traceback" not in text
