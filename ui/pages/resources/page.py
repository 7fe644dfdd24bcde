"""What is needed and what is brought: needs against offers, the ledger, give and gain, shares."""

from ui.pages.panel import Panel
from ui.pages.resources.exchange_panel import ExchangePanel
from ui.pages.resources.ledger import LedgerPanel
from ui.pages.resources.needs_panel import NeedsPanel
from ui.pages.resources.shares_panel import SharesPanel
from ui.pages.tables_page import TablesPage

NEEDS, LEDGER, EXCHANGE, SHARES = "needs", "resources", "exchange", "shares"
_TITLES = {NEEDS: "Needs against offers", LEDGER: "Ledger", EXCHANGE: "Give and gain", SHARES: "Shares and charts"}


class ResourcesPage(TablesPage):
    """The matrix comes first, because it says what is missing; the ledger is where every line stands."""

    def tab_keys(self) -> tuple[str, ...]:
        return (NEEDS, LEDGER, EXCHANGE, SHARES)

    def tab_title(self, key: str) -> str:
        return _TITLES[key]

    def make_panel(self, key: str) -> Panel:
        if key == NEEDS:
            return NeedsPanel(self.desk)
        if key == LEDGER:
            return LedgerPanel(self.desk, self.section.icon)
        if key == EXCHANGE:
            return ExchangePanel(self.desk)
        return SharesPanel(self.desk)

    @property
    def ledger(self) -> LedgerPanel:
        found = self.panel(LEDGER)
        assert isinstance(found, LedgerPanel)
        return found
