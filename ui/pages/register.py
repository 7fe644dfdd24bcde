"""Which page shows which section; each is made when its section is first opened."""

from collections.abc import Callable

from ui.desk import Desk
from ui.pages.agreements import AgreementsPage
from ui.pages.base import Page
from ui.pages.capacity import CapacityPage
from ui.pages.cooperation.page import CooperationPage
from ui.pages.documents_page import DocumentsPage
from ui.pages.governance import GovernancePage
from ui.pages.history import HistoryPage
from ui.pages.mechanisms.page import MechanismsPage
from ui.pages.overview import OverviewPage
from ui.pages.partners.page import PartnersPage
from ui.pages.partnership_page import PartnershipPage
from ui.pages.resources.page import ResourcesPage
from ui.pages.roles_page import RolesPage
from ui.pages.tables_page import TablesPage
from ui.pages.trackers import TrackersPage
from ui.pages.work import WorkPage
from ui.sections import Section

PAGES: dict[str, Callable[[Desk, Section], Page]] = {
    "overview": OverviewPage,
    "partnership": PartnershipPage,
    "mechanisms": MechanismsPage,
    "partners": PartnersPage,
    "tables": TablesPage,
    "resources": ResourcesPage,
    "roles": RolesPage,
    "agreements": AgreementsPage,
    "capacity": CapacityPage,
    "cooperation": CooperationPage,
    "documents": DocumentsPage,
    "trackers": TrackersPage,
    "work": WorkPage,
    "governance": GovernancePage,
    "history": HistoryPage,
}


def page_for(desk: Desk, section: Section) -> Page:
    """Return a new page for a section."""
    return PAGES[section.page](desk, section)
