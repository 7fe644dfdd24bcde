"""The tables of an agreement, each made from the plan. The names are those of the clause library."""

from collections.abc import Callable

from exports.agreement.context import Blocks, Context
from exports.agreement.tables.changes import changes
from exports.agreement.tables.contributions import cash_table, in_kind_table
from exports.agreement.tables.governing import bodies
from exports.agreement.tables.parties import parties, partner_objectives, representatives
from exports.agreement.tables.planned import capacity, indicators, objectives, risks, roles, work_plan
from exports.agreement.tables.signing import annexes, signatures, versions

_TABLES: dict[str, Callable[[Context], Blocks]] = {
    "changes": changes,
    "parties": parties,
    "representatives": representatives,
    "objectives": objectives,
    "partner_objectives": partner_objectives,
    "work_plan": work_plan,
    "roles": roles,
    "cash": cash_table,
    "in_kind": in_kind_table,
    "capacity": capacity,
    "bodies": bodies,
    "indicators": indicators,
    "risks": risks,
    "annexes": annexes,
    "signatures": signatures,
    "versions": versions,
}


def table_named(name: str, context: Context) -> Blocks:
    """Return the blocks of a table of the clause library, after a clause's wording or in an annex."""
    return _TABLES[name](context)
