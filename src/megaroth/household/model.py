"""A household and one year, read and checked: every reference resolved, every gap known as a gap (`None`)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from megaroth.household.pay import YearOfPay
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money, Rate
from megaroth.law.book import Filing
from megaroth.plan.draft import Finished

if TYPE_CHECKING:
    from megaroth.household.cash_file import DeductionsFile, W4File
    from megaroth.household.outlook_file import (
        CashFile,
        DebtFile,
        DeferredPayFile,
        EsppFile,
        FirstFile,
        HsaFile,
        OutlookFile,
        VestFile,
    )
    from megaroth.household.tax_file import TaxFile


@dataclass(frozen=True, slots=True)
class Ira:
    """All traditional, SEP and SIMPLE IRAs of one person together."""

    year_end_value: Money = ZERO
    basis: Money = ZERO
    distributed: Money = ZERO


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the household."""

    name: str
    born: datetime.date
    ira: Ira | None = None
    w4: W4File | None = None

    def age_at_end_of(self, year: int) -> int:
        """The age attained by 31 December of the year."""
        return year - self.born.year


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person wants: a number of dollars a year, or a word."""

    deferral: Money | Literal["max", "match"] = "max"
    is_roth: bool = False
    catch_up: Money | Literal["max", "none"] = "max"
    after_tax: Money | Literal["max", "none"] = "max"
    employer: Money | Literal["max", "none"] = "none"
    shape: Literal["even", "front", "back"] = "even"
    most_changes: int = 1
    least_net_pay: Money | None = None


@dataclass(frozen=True, slots=True)
class SoFar:
    """Year to date from the last pay stub."""

    as_of: datetime.date
    pay: Money = ZERO
    pre_tax: Money = ZERO
    roth: Money = ZERO
    after_tax: Money = ZERO
    match: Money = ZERO


@dataclass(frozen=True, slots=True)
class Job:
    """One job and its plan. `where` tells the reader of a finding where the job stands in the file."""

    name: str
    person: str
    plan: Finished
    group: str
    pay: Money
    other_wages: Money = ZERO
    last_year_pay: Money | None = None
    last_year_fica_wages: Money | None = None
    owns: Rate | None = None
    top_paid_from: Money = ZERO
    """The pay of the year before from which on somebody is in the employer's top-paid fifth, where that is counted alone."""
    service_years: int | None = None
    self_employed: bool = False
    employer_lowers_pay: bool = True
    profit: Money = ZERO
    forfeitures: Money = ZERO
    starts: datetime.date | None = None
    ends: datetime.date | None = None
    wishes: Wishes = field(default_factory=Wishes)
    so_far: SoFar | None = None
    year_of_pay: YearOfPay | None = None
    """The paydays, where the file has a pay table; `pay` is then their eligible pay."""
    deductions: DeductionsFile | None = None
    where: str = ""

    @property
    def match_known(self) -> bool:
        """Whether the match formula is known, and the years of service where it depends on them."""
        plan = self.plan.plan
        tiers = (*plan.match, *plan.match_alternative)
        return self.plan.match_known and (self.service_years is not None or not any(tier.by_service for tier in tiers))

    def is_over(self, today: datetime.date | None) -> bool:
        """Whether nothing can be elected any more: the job has ended, by the pay stub or by today."""
        if self.ends is None:
            return False
        seen = [day for day in (today, self.so_far.as_of if self.so_far else None) if day is not None]
        return any(self.ends <= day for day in seen)


@dataclass(frozen=True, slots=True)
class Wider:
    """What surrounds the plan, as it was written: assumptions, cash, debts and other pay. None: not stated."""

    outlook: OutlookFile | None = None
    first: FirstFile | None = None
    cash: CashFile | None = None
    debts: tuple[DebtFile, ...] | None = None
    hsa: HsaFile | None = None
    espp: tuple[EsppFile, ...] = ()
    vests: tuple[VestFile, ...] = ()
    deferred_pay: tuple[DeferredPayFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Household:
    """People, their jobs and one year."""

    year: int
    filing: Filing
    people: dict[str, Person]
    jobs: tuple[Job, ...]
    elsewhere: dict[str, Money]
    """Elective deferrals of a person at employers that are not listed as jobs."""
    state: str | None = None
    magi: Money | None = None
    notice: Path | None = None
    findings: tuple[Finding, ...] = ()
    tax: TaxFile | None = None
    wider: Wider = Wider()
