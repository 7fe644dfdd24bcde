"""Each surface names fields that exist, and forms leave none out."""

from workbook.records import RECORD_TYPES
from workbook.surfaces import FORM_SECTIONS, TABLE_COLUMNS, TRACKER_COLUMNS


def test_tables_show_a_few_fields_of_each_type_once() -> None:
    assert set(TABLE_COLUMNS) == set(RECORD_TYPES)
    for name, columns in TABLE_COLUMNS.items():
        assert set(columns) <= set(RECORD_TYPES[name].names), name
        assert len(set(columns)) == len(columns) <= 9, name


def test_forms_hold_every_field_that_a_person_may_fill_exactly_once() -> None:
    assert set(FORM_SECTIONS) == set(RECORD_TYPES)
    for name, sections in FORM_SECTIONS.items():
        held = [field for _, fields in sections for field in fields]
        wanted = [field.name for field in RECORD_TYPES[name].fields if not field.internal]
        assert sorted(held) == sorted(wanted), name
        assert all(title and fields for title, fields in sections), name


def test_forms_ask_for_what_is_required_first() -> None:
    for name, sections in FORM_SECTIONS.items():
        first = sections[0][1]
        needed = {field.name for field in RECORD_TYPES[name].fields if field.required}
        assert needed & set(first) or not needed, name


def test_tracker_columns_lead_to_fields() -> None:
    for name, sheet in TRACKER_COLUMNS.items():
        titles = [column.title for column in sheet.columns]
        assert len(set(titles)) == len(titles), name
        for column in sheet.columns:
            assert len(column.paths) == len(sheet.types), (name, column.title)
            for type_name, path in zip(sheet.types, column.paths, strict=True):
                if path and not path.startswith("*"):
                    first, _, second = path.partition(".")
                    field = RECORD_TYPES[type_name].by_name[first]
                    assert not second or second in RECORD_TYPES[field.target].by_name, (name, path)
