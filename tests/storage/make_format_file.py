"""Makes `tests/storage/files/format_1_0.cpw` anew; run it only as long as format 1.0 is not released.

python -m tests.storage.make_format_file
"""

from pathlib import Path

import storage
from storage.tables import definitions
from tests.storage.making import ANA, few_operations
from workbook.operations import EditRecord, RemoveRecords

FILE = Path(__file__).parent / "files" / "format_1_0.cpw"
FROZEN = Path(storage.__file__).parent / "migrations" / "versions" / "format_1_0.sql"


def main() -> None:
    FROZEN.write_text("\n".join(definitions()) + "\n", encoding="utf-8")
    FILE.unlink(missing_ok=True)
    with storage.create(FILE, ANA, few_operations()) as opened:
        museum, library = opened.workbook.book.records("partners")
        opened.workbook.do(EditRecord("partners", museum.id, {"name": "Museum of the City"}))
        opened.workbook.do(RemoveRecords("partners", (library.id,)))
        opened.workbook.undo()


if __name__ == "__main__":
    main()
