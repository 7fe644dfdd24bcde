"""Books to make documents from: the plans that ship or are kept for tests, and odd ones made here."""

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from exports.edition import Edition
from exports.plan import read
from workbook.book import Book
from workbook.formats import Formats
from workbook.money import Money
from workbook.operations import AddRecord, EditRecord
from workbook.plan_format import read_plan

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "resources" / "templates" / "old_tram_depot.yaml"
AS_OF = datetime.date(2026, 11, 23)


def book_from(path: Path) -> Book:
    """Read a plan of the plan format."""
    return Book.empty().apply(read_plan(read(path.read_bytes(), path.name)))


def case(name: str) -> Book:
    """Read one of the real plans."""
    return book_from(ROOT / "tests" / "cases" / f"{name}.yaml")


def example() -> Book:
    """Read the worked example."""
    return book_from(EXAMPLE)


def edition(book: Book, *, as_of: datetime.date = AS_OF, personal: bool = False, language: str = "en-GB") -> Edition:
    """Make an edition with a state that a page can name."""
    return Edition(book, as_of, 42, "c0ffee1234567890", "workbook", Formats(language), personal)


class Maker:
    """Makes a book step by step, with ids that are always the same."""

    def __init__(self, book: Book | None = None) -> None:
        self.book = book or Book.empty()
        self._made = 0

    def plan(self, **values: Any) -> "Maker":
        """Describe the partnership."""
        if self.book.count("plan"):
            self.book = self.book.apply(EditRecord("plan", self.book.plan.id, values).plan(self.book))
        else:
            self.book = self.book.apply(AddRecord("plan", values).plan(self.book))
        return self

    def add(self, type_name: str, **values: Any) -> str:
        """Add a record and return its id."""
        self._made += 1
        joined = type_name in _JOINED
        record_id = "" if joined else f"{self._made:08x}-0000-7000-8000-000000000000"
        operation = AddRecord(type_name, values, record_id)
        self.book = self.book.apply(operation.plan(self.book))
        return operation.record_id


_JOINED = ("responsibilities", "members", "signatures", "readings", "health_responses", "sector_waivers")


def titled_only() -> Book:
    """Make the emptiest plan that there can be."""
    return Maker().plan(title="A partnership yet to be planned").book


def large(partners: int = 60, activities: int = 300) -> Book:
    """Make a plan with more of everything than a city should have, with long names in several scripts."""
    maker = Maker().plan(
        title="Partnership for culture in the whole metropolitan region", currency="EUR", municipality="Groß-Überlingen"
    )
    start = datetime.date(2026, 1, 1)
    names = (
        "Gesellschaft für kulturelle Zusammenarbeit und Nachbarschaftsförderung",
        "Δημοτικό Περιφερειακό Θέατρο Κοζάνης και Δυτικής Μακεδονίας",
        "Муниципальное бюджетное учреждение культуры «Дом народного творчества»",
        "جمعية الفنون والحرف اليدوية في مدينة الميناء القديم",
        "https://www.example.org/a-name-that-is-really-an-address-and-does-not-want-to-break/anywhere",
    )
    ids = [
        maker.add(
            "partners",
            name=f"{names[n % 5]} {n}",
            sector="local_government" if n == 0 else "cultural_institution",
            status="engaged",
            own_objective="To be seen.",
        )
        for n in range(partners)
    ]
    objective = maker.add("objectives", statement="Do everything that one can do together, and see that it is done")
    for n in range(activities):
        day = start + datetime.timedelta(days=n * 2)
        activity = maker.add(
            "activities",
            title=f"Carry out the piece of work with the number {n} together with the neighbours",
            objective=objective,
            start=day,
            end=day + datetime.timedelta(days=20 + n % 40),
            baseline_end=day + datetime.timedelta(days=20),
            milestone=n % 9 == 0,
            status="in_progress" if n % 3 else "done",
        )
        maker.add("responsibilities", activity=activity, partner=ids[n % partners], letters=("A", "R"))
        maker.add("responsibilities", activity=activity, partner=ids[(n + 7) % partners], letters=("C",))
        maker.add(
            "resources",
            title=f"Contribution to the work {n}",
            kind="commitment",
            type="cash" if n % 2 else "in_kind",
            category="cash" if n % 2 else "staff_time",
            provider=ids[n % partners],
            activity=activity,
            value=Money(Decimal(1000 + n), "EUR" if n % 4 else "USD"),
            status="committed",
        )
    maker.add("agreements", title="Agreement of sixty parties", level="agreement", parties=tuple(ids))
    return maker.book


def arabic() -> Book:
    """Make a plan in Arabic, with a Latin name in it."""
    maker = Maker().plan(
        title="مختبر الإبداع في محطة الترام القديمة",
        municipality="بلدية الميناء",
        vision="يبدأ الشباب وصانعو المشاريع أعمالهم في المحطة القديمة (Old Depot) بحلول عام 2028.",
        purpose="تحويل محطة الترام القديمة إلى مكان للعمل والتعلم",
        area="الحي القديم",
        language="ar",
    )
    city = maker.add("partners", name="بلدية الميناء", sector="local_government", status="engaged", roles=("lead",))
    firm = maker.add("partners", name="Alpha Studio", sector="creative_industry", status="engaged")
    maker.add("agreements", title="مذكرة تفاهم", level="mou", parties=(city, firm))
    return maker.book
