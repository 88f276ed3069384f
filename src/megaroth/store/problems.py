"""What can go wrong with a ledger's file, each as a finding that says what was found and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from megaroth.kit.finding import Finding

DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.FormatError, apsw.ConstraintError)
"""Constraints are broken only where tables are of two times: on a disk that acknowledged what it did not keep."""


class StoreError(Exception):
    """The file cannot be used as wanted; carries what is said to the person."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings[0].message if findings else "")
        self.findings = list(findings)


def problem(code: str, message: str, where: object, remedy: str) -> StoreError:
    """One finding as an exception inside this room."""
    return StoreError(Finding(code, "error", message, str(where), remedy))


def damage(path: Path, what: str) -> StoreError:
    """The file is not as it was written."""
    remedy = "Nothing of it was used. Run `megaroth ledger verify` on it, and `megaroth ledger restore` from a backup."
    return problem("ledger-damaged", f"{path} is damaged: {what}.", path, remedy)


_SAFE = "Nothing was acknowledged; what stood in the ledger before is there."


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of SQLite and of the machine in plain words."""
    try:
        yield
    except apsw.BusyError:
        remedy = "Close the other program and try again."
        raise problem("ledger-busy", f"Another program is using {path}. {_SAFE}", path, remedy) from None
    except apsw.FullError:
        raise problem("disk-full", f"The disk is full. {_SAFE}", path, "Free some space and try again.") from None
    except DAMAGED as error:
        raise damage(path, str(error) or "it is not a ledger of megaroth") from None
    except (apsw.ReadOnlyError, apsw.PermissionsError, apsw.AuthError):
        remedy = "Check who may write the file and its folder."
        raise problem("ledger-read-only", f"{path} cannot be written. {_SAFE}", path, remedy) from None
    except apsw.CantOpenError:
        remedy = "Check the path, and who may read and write the folder."
        raise problem("ledger-not-opened", f"{path} cannot be opened.", path, remedy) from None
    except (apsw.IOError, apsw.InterruptError, apsw.NoMemError) as error:
        message = f"The disk failed ({error}). {_SAFE}"
        raise problem("disk-failed", message, path, "Check the disk and try again.") from None
    except OSError as error:
        message = f"{path}: {error.strerror or error}. {_SAFE}"
        raise problem("disk-failed", message, path, "Check the path and the disk.") from None
