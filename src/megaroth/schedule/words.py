"""Elections in plain words: set these numbers, from this payday."""

from __future__ import annotations

from collections.abc import Sequence

from megaroth.household.pay import Election, Elections, Share
from megaroth.kit.money import Money
from megaroth.schedule.elections import in_force

_NAMES = (("pre_tax", "pre-tax"), ("roth", "Roth"), ("catch_up", "catch-up"), ("after_tax", "after-tax"))


def headline(
    job: str, elections: Sequence[Elections], current: Sequence[Elections], catch_up_is_roth: bool = False
) -> str:
    """The first line of the answer."""
    said = _headline(job, elections, current)
    return said.replace(" catch-up", " Roth catch-up") if catch_up_is_roth else said


def _headline(job: str, elections: Sequence[Elections], current: Sequence[Elections]) -> str:
    if not elections:
        return f"{job}: nothing can be set any more this year."
    first = elections[0]
    now = in_force(first.since, current)
    if now is not None and now.regular == first.regular and len(elections) == 1 and now.bonus == first.bonus:
        return f"{job}: leave the numbers as they are: {numbers(first.regular)}."
    parts = [f"set {numbers(first.regular)} from the payday of {first.since}"]
    if now is not None and now.regular == first.regular:
        parts = [f"keep {numbers(first.regular)} for now"]
    parts += [f"{numbers(each.regular)} from the payday of {each.since}" for each in elections[1:]]
    if first.bonus is not None:
        parts.append(f"{numbers(first.bonus)} of pay with an election of its own")
    return f"{job}: {', then '.join(parts[: 1 + len(elections[1:])])}{''.join(f'; {each}' for each in parts[len(elections) :])}."


def numbers(election: Election) -> str:
    """All numbers of an election that are not nothing."""
    said = [f"{_shown(share)} {name}" for key, name in _NAMES if not is_nothing(share := getattr(election, key))]
    if not said:
        return "nothing"
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def is_nothing(share: Share) -> bool:
    """Whether an election takes nothing."""
    return int(share.cents if isinstance(share, Money) else share.top) == 0


def _shown(share: Share) -> str:
    return f"{share} a paycheck" if isinstance(share, Money) else str(share)
