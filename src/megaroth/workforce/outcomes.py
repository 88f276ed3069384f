"""What the sums say of each group, and what goes back to whom where a test is failed.

Works on one group or on thousands at once, so that Spark may hand over one at a time. Every decision is a rule of the law;
the two levels are arithmetic (`levelling.py`), and the averages after the cut are computed anew to check them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from megaroth.kit.column import take
from megaroth.kit.money import ZERO, Money, Rate, percent
from megaroth.law.book import Law, statutory_rate, statutory_rows
from megaroth.law.s401k_adp import excess_contribution_returned, excess_kept_as_catch_up
from megaroth.law.s401m_acp import (
    average_needed,
    average_ratio,
    contributions_in_acp,
    excess_above_level,
    excise_if_late,
    highest_average,
    match_in_acp,
    passes_test,
    share_of_excess,
    tested_ratio,
)
from megaroth.law.s401m_refund import (
    income_on_refund,
    refund_from_after_tax,
    refund_from_match,
    vested_match_refunded,
)
from megaroth.workforce.cells import Column
from megaroth.workforce.corrections import orphaned_match
from megaroth.workforce.dates import Deadlines, deadlines
from megaroth.workforce.fields import ALL
from megaroth.workforce.levelling import dollar_levels, ratio_levels
from megaroth.workforce.settings import Sponsor, Terms
from megaroth.workforce.testing import PARTS, Sums, Tested, group_number, group_parts, law_for_year, taken

Verdict = Literal["passed", "failed", "exempt", "not-known"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One test of one group. Averages are exact fractions; those of no one are None."""

    test: Literal["ADP", "ACP"]
    plan: str
    year: int
    part: str
    verdict: Verdict
    because: str
    """A code: the rule that decides, or what is missing."""
    hce_people: int
    others_people: int
    hce_average: Rate | None
    others_average: Rate | None
    """That of the applicable year."""
    highest: Rate | None
    level: Rate | None = None
    """The ratio to which the highest were cut in the first step."""
    excess: Money = ZERO
    people_refunded: int = 0
    paid: Money = ZERO
    forfeited: Money = ZERO
    qualified_share: Rate | None = None
    """The share of pay that, given to all the others, would pass the test; current-year method only."""
    qualified_cost: Money | None = None
    excise: Money = ZERO
    deadlines: Deadlines | None = None

    def as_json(self) -> dict[str, Any]:
        """The outcome as programs read it: amounts and percentages as texts, null where there is none."""
        return {
            "test": self.test,
            "plan": self.plan,
            "year": self.year,
            "part": self.part,
            "verdict": self.verdict,
            "because": self.because,
            "highly_compensated": self.hce_people,
            "others": self.others_people,
            **{
                f"{name}_percent": in_percent(getattr(self, name))
                for name in ("hce_average", "others_average", "highest", "level", "qualified_share")
            },
            "excess": self.excess.plain(),
            "people_refunded": self.people_refunded,
            "paid": self.paid.plain(),
            "forfeited": self.forfeited.plain(),
            "qualified_cost": None if self.qualified_cost is None else self.qualified_cost.plain(),
            "excise_if_late": self.excise.plain(),
            "without_excise_until": self.deadlines.without_excise.isoformat() if self.deadlines else None,
            "correct_at_the_latest": self.deadlines.last.isoformat() if self.deadlines else None,
            "form_5330_due": self.deadlines.excise_return.isoformat() if self.deadlines else None,
        }


def in_percent(rate: Rate | None) -> str | None:
    """A rate in percent with at most four decimals, cut."""
    if rate is None:
        return None
    cut = int(rate.top) * 10**6 // int(rate.bottom)
    return f"{cut // 10**4}.{cut % 10**4:04}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Refunds:
    """Who gives what back for a failed test; one entry a person and test, whole cents."""

    row: Column
    employee: Any
    group: Column
    is_acp: Column
    ratio_steps: Column
    excess: Column
    kept_as_catch_up: Column
    returned_already: Column
    """As excess deferral: it counts towards the excess."""
    from_deferral: Column
    from_after_tax: Column
    from_match: Column
    match_paid: Column
    match_forfeited: Column
    """Unvested match, and match orphaned by what goes back."""
    income: Column
    income_known: Column


def outcomes(sponsor: Sponsor, sums: dict[tuple[int, bool], Sums], hce: Tested) -> tuple[list[Outcome], list[Refunds]]:
    """Both tests of every group in `sums`; `hce` holds the highly compensated of all of them (or of these groups)."""
    groups = sorted({group for group, _ in sums})
    adp = [_adp(sponsor, sums, group) for group in groups]
    hce, adp, returned = _level(sponsor, groups, adp, hce, is_acp=False)
    acp_sums = _acp_sums(sponsor, hce)
    acp = [_acp(sponsor, sums, group, acp_sums.get(group), adp[at]) for at, group in enumerate(groups)]
    _, acp, refunded = _level(sponsor, groups, acp, hce, is_acp=True)
    found = [each for pair in zip(adp, acp, strict=True) for each in pair]
    return found, [each for each in (returned, refunded) if each is not None]


