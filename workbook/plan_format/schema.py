"""The plan format as JSON Schema (2020-12), made from the declarations."""

from typing import Any

from workbook.fields import Field
from workbook.kinds import KINDS
from workbook.plan_format.layout import FIELDS, FORMAT, TYPES, VERSION, has_code, is_address
from workbook.plan_format.shapes import DAY_PATTERN, FILLED_PATTERN, LINE_PATTERN, MOMENT_PATTERN, MONEY_PATTERN
from workbook.records import RECORD_TYPES, RecordType

_PATTERNS = {"money": MONEY_PATTERN, "date": DAY_PATTERN, "moment": MOMENT_PATTERN}


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a plan file.

    What it cannot say, the reader checks: that a code is used once and names a record, that no two records join the
    same, and how many digits can be kept exactly.
    """
    lists = {
        record_type.name: {
            "type": ["array", "null"],
            "title": record_type.titles,
            "description": record_type.help,
            "items": {"$ref": f"#/$defs/{record_type.name}"},
        }
        for record_type in TYPES
        if record_type.name != "plan"
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:{VERSION}",
        "title": "Creative partnership plan",
        "description": "A partnership, who takes part in it, what they do and bring, and what comes of it.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": 1, "maximum": VERSION},
            "plan": {"$ref": "#/$defs/plan"},
            **lists,
        },
        "required": ["format", "version"],
        "additionalProperties": False,
        "$defs": {record_type.name: _record(record_type) for record_type in TYPES},
    }


def _record(record_type: RecordType) -> dict[str, Any]:
    fields = FIELDS[record_type.name]
    return {
        "type": "object",
        "title": record_type.title,
        "description": record_type.help or (record_type.cls.__doc__ or "").split("\n")[0],
        "properties": {key: _property(record_type, field) for key, field in fields.items()},
        "required": [key for key, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _property(record_type: RecordType, field: Field) -> dict[str, Any]:
    found: dict[str, Any] = {"title": field.title, **KINDS[field.kind].schema(field)}
    if field.kind in ("line", "text"):
        found["pattern"] = _line_pattern(field)
    elif field.kind in _PATTERNS:
        found["pattern"] = _PATTERNS[field.kind]
    elif field.kind == "reference":
        found = {"title": field.title, "type": "string", "pattern": r"\S", "maxLength": field.length}
    elif field.kind == "references":
        found = {"title": field.title, "type": "array", "items": {"type": "string"}, "uniqueItems": True}
    if field.required and field.kind in ("choices", "references"):
        found["minItems"] = 1
    description = " ".join(part for part in (field.help, _explained(record_type, field)) if part)
    if description:
        found["description"] = description
    if field.kind == "flag" or not field.required:
        found["default"] = _default(field)
    return found if field.required or field.kind == "flag" else _or_null(found)


def _line_pattern(field: Field) -> str:
    if field.pattern:
        return rf"^\s*({field.pattern}){'' if field.required else '?'}\s*$"
    return FILLED_PATTERN if field.required else LINE_PATTERN


def _explained(record_type: RecordType, field: Field) -> str:
    if is_address(record_type, field):
        return "Address of a record, such as “activities/A-01”, or “plan”."
    if field.is_reference:
        target = RECORD_TYPES[field.target]
        several = "Codes" if field.kind == "references" else "Code"
        return f"{several} of {target.titles.lower()}, such as {target.code_prefix}-01."
    if field.name == "code" and has_code(record_type):
        return f"Such as {record_type.code_prefix}-01; a record without one is given the next free code."
    return f"Unit: {field.unit}." if field.unit else ""


def _default(field: Field) -> Any:
    return KINDS[field.kind].to_plain(field.default)


def _or_null(found: dict[str, Any]) -> dict[str, Any]:
    nullable = {**found, "type": [found["type"], "null"]}
    if "enum" in found:
        nullable["enum"] = [*found["enum"], None]
    return nullable
