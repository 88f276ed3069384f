"""Is it worth it: every way with the same take-home money, compared after all taxes, in whole cents of today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.money import NONE, ZERO, Money, Rate
from megaroth.outlook.ahead import compared_jobs, last_working_year, main_job, of_a_whole_year, path_of, wages_of
from megaroth.outlook.answers import AGAINST, Brief, Moved, Way, WorthAnswer, Year
from megaroth.outlook.assumptions import Assumptions, more, settle, told, varied
from megaroth.outlook.explain import why_worth
from megaroth.outlook.market import expected, history, lognormal, to_cents
from megaroth.outlook.pots import taken
from megaroth.outlook.run import Uncertain, YearEnd, many_futures, one_future
from megaroth.outlook.setup import Setup, setup_of, tables_or_none
from megaroth.outlook.strategies import Strategy, strategies, without_year
from megaroth.room.answer import JobAnswer, RoomAnswer

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
    ready = _ready(answer)
    if isinstance(ready, list):
        return ready
    setup, words, findings = ready
    ways = strategies(setup.budget, setup.convertible)
    shown = _shown(setup, ways)
    base = _ahead(setup, ways[0], ways, None)
    uncertain: tuple[Uncertain, ...] = ()
    if markets:
        found = _uncertain(setup, ways, threads)
        if isinstance(found, Finding):
            findings.append(found)
        else:
            uncertain = found
    since = _break_even(setup, shown)
    return WorthAnswer(
        setup.household,
        setup.jobs,
        setup.made,
        told(
            setup.made,
            setup.household,
            None if setup.tables is None else int(setup.tables.year),
            words,
            setup.state_says,
        ),
        tuple(Year(each.year, each.age, each.status, each.after_tax) for each in setup.path),
        shown,
        since,
        to_cents(base - _ahead(setup, ways[0], ways, 0)),
        to_cents(base - _ahead(setup, ways[0], ways, setup.made.saving_years - 1)),
        uncertain,
        _sensitivity(setup, to_cents(base)) if sensitivity else (),
        tuple(findings),
        why_worth(setup, ways, shown, since),
    )


def brief_answer(answer: RoomAnswer) -> Brief | list[Finding]:
    """The first way beside a taxable account, or why they cannot be compared: what a decision needs, in less time."""
    ready = _ready(answer)
    if isinstance(ready, list):
        return ready
    setup = ready[0]
    every = strategies(setup.budget, setup.convertible)
    pair = every[0], next(way for way in every if way.name == AGAINST)
    shown = _shown(setup, pair)
    since = _break_even(setup, shown)
    return Brief(setup.household, setup.jobs, setup.made, shown, since, why_worth(setup, pair, shown, since))


def _ready(answer: RoomAnswer) -> tuple[Setup, str, list[Finding]] | list[Finding]:
    """The household set up, how the plan converts in words, and what to know; or why nothing can be compared."""
    household, job = answer.household, main_job(answer)
    if refused := _why_not(answer, job):
        return refused
    jobs = compared_jobs(answer)
    waits = {each.name: wait_of(each) for each in jobs}
    words = "; ".join(f"{name}: {how}" if len(jobs) > 1 else how for name, (_, how) in waits.items())
    ends, born = _last_year_of(jobs), household.people[job.person].born.year
    wages = wages_of([each.case for each in answer.jobs])
    made = settle(household, job.person, wages, None if ends is None else ends - born)
    tables = tables_or_none(household)
    setup = setup_of(household, jobs, made, [float(wait) for wait, _ in waits.values()], job.may_i != "no", tables)
    findings = _findings(answer, job, setup, tables is None)
    return findings if has_errors(findings) else (setup, words, findings)


def _last_year_of(jobs: Sequence[JobAnswer]) -> int | None:
    """The last year in which one of the jobs takes money; None where one of them has no end."""
    ends = [last_working_year(job) for job in jobs]
    known = [each for each in ends if each is not None]
    return max(known) if len(known) == len(ends) else None


def _shown(setup: Setup, ways: Sequence[Strategy]) -> tuple[Way, ...]:
    ran = {way.name: _run(setup, way) for way in ways}
    return tuple(_way(setup, way, ran) for way in ways)


def _why_not(answer: RoomAnswer, job: JobAnswer) -> list[Finding]:
    if job.may_i == "no":
        return [
            Finding("no-way-in", "error", f"{job.plan} gives no way into Roth after tax, so there is nothing to compare.",
                    job.case.job.where, "`megaroth first` says what is open instead; ask the employer to add it.")
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
    left_out = [
        each.name for each in answer.jobs if each not in setup.jobs and each.may_i != "no" and not each.case.ended
    ]
    if left_out:
        found.append(
            Finding("not-compared", "info", f"Not compared, for the plan has not answered or leaves no room: {', '.join(left_out)}. Their pay counts "
                    "as wages.", job.case.job.where)
        )  # fmt: skip
    for each in answer.jobs:
        starts = each.case.job.starts
        whole = of_a_whole_year(each.case.job)
        if starts is not None and whole.top != whole.bottom:
            found.append(
                Finding("whole-year-assumed", "info", f"{each.name}: this year's pay is from {starts} on; from next year on a whole year's is "
                        "assumed, in proportion.", each.case.job.where)
            )  # fmt: skip
    found += _taken_early(setup)
    projected = next((year.year for year in setup.path if year.works and year.status == "projected"), None)
    if projected is not None and made.yearly_amount is None:
        found.append(
            Finding("limits-projected", "info", f"Limits from {projected} on are PROJECTED; no notice has announced them.",
                    "", "Look again each November, when the next year's limits come out.", "IRC §415(d)")
        )  # fmt: skip
    return found


def _taken_early(setup: Setup) -> list[Finding]:
    """That some of the money is wanted before 59½ is counted, and said."""
    made, young = setup.made, setup.young_parts
    if not young:
        return []
    parts = f"{young} of the {made.payout_years} yearly parts come" if made.payout_years > 1 else "all of it comes"
    remedy = "A larger payout_years in [outlook] takes less early." if young > 1 or made.payout_years == 1 else ""
    return [
        Finding("taken-before-59-and-a-half", "info", f"Wanted from {made.spend_age} on, {parts} before 59½. From Roth what was paid in comes "
                "first and free; growth taken by then is taxed as income and costs 10% more. Both are counted.",
                "outlook.spend_age", remedy, "IRC §72(t), §408A(d)(4)")
    ]  # fmt: skip


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
    cash = tuple(to_cents(taken(end.pots, setup.taking_early(ahead))) for ahead, end in enumerate(ends))
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
    if setup.is_old(ahead):
        return to_cents(taken(end.pots, setup.taking_early(ahead)))
    gains = setup.tax("gains", ahead)
    pots = end.pots
    earned = pots.taxable - pots.taxable_basis
    taxable = pots.taxable - (gains.on(earned) if earned > 0 else 0.0)
    return to_cents(min(pots.roth_basis, pots.roth) + min(pots.after_tax_basis, pots.after_tax) + taxable)


def _break_even(setup: Setup, shown: tuple[Way, ...]) -> int | None:
    mine, other = shown[0], next(way for way in shown if way.name == AGAINST)
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


def _state_moved(setup: Setup, base: Money, ahead: Callable[[Assumptions], Money]) -> Moved:
    """Without a state's tax, and with it by its tables, or six points more than you say."""
    made = setup.made
    without = ahead(varied(made, state=NONE, state_later=NONE))
    if any(way.how == "tables" for way in setup.states):
        return Moved("State income tax", "none", f"as {setup.household.state} taxes", without, base)
    dearer = more(made.state or NONE, 6)
    return Moved("State income tax", str(NONE), str(dearer), without, ahead(
        varied(made, state=dearer, state_later=more(made.state_later or NONE, 6))
    ))  # fmt: skip


