"""Is it worth it: every way with the same take-home money, compared after all taxes, in whole cents of today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from megaroth.household.model import Household
from megaroth.kit.finding import Finding
from megaroth.kit.money import NONE, ZERO, Money
from megaroth.kit.rule import Status
from megaroth.outlook.ahead import last_working_year, main_job, path_of, wages_of
from megaroth.outlook.assumptions import Assumed, Assumptions, more, settle, told, varied
from megaroth.outlook.market import expected, history, lognormal, to_cents
from megaroth.outlook.pots import taken
from megaroth.outlook.run import Uncertain, YearEnd, many_futures, one_future
from megaroth.outlook.setup import Setup, full_age, setup_of, tax_tables
from megaroth.outlook.strategies import Strategy, strategies, without_year
from megaroth.room.answer import JobAnswer, RoomAnswer

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
class WorthAnswer:
    """Is it worth it, for one household."""

    household: Household
    job: JobAnswer
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

    def way(self, name: str) -> Way | None:
        """One way by its name."""
        return next((each for each in self.ways if each.name == name), None)

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {
            "format": 1,
            "year": self.household.year,
            "job": self.job.name,
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


WAITS: dict[str, tuple[Fraction, str]] = {
    "automatic": (Fraction(0), "the plan converts by itself, at once"),
    "unknown": (Fraction(1, 2), "how the plan converts is not known, so once a year is assumed"),
}


def wait_of(job: JobAnswer) -> tuple[Fraction, str]:
    """How long after-tax money waits for conversion, as a part of a year, on average; and that in words."""
    draft = job.case.job.plan.draft
    inside, outside = draft.says("in_plan_conversion"), draft.says("in_service_withdrawal")
    if inside == "automatic":
        return WAITS["automatic"]
    if inside == "on-request" or outside == "yes":
        times = draft.value("conversions_per_year")
        how = "converted on request" if inside == "on-request" else "rolled over to a Roth IRA"
        if times is None:
            return Fraction(1, 8), f"{how}, four times a year is assumed"
        times = max(int(times), 1)
        return Fraction(1, 2 * times), f"{how}, {times} a year as the plan allows"
    return WAITS["unknown"]


def worth_answer(
    answer: RoomAnswer, markets: bool = True, sensitivity: bool = True, threads: int = 1
) -> WorthAnswer | list[Finding]:
    """The comparison for a household whose room is known, or why none can be made.

    `markets`: try many futures too; that needs numpy, and a finding says so where it is missing.
    """
    household, job = answer.household, main_job(answer)
    refused = _why_not(answer, job)
    if refused:
        return refused
    wait, words = wait_of(job)
    last = last_working_year(job)
    person = household.people[job.person]
    made = settle(
        household,
        job.person,
        wages_of([each.case for each in answer.jobs]),
        None if last is None else last - person.born.year,
    )
    tables = _tables_or_none(household)
    setup = setup_of(household, job, made, float(wait), job.may_i != "no", tables)
    findings = _findings(answer, job, setup, tables is None)
    if any(finding.severity == "error" for finding in findings):
        return findings
    ways = strategies(setup.budget, setup.convertible)
    ran = {way.name: _run(setup, way) for way in ways}
    shown = tuple(_way(setup, way, ran) for way in ways)
    first = shown[0].name
    base = _ahead(setup, ways[0], ways, None)
    uncertain: tuple[Uncertain, ...] = ()
    if markets:
        found = _uncertain(setup, ways, threads)
        if isinstance(found, Finding):
            findings.append(found)
        else:
            uncertain = found
    return WorthAnswer(
        household,
        job,
        made,
        told(made, household, None if tables is None else int(tables.year), words),
        tuple(Year(each.year, each.age, each.status, each.after_tax) for each in setup.path),
        shown,
        _break_even(setup, shown, first),
        to_cents(base - _ahead(setup, ways[0], ways, 0)),
        to_cents(base - _ahead(setup, ways[0], ways, setup.made.saving_years - 1)),
        uncertain,
        _sensitivity(setup, to_cents(base)) if sensitivity else (),
        tuple(findings),
    )


def _tables_or_none(household: Household) -> Any:
    try:
        return tax_tables(household)
    except LookupError:
        return None


def _why_not(answer: RoomAnswer, job: JobAnswer) -> list[Finding]:
    if job.may_i == "no":
        return [
            Finding("no-way-in", "error", f"{job.plan} gives no way into Roth after tax, so there is nothing to compare.",
                    job.case.job.where, "`megaroth should` says what is open instead; ask the employer to add it.")
        ]  # fmt: skip
    if job.after_tax_room is None and (
        answer.household.wider.outlook is None or answer.household.wider.outlook.yearly_amount is None
    ):
        return [
            Finding("room-unknown", "error", "How much may go in is not known before the match is.", job.case.job.where,
                    "Ask for the match formula, or write yearly_amount in [outlook].")
        ]  # fmt: skip
    return []


def _findings(answer: RoomAnswer, job: JobAnswer, setup: Setup, no_tables: bool) -> list[Finding]:
    found = [each for each in answer.findings if each.severity == "error"]
    made = setup.made
    flat = (made.dividend_tax, made.gain_tax, made.rate_now, made.rate_later)
    if no_tables and any(rate is None for rate in flat):
        found.append(
            Finding("no-tax-tables", "error", f"There are no income tax tables for {answer.household.year} or before.", "year",
                    "Plan a later year, or write all four rates in [outlook]: dividend_tax_percent, gain_tax_percent, "
                    "rate_now_percent, rate_later_percent.")
        )  # fmt: skip
    if job.may_i == "ask":
        found.append(
            Finding("worth-if-allowed", "warning", "Whether the plan allows it is not known; this is what it would be worth "
                    "if it does.", job.case.job.where, "Ask first: `megaroth plan` has the questions.")
        )  # fmt: skip
    if all(year.after_tax == ZERO for year in setup.path):
        found.append(
            Finding("nothing-to-put-in", "error", "The rules leave no room for after-tax money in any year.",
                    job.case.job.where, "`megaroth room --why` says what takes the room.")
        )  # fmt: skip
    if len(answer.jobs) > 1:
        found.append(
            Finding("one-job-compared", "info", f"The comparison is of {job.name}, which takes the most; other jobs count "
                    "as wages.", job.case.job.where)
        )  # fmt: skip
    projected = next((year.year for year in setup.path if year.works and year.status == "projected"), None)
    if projected is not None and made.yearly_amount is None:
        found.append(
            Finding("limits-projected", "info", f"Limits from {projected} on are PROJECTED; no notice has announced them.",
                    "", "Look again each November, when the next year's limits come out.", "IRC §415(d)")
        )  # fmt: skip
    return found


def _run(setup: Setup, way: Strategy) -> list[YearEnd]:
    growth = expected(setup.made.real_return, setup.made.inflation)
    years = len(setup.path)
    return one_future(way, setup.terms, growth.growth * years, growth.deflator * years)


def _ahead(setup: Setup, way: Strategy, ways: Sequence[Strategy], left_out: int | None) -> float:
    """By how much a way ends ahead of a taxable account that is paid the same."""
    against = next(each for each in ways if each.name == AGAINST)
    pair = (way, against) if left_out is None else (without_year(way, left_out), without_year(against, left_out))
    mine, other = (taken(_run(setup, each)[-1].pots, setup.taking) for each in pair)
    return float(mine - other)


def _way(setup: Setup, way: Strategy, ran: dict[str, list[YearEnd]]) -> Way:
    ends = ran[way.name]
    pots = ends[-1].pots
    held = pots.roth + pots.after_tax + pots.taxable + pots.pre_tax + pots.debt_paid
    after, other = (taken(each[-1].pots, setup.taking) for each in (ends, ran[AGAINST]))
    cash = tuple(to_cents(taken(end.pots, setup.taking_early(ahead), end.basis)) for ahead, end in enumerate(ends))
    paid = 0.0 if way.name == "none" else sum(setup.budget.amounts)
    return Way(
        way.name,
        way.called,
        way.says,
        to_cents(paid),
        to_cents(held),
        to_cents(after),
        to_cents(after - other),
        _early(setup, way, ends),
        cash,
    )


def _early(setup: Setup, way: Strategy, ends: list[YearEnd]) -> Money:
    """What can be taken at the early age without the 10% tax: what was paid into Roth, basis, a taxable account, all from 59½."""
    ahead = min(max(setup.made.early_age - setup.made.age, 0), setup.last)
    end = ends[ahead]
    if setup.path[ahead].age >= full_age():
        return to_cents(taken(end.pots, setup.taking_early(ahead), end.basis))
    gains = setup.tax("gains", ahead)
    pots = end.pots
    earned = pots.taxable - pots.taxable_basis
    taxable = pots.taxable - (gains.on(earned) if earned > 0 else 0.0)
    return to_cents(min(end.basis, pots.roth) + min(pots.after_tax_basis, pots.after_tax) + taxable)


def _break_even(setup: Setup, shown: tuple[Way, ...], first: str) -> int | None:
    mine = next(way for way in shown if way.name == first)
    other = next(way for way in shown if way.name == AGAINST)
    behind = [at for at, (a, b) in enumerate(zip(mine.cash, other.cash, strict=True)) if a < b]
    since = behind[-1] + 1 if behind else 0
    return setup.path[since].year if since <= setup.last else None


def _uncertain(setup: Setup, ways: tuple[Strategy, ...], threads: int) -> tuple[Uncertain, ...] | Finding:
    try:
        import numpy  # noqa: F401
    except ImportError:
        return Finding("numpy-missing", "info", "Many futures were not tried: that needs numpy.", "",
                       'Install it: pip install "megaroth[outlook]".')  # fmt: skip
    made, pieced = setup.made, setup.with_pieces()
    terms, taking = pieced.terms, [pieced.taking] * len(ways)
    past = history(made.stocks)
    drawn = lognormal(made.real_return, made.swing, made.inflation)
    return (
        many_futures(ways, terms, taking, past, "history", made.paths, made.seed, AGAINST, threads),
        many_futures(ways, terms, taking, past, "bootstrap", made.paths, made.seed, AGAINST, threads),
        many_futures(ways, terms, taking, drawn, "lognormal", made.paths, made.seed, AGAINST, threads),
    )


def _sensitivity(setup: Setup, base: Money) -> tuple[Moved, ...]:
    """What moves the answer: one assumption at a time, the largest swing first."""
    made = setup.made

    def ahead(changed: Assumptions, wait: float | None = None) -> Money:
        same_path = (changed.inflation, changed.work_until_age, changed.spend_age) == (
            made.inflation,
            made.work_until_age,
            made.spend_age,
        )
        path = setup.path if same_path else path_of(setup.household, setup.job, changed)
        other = replace(setup, made=changed, path=path, wait=setup.wait if wait is None else wait, made_taxes={})
        ways = strategies(other.budget, other.convertible)
        return to_cents(_ahead(other, ways[0], ways, None))

    less_income = Money(int(made.later_income.cents) // 2)
    twice = Money(int(made.later_income.cents) * 2) if made.later_income > ZERO else setup.path[0].wages
    moved = [
        Moved("Return above inflation", str(more(made.real_return, -2)), str(more(made.real_return, 2)),
              ahead(varied(made, real_return=more(made.real_return, -2))), ahead(varied(made, real_return=more(made.real_return, 2)))),
        Moved("Inflation", str(more(made.inflation, -1)), str(more(made.inflation, 2)),
              ahead(varied(made, inflation=more(made.inflation, -1))), ahead(varied(made, inflation=more(made.inflation, 2)))),
        Moved("Dividends", str(more(made.dividends, -1)), str(more(made.dividends, 1)),
              ahead(varied(made, dividends=more(made.dividends, -1))), ahead(varied(made, dividends=more(made.dividends, 1)))),
        Moved(
            "State income tax",
            str(NONE),
            str(more(made.state, 6)),
            ahead(varied(made, state=NONE, state_later=NONE)),
            ahead(varied(made, state=more(made.state, 6), state_later=more(made.state_later, 6))),
        ),
        Moved("Conversion", "at once", "once a year", ahead(made, 0.0), ahead(made, 0.5)),
        Moved("The taxable account at the end", "sold", "left to heirs", ahead(varied(made, step_up=False)), ahead(varied(made, step_up=True))),
        Moved("Other taxable income later", str(less_income), str(twice),
              ahead(varied(made, later_income=less_income)), ahead(varied(made, later_income=twice))),
    ]  # fmt: skip
    fewer = max(made.saving_years // 2, 1)
    if fewer < made.saving_years:
        early = made.age + fewer - 1
        moved.append(
            Moved(
                "Years of contributions",
                str(fewer),
                str(made.saving_years),
                ahead(varied(made, work_until_age=early)),
                base,
            )
        )
    if made.spend_age + 10 - made.age < 80:
        moved.append(
            Moved("Age when the money is wanted", str(max(made.spend_age - 5, made.work_until_age)), str(made.spend_age + 10),
                  ahead(varied(made, spend_age=max(made.spend_age - 5, made.work_until_age))), ahead(varied(made, spend_age=made.spend_age + 10)))
        )  # fmt: skip
    return tuple(sorted(moved, key=lambda each: -int(each.swing.cents)))
