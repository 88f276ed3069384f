"""The explanation: every rule that was applied, what went in, what came out, what decided it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from megaroth.kit.money import Money

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(slots=True)
class Step:
    """One rule as it was applied.

    `terms` are the named amounts it weighed, `sources` where each number of law among them was published,
    `decided_by` the term that decided: its name, or for a column the position of the term, row by row (`int8`).
    """

    rule: str
    says: str
    cite: str
    terms: dict[str, Money] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    decided_by: str | NDArray[np.int8] | None = None
    value: object = None
    parts: list[Step] = field(default_factory=list)

    def find(self, rule: str) -> Step | None:
        """The first step of that rule at or below this one."""
        if self.rule == rule:
            return self
        return next((found for part in self.parts if (found := part.find(rule))), None)

    def as_json(self) -> dict[str, Any]:
        """The explanation as the public answer carries it; amounts as strings with two decimals."""
        return {
            "rule": self.rule,
            "says": self.says,
            "cite": self.cite,
            "terms": {name: _written(amount) for name, amount in self.terms.items()},
            "sources": dict(self.sources),
            "decided_by": self.decided_by if isinstance(self.decided_by, str) else "",
            "value": _written(self.value),
            "parts": [part.as_json() for part in self.parts],
        }


def _written(value: object) -> Any:
    if isinstance(value, Money):
        return "no limit" if str(value) == "no limit" else value.plain()
    if value is None or isinstance(value, bool | int | str):
        return value
    fields = getattr(value, "__dataclass_fields__", None)
    return {name: _written(getattr(value, name)) for name in fields} if fields else str(value)


open_steps: ContextVar[list[Step] | None] = ContextVar("open_steps", default=None)


@contextmanager
def explaining() -> Iterator[Step]:
    """Record every rule applied inside the block; the steps hang below the one yielded."""
    root = Step("", "", "")
    token = open_steps.set([root])
    try:
        yield root
    finally:
        open_steps.reset(token)


@contextmanager
def silently() -> Iterator[None]:
    """Record nothing inside the block: a search tries many values, and only the one it settles on explains anything."""
    token = open_steps.set(None)
    try:
        yield
    finally:
        open_steps.reset(token)
