"""A sentence of advice: what it says, the number that caused it, the number at which it would be another, and the rules behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from megaroth.kit.money import Money
from megaroth.kit.trace import Step

Weight: TypeAlias = Literal["stop", "wait", "ask", "mind", "for"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that speaks for it or against it."""

    code: str
    weight: Weight
    says: str
    number: str
    """What was found, as it is printed."""
    turns: str
    """The number or answer at which this sentence would be another."""
    source: str
    why: Step = field(default_factory=lambda: Step("", "", ""), compare=False)
    """How the number came about: rules with their citations."""

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {"code": self.code, "weight": self.weight, "says": self.says, "number": self.number, "turns": self.turns,
                "source": self.source, "why": self.why.as_json()}  # fmt: skip


def step(
    name: str,
    says: str,
    cite: str,
    value: object = None,
    parts: Sequence[Step] = (),
    terms: Mapping[str, Money] | None = None,
) -> Step:
    """A step of an explanation that no single rule makes: amounts that were compared, and the rules that gave them."""
    return Step(name, says, cite, dict(terms or {}), value=value, parts=list(parts))


def lines_of_return(of: Step, depth: int = 2) -> Step:
    """The explanation of a return to the lines of its forms, without those that are nothing in this household."""
    kept = [lines_of_return(part, depth - 1) for part in of.parts if not _is_nothing(part)] if depth else []
    terms = {name: amount for name, amount in of.terms.items() if amount.cents or name == of.decided_by}
    return Step(of.rule, of.says, of.cite, terms, of.sources, of.decided_by, of.value, kept)


def _is_nothing(part: Step) -> bool:
    return isinstance(part.value, Money) and not part.value.cents
