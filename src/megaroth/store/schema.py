"""The tables of a ledger's file, version by version, and the way from each version to the next and back.

Version 1 is the log of records. Version 2 adds what was written together, when and from which file: it can be taken
away again without losing a record.
"""

from __future__ import annotations

from dataclasses import dataclass

APPLICATION = 0x6D726F74
"""SQLite's application_id: "mrot"."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a version adds, and how it is taken away."""

    up: tuple[str, ...]
    down: tuple[str, ...]


def _only_added(table: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'a ledger is only added to'); END"
        for what in ("update", "delete")
    )


VERSIONS = (
    Version(
        (
            # body: one record as canonical JSON; link: SHA-256 of the link before, a line feed, and body.
            "CREATE TABLE log (n INTEGER PRIMARY KEY, body TEXT NOT NULL, link TEXT NOT NULL)",
            *_only_added("log"),
        ),
        (),
    ),
    Version(
        (
            "CREATE TABLE batch (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, at TEXT NOT NULL, "
            "source TEXT NOT NULL, digest TEXT NOT NULL)",
            *_only_added("batch"),
        ),
        ("DROP TRIGGER batch_no_update", "DROP TRIGGER batch_no_delete", "DROP TABLE batch"),
    ),
)
NEWEST = len(VERSIONS)


def steps(old: int, new: int) -> list[str]:
    """The statements from one version to another, up or down."""
    if new >= old:
        return [line for version in VERSIONS[old:new] for line in version.up]
    return [line for version in reversed(VERSIONS[new:old]) for line in version.down]
