# Each target prepares what it needs first; on a machine that is ready, nothing touches the network.
PYTHON := .venv/bin/python
# Tests run side by side in this many processes; `make test WORKERS=0` runs them one after the other.
WORKERS := 2
EXAMPLE := build/demo/Old Tram Depot Creative Lab.cpw

.PHONY: run test lint format bench translations clean system-libraries

# Without a display there is no window to show, so the demo's documents are what a person can look at.
run: system-libraries
	QT_QPA_PLATFORM=offscreen $(PYTHON) main.py demo build/demo
	@if .ci/has-display; then $(PYTHON) main.py "$(EXAMPLE)"; fi

test: system-libraries lint
	@.ci/test-desktop
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n $(WORKERS) --dist loadgroup

lint: .venv/ready
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy

format: .venv/ready
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format

bench: system-libraries
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.benchmarks

# After a change of words: new ones wait in resources/translations for a translation, gone ones leave.
translations: .venv/ready
	$(PYTHON) -m tests.translations

# The environment stays: it is slow to build, and `rm -r .venv` is easy to say.
clean:
	rm -rf build dist .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

# Asked every time, because a display may have appeared since the last run.
system-libraries: .venv/ready
	@.ci/system-libraries

.venv/ready: requirements.txt requirements-dev.txt .ci/environment
	@.ci/environment
	@touch $@
