"""Any cells go to a spreadsheet and back; any text at all becomes some table."""

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.sittings import TEXT
from workbook.pasted import table_of, text_of
from workbook.pasted_pages import table_in_html

TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(TEXT | st.just("\t"), min_size=width, max_size=width), min_size=1, max_size=5)
)


@given(TABLES)
def test_cells_come_back_as_they_were_copied(table: list[list[str]]) -> None:
    assert table_of(text_of(table)) == table


@given(st.text(max_size=200) | st.text('"\t\n\r a=', max_size=40))
def test_any_text_is_a_table(text: str) -> None:
    for line in table_of(text):
        assert line


@given(st.text('<>/tdrhab"= &;\n', max_size=80))
def test_any_page_is_read_without_harm(html: str) -> None:
    assert all(isinstance(cell, str) for line in table_in_html(f"<table><tr><td>{html}") for cell in line)
