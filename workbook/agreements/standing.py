"""Whether an instrument binds (domain.md 2.3): a memorandum has to say that it does not."""

from typing import Literal

from workbook.records import Agreement

_BINDING_LEVELS = ("agreement", "annex")


def standing(agreement: Agreement) -> Literal["binding", "not_binding", "as_parent"]:
    """Say whether an agreement is meant to bind; an amendment has the standing of what it changes."""
    if agreement.level == "amendment":
        return "as_parent"
    return "binding" if agreement.binding or agreement.level in _BINDING_LEVELS else "not_binding"