def _sensitivity(setup: Setup, base: Money) -> tuple[Moved, ...]:
    """What moves the answer: one assumption at a time, the largest swing first."""
    made = setup.made

    def ahead(changed: Assumptions, wait: float | None = None) -> Money:
        same_path = (changed.inflation, changed.work_until_age, changed.spend_age) == (
            made.inflation,
            made.work_until_age,
            made.spend_age,
        )
        path = setup.path if same_path else path_of(setup.household, setup.jobs, changed)
        waits = setup.waits if wait is None else (wait,) * len(setup.jobs)
        other = replace(setup, made=changed, path=path, waits=waits, made_taxes={})
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
        _state_moved(setup, base, ahead),
        Moved("Conversion", "at once", "once a year", ahead(made, 0.0), ahead(made, 0.5)),
        Moved("The taxable account at the end", "sold", "left to heirs", ahead(varied(made, step_up=False)), ahead(varied(made, step_up=True))),
        Moved("Tax rate on gains later", str(NONE), str(Rate(1, 4)),
              ahead(varied(made, gain_tax=NONE)), ahead(varied(made, gain_tax=Rate(1, 4)))),
        Moved("Other taxable income later", str(less_income), str(twice),
              ahead(varied(made, later_income=less_income)), ahead(varied(made, later_income=twice))),
    ]  # fmt: skip
    if made.closed_from is None and made.saving_years > 5:
        year = setup.household.year + 5
        moved.append(
            Moved("The law closes the way", f"from {year} on", "never", ahead(varied(made, closed_from=year)), base)
        )
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
