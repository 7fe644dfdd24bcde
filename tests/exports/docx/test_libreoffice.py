"""What another office program makes of our Word documents: one conversion, read page by page."""

import shutil
import subprocess
from pathlib import Path

import pytest

from exports.docx import render
from exports.outline import Column, Contents, Document, Heading, Paragraph, Party, SignatureBlock, Table, body
from tests.golden.plans import AS_OF
from tests.golden.reading import pages_of

OFFICE = shutil.which("soffice")
ARABIC = "تم إبرام هذه الاتفاقية بين بلدية الميناء والشركاء"


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_pages_are_as_meant_in_libreoffice(tmp_path: Path) -> None:
    columns = (Column("Code", 1), Column("What", 3, strong=True), Column("Value", 1, "end"))
    long = Table(columns, body((f"C-{n}", f"words {n}", f"{n * 1000:,}") for n in range(120)))
    parties = tuple(Party(f"Party {n}", capacity="called something here") for n in range(8))
    blocks = (Contents(), Heading(1, "One", new_page=True), long, Paragraph(ARABIC), SignatureBlock(parties))
    document = Document("t", "en-GB", blocks, header="The head", footer=("Ref. X",), day=AS_OF)
    (tmp_path / "made.docx").write_bytes(render(document))

    assert OFFICE is not None
    own_settings = f"-env:UserInstallation={(tmp_path / 'settings').as_uri()}"
    convert = [OFFICE, own_settings, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "made.docx"]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    pages = [" ".join(text.split()) for text in pages_of((tmp_path / "made.pdf").read_bytes())]

    assert "Contents" in pages[0]
    assert "One" in pages[0]
    assert len(pages) > 4
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "The head" in text
    of_table = [text for text in pages if "words " in text]
    assert len(of_table) > 2
    assert all("Code" in text and "Value" in text for text in of_table)
    assert any("بين بلدية الميناء" in text for text in pages)
    for text in pages:  # who begins to sign on a page ends on it
        assert text.count("For Party") == text.count("Witness")
