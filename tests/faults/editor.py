"""A process that edits a workbook as fast as it can, to be killed.

Started once; for each line ``path`` on stdin it forks a child, so that hundreds of killings do not mean hundreds of
imports. The child makes the file if there is none, says ``ready`` when it is open, then each step that was
acknowledged, as soon as it was.
"""

import os
import random
import sys
import tempfile
from pathlib import Path

import storage
from workbook.contents import GivenFile
from workbook.operations import AddRecord, AttachFiles, EditRecord, RemoveRecords, SetResponsibilities
from workbook.workbook import Author, Workbook


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def edit_one(workbook: Workbook, chance: random.Random, number: int) -> None:
    """Do one of the things that touch one row, several rows, or several tables."""
    partners = workbook.book.records("partners")
    activities = workbook.book.records("activities")
    what = chance.randrange(8)
    if what == 0 or not partners:
        workbook.do(AddRecord("partners", {"name": f"Partner {number}", "note": "x" * chance.randrange(3000)}))
    elif what == 1 or not activities:
        workbook.do(AddRecord("activities", {"title": f"Activity {number}"}))
    elif what == 2 and len(partners) > 5:
        workbook.do(RemoveRecords("partners", (chance.choice(partners).id,)))
    elif what == 3:
        letters = ("R",) if number % 2 else ("A", "C")
        workbook.do(SetResponsibilities({(chance.choice(activities).id, chance.choice(partners).id): letters}))
    elif what == 6:
        file = GivenFile(f"scan {number}.pdf", chance.randbytes(chance.randrange(1, 200_000)))
        workbook.do(AttachFiles("partners", chance.choice(partners).id, (file,)))
    elif what == 7 and workbook.book.count("attachments"):
        workbook.do(RemoveRecords("attachments", (chance.choice(workbook.book.records("attachments")).id,)))
    elif what == 4 and workbook.next_undo is not None:
        workbook.undo()
    else:
        workbook.do(EditRecord("partners", chance.choice(partners).id, {"name": f"Partner {number} renamed"}))


def edit_until_killed(path: Path) -> None:
    chance = random.Random(os.getpid())
    if not path.exists():
        storage.create(
            path, Author("Editor"), [AddRecord("partners", {"name": f"Partner {n}"}) for n in range(40)]
        ).close()
    with storage.open_workbook(path, Author("Editor")) as opened:
        say("ready")
        number = 0
        while True:
            number += 1
            edit_one(opened.workbook, chance, number)
            say(f"kept {opened.workbook.seq} {opened.workbook.fingerprint}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:  # whatever is worked out once is worked out before the first child
        storage.create(Path(folder) / "warm.cpw", Author("Editor")).close()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            edit_until_killed(Path(line.rstrip("\n")))
        say(f"child {child}")
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main()
