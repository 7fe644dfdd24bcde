"""Makes the file and the frozen schema of the present format anew; only as long as that format is not released.

python -m tests.storage.make_format_file
"""

from pathlib import Path

import storage
from storage.tables import definitions
from tests.storage.making import ANA, few_operations
from workbook.operations import EditRecord, RemoveRecords

NAME = f"format_{storage.CURRENT.major}_{storage.CURRENT.minor}"
FILE = Path(__file__).parent / "files" / f"{NAME}.cpw"
FROZEN = Path(storage.__file__).parent / "migrations" / "versions" / f"{NAME}.sql"


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
