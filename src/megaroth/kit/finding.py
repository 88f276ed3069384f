"""A user's mistake is a value: what is wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the reader should know or mend.

    `code` is stable and greppable; `where` is a field or `file:line:column`; `remedy` says what to do; `cite` why.
    """

    code: str
    severity: Severity
    message: str
    where: str = ""
    remedy: str = ""
    cite: str = ""

    def as_json(self) -> dict[str, str]:
        """The finding as the public answer carries it."""
        return asdict(self)


def has_errors(findings: list[Finding]) -> bool:
    """Whether anything found stops an answer from being relied upon."""
    return any(f.severity == "error" for f in findings)