def _terms(sponsor: Sponsor, group: int) -> tuple[Terms, Law, int, str]:
    plan, year, part = group_parts(group)
    return sponsor.plans[plan], law_for_year(sponsor, year), year, PARTS[part]


def _average(law: Law, steps: int, people: int) -> Rate | None:
    if not people:
        return None
    of = Rate(int(steps) * int(law.test_precision.top), int(law.test_precision.bottom))
    return average_ratio(law, of, people)


def _applicable(
    sponsor: Sponsor, sums: dict[tuple[int, bool], Sums], group: int, stated: Rate | None, is_acp: bool
) -> tuple[Rate | None, str]:
    """The others' average of the applicable year, and what is missing if it is not known."""
    terms, law, year, _ = _terms(sponsor, group)
    field = "acp_steps" if is_acp else "adp_steps"
    if terms.test.method == "current-year":
        of = sums.get((group, False), Sums())
        return _average(law, getattr(of, field), of.people), ""
    plan, _, part = group_parts(group)
    before = sums.get((group_number(plan, year - 1, part), False))
    if before is not None and before.people:
        return _average(law_for_year(sponsor, year - 1), getattr(before, field), before.people), ""
    if terms.test.first_year == "yes":
        return percent(statutory_rows()["first_year_average"]["percent"]), ""
    return (stated, "") if stated is not None else (None, "last-year-average-not-stated")


def _decided(
    sponsor: Sponsor,
    sums: dict[tuple[int, bool], Sums],
    group: int,
    steps: int,
    people: int,
    is_acp: bool,
) -> Outcome:
    terms, law, year, part = _terms(sponsor, group)
    others = sums.get((group, False), Sums())
    stated = terms.test.last_year_acp_percent if is_acp else terms.test.last_year_adp_percent
    average = _average(law, steps, people)
    applicable, lacking = _applicable(sponsor, sums, group, stated, is_acp)
    outcome = Outcome(
        "ACP" if is_acp else "ADP",
        terms.name,
        year,
        part,
        "passed",
        "",
        people,
        others.people,
        average,
        applicable,
        None,
    )
    if terms.test.governmental == "yes":
        return replace(outcome, verdict="exempt", because="governmental-plan")
    if average is None:
        return replace(outcome, because="no-highly-compensated")
    if lacking:
        return replace(outcome, verdict="not-known", because=lacking)
    if applicable is None:
        return replace(outcome, because="only-highly-compensated")
    highest = highest_average(law, applicable)
    share = applicable * law.test_share
    because = "125-percent" if highest.top * share.bottom == share.top * highest.bottom else "twice-or-2-points"
    passed = passes_test(average, highest) is True
    return replace(outcome, verdict="passed" if passed else "failed", because=because, highest=highest)


def _adp(sponsor: Sponsor, sums: dict[tuple[int, bool], Sums], group: int) -> Outcome:
    terms, _, _, _ = _terms(sponsor, group)
    of = sums.get((group, True), Sums())
    decided = _decided(sponsor, sums, group, of.adp_steps, of.people, is_acp=False)
    if not terms.has_adp and decided.because != "governmental-plan":
        return replace(decided, verdict="exempt", because="safe-harbor", highest=None)
    if terms.borrowed.top > 0 and decided.verdict == "passed" and decided.highest is not None:
        whole = {key: replace(each, adp_steps=each.adp_steps_all) for key, each in sums.items()}
        of_all = whole.get((group, True), Sums())
        with_all = _decided(sponsor, whole, group, of_all.adp_steps, of_all.people, is_acp=False)
        if with_all.verdict == "failed":
            return replace(with_all, verdict="not-known", because="borrowing-fails-the-adp-test")
    if terms.borrowed.top > 0 and decided.verdict == "failed":
        return replace(decided, verdict="not-known", because="borrowing-fails-the-adp-test")
    return decided


def _acp(
    sponsor: Sponsor, sums: dict[tuple[int, bool], Sums], group: int, of: tuple[int, int] | None, adp: Outcome
) -> Outcome:
    part = PARTS[group_parts(group)[2]]
    steps, people = of or (0, 0)
    decided = _decided(sponsor, sums, group, steps, people, is_acp=True)
    if part == "union":
        return replace(decided, verdict="exempt", because="collectively-bargained", highest=None)
    if adp.because == "borrowing-fails-the-adp-test":
        return replace(decided, verdict="not-known", because="borrowing-fails-the-adp-test")
    return decided


