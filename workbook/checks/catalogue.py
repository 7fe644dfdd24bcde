"""All structure checks in their order: the five foundations one after the other."""

from workbook.checks import cooperation, long_term, resources, responsibility, trust
from workbook.checks.base import Rule

RULES: dict[str, Rule] = {
    rule.id: rule for module in (cooperation, resources, responsibility, trust, long_term) for rule in module.RULES
}
"""Every rule by its id, which never changes because acceptances hold it (domain: 10.2)."""
