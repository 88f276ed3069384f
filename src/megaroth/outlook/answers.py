"""The answer of `worth`: every way and what it leaves, what the markets may do, what moves it; whole cents of today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from megaroth.household.model import Household
from megaroth.kit.finding import Finding
from megaroth.kit.money import Money
from megaroth.kit.rule import Status
from megaroth.kit.trace import Step
from megaroth.outlook.assumptions import Assumed, Assumptions
from megaroth.outlook.run import Uncertain
from megaroth.room.answer import JobAnswer

AGAINST = "taxable"
"""The way that the others are measured by."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way, in dollars of today: what it leaves at the end after all taxes, and what could be had early."""

    name: str
    called: str
    says: str
    paid: Money
    """Take-home money put in, all years together."""
    before_tax: Money
    after_tax: Money
    ahead_by: Money
    """After all taxes, less what a taxable account leaves."""
    early: Money
    """What can be taken at the early age without penalty; taxes on gains are off."""
    cash: tuple[Money, ...]
    """What all of it would bring at the end of every year, taken at once: taxes and penalties are off."""

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        amounts = {
            name: getattr(self, name).plain() for name in ("paid", "before_tax", "after_tax", "ahead_by", "early")
        }
        cash = [amount.plain() for amount in self.cash]
        return {"name": self.name, "called": self.called, "says": self.says, **amounts, "cash": cash}


@dataclass(frozen=True, slots=True)
class Moved:
    """What the answer would be if one assumption were other."""

    what: str
    low: str
    high: str
    ahead_low: Money
    ahead_high: Money

    @property
    def swing(self) -> Money:
        """How far apart the two answers are."""
        gap = int(self.ahead_high.cents) - int(self.ahead_low.cents)
        return Money(abs(gap))

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {"what": self.what, "low": self.low, "high": self.high, "ahead_low": self.ahead_low.plain(),
                "ahead_high": self.ahead_high.plain()}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Year:
    """One year of the path, amounts in dollars of that year."""

    year: int
    age: int
    status: Status
    after_tax: Money

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {"year": self.year, "age": self.age, "law_status": self.status, "after_tax": self.after_tax.plain()}


@dataclass(frozen=True, slots=True)
class Brief:
    """The heart of it: what is put in (the first way) beside a taxable account. Enough to decide by."""

    household: Household
    jobs: tuple[JobAnswer, ...]
    made: Assumptions
    ways: tuple[Way, ...]
    break_even: int | None
    why: Step

    @property
    def job(self) -> JobAnswer:
        """The main job."""
        return self.jobs[0]


@dataclass(frozen=True, slots=True)
class WorthAnswer:
    """Is it worth it, for one household."""

    household: Household
    jobs: tuple[JobAnswer, ...]
    """The main job, then others whose way is open: their money is compared together."""
    made: Assumptions
    assumed: tuple[Assumed, ...]
    years: tuple[Year, ...]
    ways: tuple[Way, ...]
    break_even: int | None
    """The first year from which the mega-backdoor Roth is never behind a taxable account, even if all were taken out."""
    this_year: Money
    """What this year's contribution alone adds to being ahead at the end."""
    one_more_year: Money
    """What the last year of contributions adds to being ahead at the end."""
    uncertain: tuple[Uncertain, ...]
    sensitivity: tuple[Moved, ...]
    findings: tuple[Finding, ...]
    why: Step
    """Each figure as a sum, and the rules behind it."""

    @property
    def job(self) -> JobAnswer:
        """The main job."""
        return self.jobs[0]

    def way(self, name: str) -> Way | None:
        """One way by its name."""
        return next((each for each in self.ways if each.name == name), None)

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {
            "format": 1,
            "year": self.household.year,
            "job": self.job.name,
            "jobs": [job.name for job in self.jobs],
            "age_at_end": self.made.spend_age,
            "early_age": self.made.early_age,
            "assumptions": [each.as_json() for each in self.assumed],
            "years": [each.as_json() for each in self.years],
            "ways": [each.as_json() for each in self.ways],
            "break_even": self.break_even,
            "this_year": self.this_year.plain(),
            "one_more_year": self.one_more_year.plain(),
            "uncertain": [uncertain_json(each) for each in self.uncertain],
            "sensitivity": [each.as_json() for each in self.sensitivity],
            "findings": [finding.as_json() for finding in self.findings],
            "why": self.why.as_json(),
        }


def uncertain_json(found: Uncertain) -> dict[str, Any]:
    """The form for programs."""
    ways = [
        {
            "name": each.strategy,
            **{name: getattr(each, name).plain() for name in ("low", "middle", "high")},
            **{name: getattr(each, name).plain() for name in ("difference_low", "difference", "difference_high")},
            "chance_ahead_percent": chance(each.ahead, found.futures),
        }
        for each in found.spreads
    ]
    return {"market": found.model, "futures": found.futures, "ways": ways}


def chance(ahead: int, futures: int) -> str:
    """A share of futures in percent, one decimal, rounded down so that only all of them are 100.0."""
    tenths = ahead * 1000 // futures
    return f"{tenths // 10}.{tenths % 10}"
