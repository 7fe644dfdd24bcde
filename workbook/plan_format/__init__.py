"""The plan as plain data: one object that can be written as JSON or YAML, read by people, and read back whole."""

from workbook.plan_format.layout import FORMAT, VERSION
from workbook.plan_format.reading import read_plan
from workbook.plan_format.schema import schema
from workbook.plan_format.writing import to_plan

__all__ = ["FORMAT", "VERSION", "read_plan", "schema", "to_plan"]
