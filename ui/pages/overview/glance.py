"""The figures that a leader has ten seconds for, each leading to its rows."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from textwrap import shorten

from ui.desk import Desk
from ui.widgets.tile import Tile
from ui.widgets.tile_grid import TileGrid
from workbook.formats import Formats
from workbook.measures.alerts import alerts
from workbook.measures.attention import Indicators, indicators
from workbook.measures.capacity import people_trained, planned_against_done
from workbook.measures.deadlines import late
from workbook.measures.indicators import objective_rating
from workbook.measures.overall import overall_rating
from workbook.measures.resources import ledger, secured_percent
from workbook.money import Money
from workbook.records import Objective
from workbook.vocabularies import RATINGS

_RATING_LOOK = {
    "off_track": ("x-circle", "error"),
    "at_risk": ("warning", "warning"),
    "on_track": ("check-circle", "good"),
    "no_data": ("question", "muted"),
}
_BEGUN_BY = ("objectives", "activities", "resources", "indicators", "training_sessions")
_TILE = 120
_LONGEST = 72


class Glance(TileGrid):
    """Tiles in a row; hidden while the plan holds nothing that could be counted."""

    def __init__(self, desk: Desk, show_attention: Callable[[], object], show_coming: Callable[[], object]) -> None:
        super().__init__(_TILE)
        self.desk = desk
        self.status = self._tile("Status", partial(desk.go_to, "objectives"))
        self.settle = self._tile("To settle", show_attention)
        self.late = self._tile("Late", show_coming)
        self.agreements = self._tile("Agreements", self._go_to_agreements)
        self.secured = self._tile("Money secured", partial(desk.go_to, "resources"))
        self.trained = self._tile("People trained", partial(desk.go_to, "training_sessions"))
        self.measured = self._tile("Indicators", partial(desk.go_to, "indicators"))
        self.tiles = (self.status, self.settle, self.late, self.agreements, self.secured, self.trained, self.measured)
        self.hold(self.tiles)

    def refresh(self) -> None:
        """Work every figure out from the book as it stands."""
        book = self.desk.bridge.book
        self.setVisible(any(book.count(name) for name in _BEGUN_BY))
        if self.isHidden():
            return
        self._show_status()
        self._show_settle()
        self._show_late()
        self._show_agreements()
        self._show_secured()
        self._show_trained()
        self._show_measured(indicators(book, self.desk.bridge.today()))

    def _tile(self, caption: str, lead: Callable[[], object]) -> Tile:
        made = Tile(caption)
        made.clicked.connect(lambda _checked=False: lead())
        return made

    def _go_to_agreements(self) -> None:
        asked = alerts(self.desk.bridge.book, self.desk.bridge.today())
        first = asked[0] if asked else None
        self.desk.go_to(first.type if first else "agreements", first.id if first else "")

    def _show_status(self) -> None:
        book, today = self.desk.bridge.book, self.desk.bridge.today()
        rated = [objective_rating(book, one, today) for one in book.all(Objective)]
        overall = overall_rating(rated)
        worst = next((one for one in rated if one.rating == overall.rating), None)
        because = overall.reason if worst is None else f"{worst.objective.code}: {worst.reason}".removeprefix(": ")
        mark, role = _RATING_LOOK[overall.rating]
        tip = f"{overall.reason} {because}" if worst is not None else overall.reason
        self.status.show_figure(
            RATINGS.title(overall.rating), shorten(because, _LONGEST, placeholder="…"), mark, role, tip
        )

    def _show_settle(self) -> None:
        if not self.desk.findings.is_ready:
            self.settle.show_figure("…", "the checks are reading")
            return
        found = self.desk.findings.open
        heavy = sum(one.severity == "error" for one in found)
        remark = f"{len(found) - heavy} more to look at" if len(found) > heavy else "nothing more to look at"
        look = ("x-circle", "error") if heavy else ("check-circle", "good")
        self.settle.show_figure(str(heavy), remark, *look, "Findings of the checks that have to be settled.")

    def _show_late(self) -> None:
        today = self.desk.bridge.today()
        overdue = late(self.desk.bridge.book, today)
        if overdue:
            remark = f"longest: {overdue[0].days_late(today)} days, {overdue[0].title.split(maxsplit=1)[0]}"
            self.late.show_figure(str(len(overdue)), remark, "clock", "error", overdue[0].title)
        else:
            self.late.show_figure("0", "everything due is done", "check-circle", "good")

    def _show_agreements(self) -> None:
        """Say what agreements ask for: an end, a review, a signature or an answer."""
        asked = alerts(self.desk.bridge.book, self.desk.bridge.today())
        if asked:
            told = self.desk.bridge.formats.tell(asked[0].sentence)
            look = ("x-circle", "error") if asked[0].urgency == "overdue" else ("hourglass", "warning")
            self.agreements.show_figure(str(len(asked)), shorten(told, _LONGEST, placeholder="…"), *look, told)
        else:
            self.agreements.show_figure("0", "nothing ends, waits or is to be signed soon", "check-circle", "good")

    def _show_secured(self) -> None:
        book, formats = self.desk.bridge.book, self.desk.bridge.formats
        held, secured = ledger(book), secured_percent(book)
        known = {code: figure.value for code, figure in secured.items() if isinstance(figure.value, Decimal)}
        code = book.plan.currency if book.plan.currency in known else next(iter(known), "")
        if not code:
            self.secured.show_figure("–", "no need with a value yet", tip="No data is not zero.")
            return
        committed, needed = (one.total.get(code) for one in (held.committed, held.needed))
        more = "; other currencies apart" if len(known) > 1 else ""
        words = " of ".join(_whole(formats, amount, code) for amount in (committed, needed) if amount is not None)
        self.secured.show_figure(formats.percent(round(known[code])), f"{words}{more}", tip=secured[code].formula)

    def _show_trained(self) -> None:
        book = self.desk.bridge.book
        figure = people_trained(book)
        planned = sum(one.planned or 0 for one in planned_against_done(book))
        if figure.value is None:
            self.trained.show_figure("–", f"{planned} planned, nobody counted yet" if planned else "not counted yet")
        else:
            remark = f"of {planned} planned" if planned else "no number planned"
            self.trained.show_figure(str(figure.value), remark, tip=figure.formula)

    def _show_measured(self, found: Indicators) -> None:
        if not found.of:
            self.measured.show_figure("–", "none yet")
            return
        words = [
            f"{found.by_rating[key]} {RATINGS.title(key).lower()}" for key in RATINGS.keys if found.by_rating.get(key)
        ]
        tip = "With data, of all; no data is never counted as zero."
        self.measured.show_figure(f"{found.with_data} of {found.of}", ", ".join(words), tip=tip)


def _whole(formats: Formats, amount: Decimal, code: str) -> str:
    return formats.money(Money(Decimal(round(amount)), code))