def _acp_sums(sponsor: Sponsor, hce: Tested) -> dict[int, tuple[int, int]]:
    """Of each group, the sum of the ACP ratios of the highly compensated, and how many they are."""
    if not len(hce.row):
        return {}
    groups, which, people = np.unique(hce.group, return_inverse=True, return_counts=True)
    steps = np.zeros(len(groups), dtype=object)
    np.add.at(steps, which, hce.acp_steps.astype(object))
    return {int(group): (int(steps[at]), int(people[at])) for at, group in enumerate(groups)}


def _level(
    sponsor: Sponsor, groups: list[int], found: list[Outcome], hce: Tested, is_acp: bool
) -> tuple[Tested, list[Outcome], Refunds | None]:
    """The two steps for every group that failed; the highly compensated as they stand afterwards."""
    failed = [at for at, outcome in enumerate(found) if outcome.verdict == "failed"]
    if not failed:
        return hce, found, None
    number = np.full(max(groups) + 1, -1, np.int64)
    number[[groups[at] for at in failed]] = np.arange(len(failed))
    places = np.flatnonzero(number[hce.group] >= 0)
    rows: Tested = taken(hce, places)
    of = number[rows.group]
    law = law_for_year(sponsor, found[failed[0]].year)
    step = law.test_precision
    steps = rows.acp_steps if is_acp else rows.adp_steps
    amount = _acp_amount(sponsor, rows) if is_acp else rows.deferral
    highest = Rate(
        np.array([found[at].highest.top for at in failed], np.int64),  # type: ignore[union-attr]
        np.array([found[at].highest.bottom for at in failed], np.int64),  # type: ignore[union-attr]
    )
    level = ratio_levels(of, steps, highest, step)
    tops, bottoms = np.asarray(level.top), np.asarray(level.bottom)
    of_row = Rate(tops[of], bottoms[of])
    ratio = Rate(steps * step.top, step.bottom)
    first = excess_above_level(Money(amount), Money(rows.pay), ratio, of_row)
    total = _sums_of(of, np.asarray(first.cents), len(failed))
    at_most, less = dollar_levels(of, amount, total, _tie(rows.employee))
    share = np.asarray(share_of_excess(Money(amount), Money(at_most[of])).cents) - less
    refunds = _acp_refunds(sponsor, rows, share, steps) if is_acp else _adp_refunds(sponsor, rows, share, steps)
    told = list(found)
    paid = refunds.from_deferral + refunds.from_after_tax + refunds.match_paid
    gone = refunds.match_forfeited
    for number_of, at in enumerate(failed):
        mine = of == number_of
        cut = Rate(int(tops[number_of]), int(bottoms[number_of]))
        told[at] = _with_refunds(sponsor, groups[at], found[at], cut, total[number_of], mine, share, paid, gone)
    after = hce if is_acp else _after_adp(sponsor, hce, places, refunds)
    some = np.flatnonzero(share > 0)
    return after, told, taken(refunds, some)


def _with_refunds(
    sponsor: Sponsor, group: int, outcome: Outcome, level: Rate, total: Any, mine: Any, share: Any, paid: Any, gone: Any
) -> Outcome:
    terms, law, year, _ = _terms(sponsor, group)
    excess = Money(int(total))
    needed = average_needed(law, outcome.hce_average) if outcome.hce_average else None
    share_of_pay = None
    if terms.test.method == "current-year" and needed is not None and outcome.others_average is not None:
        share_of_pay = _steps_up(law, needed, outcome.others_average)
    return replace(
        outcome,
        level=level,
        excess=excess,
        people_refunded=int(np.count_nonzero(share[mine])),
        paid=Money(int(paid[mine].sum())),
        forfeited=Money(int(gone[mine].sum())),
        qualified_share=share_of_pay,
        excise=excise_if_late(excess, statutory_rate("excess_contribution_excise")),
        deadlines=deadlines(terms.test.plan_year_end, year, terms.test.automatic_enrolment == "yes"),
    )


