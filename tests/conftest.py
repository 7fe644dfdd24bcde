"""How the tests run: side by side where that is wanted, and as patient on a busy machine as on a quiet one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

TOGETHER = ("tests/outside/", "tests/journeys/test_bradford.py", "tests/journeys/test_parramatta.py")
"""Tests that share what takes long to make, and so run in one process; any other runs wherever there is room."""

# How long an example takes says how busy the machine is, and nothing about the program.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("patient"), max_examples=2000)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The worked example in a file, shared by all tests; copy it before changing it."""
    import storage
    from ui import files
    from ui.preferences import Preferences

    path = tmp_path_factory.mktemp("example") / "example.cpw"
    preferences = Preferences(operator="Tester")
    with files.made(path, files.template_start(files.EXAMPLE), preferences) as made:
        before = made.workbook.fingerprint
    yield path
    with storage.open_workbook(path, files.author(preferences), read_only=True) as opened:
        assert opened.workbook.fingerprint == before, "A test changed the shared example; let it work on a copy."


@pytest.hookimpl(optionalhook=True)  # without the plug-in the tests run one after the other
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand out the tests one by one; xdist's own groups say nothing to this pytest."""
    from xdist.scheduler import LoadScopeScheduling

    class OneByOne(LoadScopeScheduling):  # type: ignore[misc]  # it comes without types
        def _split_scope(self, nodeid: str) -> str:
            return next((place for place in TOGETHER if nodeid.startswith(place)), nodeid)

    return OneByOne(config, log)
