"""From an earlier format to the present one: on a copy, verified, swapped; the old file is kept beside it.

Alembic's operations and its ordered revisions do the steps. What they leave behind is poured into a file that is built
exactly as a new one, so that a migrated file and a new one have the same schema to the letter. The version stands in
`user_version`, where even a program that knows nothing can read it; there is no version table.
"""

import shutil
import sqlite3
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

from storage.connections import connect
from storage.copies import journal_of, private_copy
from storage.errors import FileDamaged, told_plainly
from storage.formats import Format
from storage.probing import judge_copy
from storage.publishing import new_file
from storage.schemas import Release, make_empty
from storage.store import LAST, sqlalchemy_over
from storage.verdicts import Healthy


class StepMissing(Exception):  # noqa: N818 - a mistake of ours, which no user can do anything about
    """The migrations do not lead to the tables that this program declares."""


def migrate_original(path: Path, release: Release) -> str:
    """Bring a file to the present format and return a sentence about it; the caller holds its lock."""
    with told_plainly(path):
        found = _healed(path)
        kept = _free_name(path, found)
        with private_copy(path) as copy:
            fresh = migrated_copy(copy, release)
            with new_file(kept) as temporary:
                shutil.copyfile(path, temporary)
            with new_file(path, replace=True) as temporary:
                shutil.copyfile(fresh, temporary)
    return f"“{path.name}” was brought from format {found} to {release.format}; the old file is kept as “{kept.name}”."


def migrated_copy(copy: Path, release: Release) -> Path:
    """Return a verified file of the present format, made beside a private copy of an older one."""
    fresh = copy.with_name("fresh.cpw")
    old, new = connect(copy), connect(fresh, "rwc")
    try:
        found = _format_of(old)
        _upgrade(old, found, release)
        make_empty(new, release.definitions(), release.format)
        counts = _pour(copy, new)
        last = old.execute(LAST).fetchone()
        complete = (
            counts == {name: _count(new, f'"{name}"') for name in counts} and new.execute(LAST).fetchone() == last
        )
    finally:
        old.close()
        new.close()
    verdict = judge_copy(fresh, fresh, release)
    if not complete or not isinstance(verdict, Healthy):
        raise FileDamaged(copy, reason=f"bringing it to format {release.format} did not succeed")
    return fresh


def _upgrade(connection: sqlite3.Connection, found: Format, release: Release) -> None:
    """Run every step after the format `found`, in order."""
    folders = [str(folder) for folder in release.versions]
    scripts = ScriptDirectory(folders[0], version_locations=folders)
    steps = scripts.iterate_revisions(_revision(release.format), _revision(found))
    over = sqlalchemy_over(connection)
    try:
        with Operations.context(MigrationContext.configure(over)):
            for step in reversed(list(steps)):
                script = scripts.get_revision(step.revision)
                assert script is not None
                script.module.upgrade()
    finally:
        over.close()


def _pour(source: Path, new: sqlite3.Connection) -> dict[str, int]:
    """Copy every row of the source into the new file; return how many each table had."""
    new.execute("ATTACH DATABASE ? AS old", (str(source),))
    counts: dict[str, int] = {}
    expected, reached = _layout(new, "main"), _layout(new, "old")
    if expected != reached:
        raise StepMissing(sorted(set(expected.items()) ^ set(reached.items())))
    new.execute("BEGIN IMMEDIATE")
    for name, names in expected.items():
        columns = ", ".join(f'"{column}"' for column in sorted(names))
        new.execute(f'INSERT INTO main."{name}" ({columns}) SELECT {columns} FROM old."{name}"')  # noqa: S608 - our names
        counts[name] = _count(new, f'old."{name}"')
    new.execute("COMMIT")
    new.execute("DETACH DATABASE old")
    return counts


def _layout(connection: sqlite3.Connection, schema: str) -> dict[str, frozenset[str]]:
    """Return the tables of an attached file with the names of their columns."""
    found: dict[str, frozenset[str]] = {}
    for (name,) in connection.execute(f"SELECT name FROM {schema}.sqlite_schema WHERE type = 'table'").fetchall():  # noqa: S608
        found[name] = frozenset(row[1] for row in connection.execute(f'PRAGMA {schema}.table_info("{name}")'))
    return found


def _count(connection: sqlite3.Connection, table: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our names
    return count


def _healed(path: Path) -> Format:
    """Let SQLite take back an unfinished commit, so that no journal is left to spoil the file that comes next."""
    connection = connect(path)
    try:
        found = _format_of(connection)
        if journal_of(path).exists():
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        return found
    finally:
        connection.close()


def _format_of(connection: sqlite3.Connection) -> Format:
    return Format.of(connection.execute("PRAGMA user_version").fetchone()[0])


def _revision(of: Format) -> str:
    return f"format_{of.major}_{of.minor}"


def _free_name(path: Path, found: Format) -> Path:
    wanted = path.with_name(f"{path.stem}.format-{found}{path.suffix}")
    number = 2
    while wanted.exists():
        wanted = path.with_name(f"{path.stem}.format-{found} ({number}){path.suffix}")
        number += 1
    return wanted