def _steps_up(law: Law, needed: Rate, average: Rate) -> Rate:
    """How much an average has to rise, in whole steps of a hundredth of a percent."""
    step = law.test_precision
    top = (needed.top * average.bottom - average.top * needed.bottom) * step.bottom
    bottom = needed.bottom * average.bottom * step.top
    return Rate(int(-(-top // bottom)) * int(step.top), int(step.bottom))


def _sums_of(of: Column, cents: Column, groups: int) -> Column:
    total = np.zeros(groups, np.int64)
    np.add.at(total, of, cents)
    return total


def _tie(employees: Any) -> Column:
    """The order of equals: by employee, so that it is the same however the file is cut."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_integer(employees.type):
        return np.asarray(employees.to_numpy(zero_copy_only=False), np.int64)
    return np.asarray(pc.rank(employees, tiebreaker="dense").to_numpy(zero_copy_only=False), np.int64)


def _by_plan(sponsor: Sponsor, rows: Tested, work: Any) -> Column:
    """One column of cents, made plan by plan; `work(terms, law, few)` sees rows of one plan and year."""
    made = np.zeros(len(rows.row), np.int64)
    for group in np.unique(rows.group):
        places = np.flatnonzero(rows.group == group)
        terms, law, _, _ = _terms(sponsor, int(group))
        made[places] = work(terms, law, take(_columns(rows), places, len(rows.row))).cents
    return made


def _columns(rows: Tested) -> Tested:
    return replace(rows, employee=np.zeros(len(rows.row), np.int8))


def _acp_amount(sponsor: Sponsor, rows: Tested) -> Column:
    """The contributions that the ACP test counts, as they stand now."""

    def counted(terms: Terms, law: Law, few: Tested) -> Money:
        match = match_in_acp(Money(few.match), Money(few.pay), terms.left_out)
        return contributions_in_acp(match, Money(few.after_tax), Money(few.qualified), Money(few.borrowed))

    return _by_plan(sponsor, rows, counted)


def _adp_refunds(sponsor: Sponsor, rows: Tested, share: Column, steps: Column) -> Refunds:
    excess = Money(share)
    kept = excess_kept_as_catch_up(excess, Money(rows.catch_up_unused))
    back = excess_contribution_returned(excess, kept, Money(rows.excess_deferral))
    returned = np.asarray(back.cents)
    orphaned = np.zeros(len(share), np.int64)
    for group in np.unique(rows.group):
        places = np.flatnonzero((rows.group == group) & (returned > 0))
        if places.size:
            terms, _, _, _ = _terms(sponsor, int(group))
            few, back_of = take((_columns(rows), returned), places, len(share))
            matched, left = Money(few.matched), Money(np.maximum(few.matched - back_of, 0))
            plan, pay, match = terms.finished.plan, Money(few.pay), Money(few.match)
            orphaned[places] = orphaned_match(plan, pay, match, matched, left, few.service).cents
    nothing = np.zeros(len(share), np.int64)
    income, known = _income(rows, returned)
    return Refunds(
        rows.row, rows.employee, rows.group, nothing, steps, share, np.asarray(kept.cents),
        share - np.asarray(kept.cents) - returned, returned, nothing, nothing, nothing, orphaned, income, known,
    )  # fmt: skip


def _acp_refunds(sponsor: Sponsor, rows: Tested, share: Column, steps: Column) -> Refunds:
    """After-tax first or match first, as the plan says; unvested match is forfeited."""
    first_match = np.zeros(len(share), np.bool_)
    for group in np.unique(rows.group):
        terms, _, _, _ = _terms(sponsor, int(group))
        if terms.test.refund_from == "match":
            first_match |= rows.group == group
    after_tax = np.asarray(refund_from_after_tax(Money(share), Money(rows.after_tax)).cents)
    if first_match.any():
        of_match = np.minimum(share, rows.match)
        after_tax = np.where(first_match, share - of_match, after_tax)
    of_match = np.asarray(refund_from_match(Money(share), Money(after_tax)).cents)
    vested = np.asarray(vested_match_refunded(Money(of_match), Rate(rows.vested, ALL)).cents)
    nothing = np.zeros(len(share), np.int64)
    income, known = _income(rows, after_tax + vested)
    return Refunds(
        rows.row, rows.employee, rows.group, nothing + 1, steps, share, nothing, nothing, nothing, after_tax, of_match,
        vested, of_match - vested, income, known,
    )  # fmt: skip


def _income(rows: Tested, refund: Column) -> tuple[Column, Column]:
    income = income_on_refund(Money(rows.income), Money(refund), Money(rows.balance))
    known = rows.earns_known & (rows.balance > 0)
    return np.where(known, np.asarray(income.cents), 0), known.astype(np.int64)


def _after_adp(sponsor: Sponsor, hce: Tested, places: Any, refunds: Refunds) -> Tested:
    """The highly compensated with the match that the ADP refunds orphaned gone: it is not in the ACP test."""
    if not refunds.match_forfeited.any():
        return hce
    match = hce.match.copy()
    match[places] -= refunds.match_forfeited
    after = replace(hce, match=match)
    changed = places[refunds.match_forfeited > 0]
    few: Tested = taken(after, changed)
    amount = _acp_amount(sponsor, few)
    steps = np.array(hce.acp_steps)
    law = sponsor.law
    ratio = tested_ratio(law, Money(amount), Money(few.pay))
    steps[changed] = np.asarray(ratio.top) // law.test_precision.top
    return replace(after, acp_steps=steps)
