"""The plan as a JSON or YAML file, out and in: the lossless form in which one workbook hands its plan to another.

Whether it names people is the edition's choice (`Edition.personal`). A plan that is handed over whole is made with
names; without them contacts are known by their code only, and what single partners answered to cooperation checks in
confidence is left out as well.
"""

import msgspec

from exports.edition import Edition
from exports.plan.reading import read
from exports.plan.yaml_writing import yaml_text
from workbook.plan_format import to_plan

__all__ = ["read", "to_json", "to_yaml"]

_json = msgspec.json.Encoder(decimal_format="number")


def to_json(edition: Edition) -> bytes:
    """Return the plan as indented JSON in UTF-8; numbers stay exactly as they were entered."""
    plan = to_plan(edition.book, personal=edition.personal)
    return msgspec.json.format(_json.encode(plan), indent=2) + b"\n"


def to_yaml(edition: Edition) -> bytes:
    """Return the plan as YAML 1.2 in block style, UTF-8, in the order in which people read it."""
    return yaml_text(to_plan(edition.book, personal=edition.personal)).encode()
