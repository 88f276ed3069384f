"""A rule is one small pure function with one citation; applied plainly it costs nothing more than its body.

Knows: how rules are registered and found, and what a number of law carries with it.
Refuses: what any rule says; that is `law`, `plan` and `room`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, ParamSpec, TypeAlias, TypeVar, final

from megaroth.kit.money import Money
from megaroth.kit.trace import Step, open_steps

Status: TypeAlias = Literal["announced", "enacted", "projected"]


@dataclass(frozen=True, slots=True)
class Cite:
    """Where something stands written: a provision, a notice, a plan document."""

    ref: str
    note: str = ""


@final
@dataclass(frozen=True, slots=True)
class Limit:
    """An amount the law fixes for one year, where it says so, and how sure it is."""

    amount: Money
    cite: Cite
    status: Status = "announced"


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule: what it is called, what it says, where the law says so, and the function that is it."""

    name: str
    says: str
    cite: Cite
    function: Callable[..., Any]

    @property
    def module(self) -> str:
        """The module it stands in, e.g. `megaroth.law.s415c_annual_additions`."""
        return self.function.__module__


REGISTRY: dict[str, Rule] = {}
"""Every rule by its name; filled as the modules of rules are imported."""

P = ParamSpec("P")
R = TypeVar("R")


def rule(ref: str, says: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a pure function as one rule of law or of a plan, with its citation and one sentence in the law's words.

    Applied outside `explaining()` the function runs as it is; inside, it leaves a `Step` behind.
    Raises `ValueError` when two rules bear one name.
    """

    def mark(function: Callable[P, R]) -> Callable[P, R]:
        name = function.__name__
        if name in REGISTRY:
            raise ValueError(f"two rules are called {name}")
        cite = Cite(ref)

        @functools.wraps(function)
        def applied(*args: P.args, **kwargs: P.kwargs) -> R:
            steps = open_steps.get()
            if steps is None:
                return function(*args, **kwargs)
            step = Step(name, says, ref)
            steps[-1].parts.append(step)
            steps.append(step)
            try:
                result = function(*args, **kwargs)
                step.value = result
                return result
            finally:
                steps.pop()

        REGISTRY[name] = Rule(name, says, cite, applied)
        return applied

    return mark
