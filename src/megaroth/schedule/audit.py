"""The audit: what happens if nothing is changed. Each finding is PASS, RISK or FAIL in words, with amounts and dates.

Knows how to judge an outcome of the simulator by the year's limits. Refuses to propose numbers: `solve.py` does.
"""

from __future__ import annotations

import datetime
from calendar import month_name
from dataclasses import dataclass
from typing import Literal

from megaroth.kit.finding import Finding, Severity
from megaroth.kit.money import ZERO, Money
from megaroth.kit.trace import silently
from megaroth.kit.words import greatest, least, remaining
from megaroth.plan.match import employer_match, matched_contributions
from megaroth.schedule.payroll import Outcome
from megaroth.schedule.year import JobYear

Verdict = Literal["PASS", "RISK", "FAIL"]
_SEVERITY: dict[str, Severity] = {"PASS": "info", "RISK": "warning", "FAIL": "error"}


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome beside the year's limits, and what is wrong with it, in amounts."""

    year: JobYear
    outcome: Outcome

    @property
    def excess_deferral(self) -> Money:
        """Deferred beyond the person's limit and catch-up."""
        outcome, limits = self.outcome, self.year.limits
        return _beyond(outcome.deferral + outcome.catch_up + outcome.excess, limits.deferral + limits.catch_up)

    @property
    def excess_additions(self) -> Money:
        """Annual additions beyond what the limit leaves."""
        return _beyond(self.outcome.additions, self.year.limits.additions)

    @property
    def over_plan_caps(self) -> Money:
        """After-tax money beyond the plan's cap on it, or on it and deferrals together; the larger of both."""
        outcome, limits = self.outcome, self.year.limits
        over_after_tax = _beyond(outcome.after_tax, limits.after_tax if limits.after_tax > ZERO else ZERO)
        over_combined = _beyond(outcome.deferral + outcome.after_tax, limits.combined)
        return over_after_tax if over_after_tax > over_combined else over_combined

    @property
    def lost_match(self) -> Money:
        """What the formula gives for deferring all year up to the limit, less what comes."""
        with silently():
            return _beyond(full_match(self.year, self.outcome), self.outcome.match + self.outcome.true_up)

    @property
    def lost_by_timing(self) -> Money:
        """That part of it which the same dollars, spread over the year, would have earned."""
        return _beyond(self.outcome.formula, self.outcome.match + self.outcome.true_up)

    @property
    def breaks_a_limit(self) -> bool:
        """Whether any limit of law or plan is exceeded."""
        return bool(self.excess_deferral > ZERO or self.excess_additions > ZERO or self.over_plan_caps > ZERO)


def _beyond(amount: Money, limit: Money) -> Money:
    return amount - limit if amount > limit else ZERO


def pay_limit_passed(year: JobYear, outcome: Outcome) -> datetime.date | None:
    """The day of the paycheck to come with which the year's eligible pay passes the limit on pay."""
    pay = year.made.pay
    for line in outcome.lines:
        before, pay = pay, pay + line.paycheck.pay
        if before <= year.limits.countable < pay:
            return line.paycheck.date
    return None


def full_match(year: JobYear, outcome: Outcome) -> Money:
    """The formula for this year's pay on all that may be deferred here, or on what was contributed if that is more."""
    plan, limits = year.plan, year.limits
    deferral = least(limit=limits.deferral, pay=outcome.pay)
    counts = plan.match_on_roth is True or not year.is_roth
    catch_counts = plan.match_on_roth is True or not year.catch_up_is_roth
    most = matched_contributions(
        plan, deferral if counts else ZERO, limits.catch_up if catch_counts else ZERO, outcome.after_tax, False
    )
    countable = least(pay=outcome.pay, limit=limits.countable)
    return employer_match(year.plan, countable, greatest(most=most, made=outcome.matched), year.service)


def findings_of(year: JobYear, judged: Judged, where: str = "", winnable: Money = ZERO) -> list[Finding]:
    """The verdicts in words: limits first, then match, then what is not known. `winnable`: match that other numbers win."""
    found = [
        *_deferrals(year, judged),
        *_additions(year, judged),
        *_caps(year, judged),
        *_match(year, judged, winnable),
        *_pay_limit(year, judged.outcome),
        *_not_known(year, judged),
    ]
    return [
        Finding(each.code, each.severity, f"{year.name}: {each.message}", where, each.remedy, each.cite)
        for each in found
    ]


def _said(verdict: Verdict, code: str, message: str, remedy: str = "", cite: str = "") -> Finding:
    return Finding(code, _SEVERITY[verdict], f"{verdict}: {message}", "", remedy, cite)


def _deferrals(year: JobYear, judged: Judged) -> list[Finding]:
    outcome, cite = judged.outcome, "IRC §402(g)(2); Reg. §1.402(g)-1(e)"
    deferred = outcome.deferral + outcome.catch_up + outcome.excess
    limit = year.limits.deferral + year.limits.catch_up
    if judged.excess_deferral > ZERO:
        day = _reached(year, outcome, limit)
        when = f"it is passed on the paycheck of {day}" if day else "it was passed before the paychecks to come"
        todo = "Lower the deferral before that paycheck. If it happens: ask" if day else "Defer nothing more, and ask"
        return [
            _said(
                "FAIL",
                "deferral-limit-broken",
                f"{deferred} is deferred, {judged.excess_deferral} more than your limit of {limit} here; {when}.",
                f"{todo} this plan by 15 April {year.year + 1}, or by its own "
                "earlier date, to return the excess with its earnings; it is reported on Form 1099-R, codes 8 and P.",
                cite,
            )
        ]
    return [_said("PASS", "deferral-limit-kept", f"{deferred} of {limit} is deferred, catch-up included.", "", cite)]


def _additions(year: JobYear, judged: Judged) -> list[Finding]:
    outcome, cite = judged.outcome, "IRC §415(c)(1); Rev. Proc. 2021-30 §6.06(2)"
    if judged.excess_additions > ZERO:
        returned = least(excess=judged.excess_additions, after_tax=outcome.after_tax)
        late = " The match paid in after the year's end is part of it." if outcome.true_up > ZERO else ""
        deferred = least(made=year.made.pre_tax + year.made.roth, limit=year.limits.deferral)
        is_past = deferred + year.made.after_tax + year.made.match > year.limits.additions
        todo = (
            "Put nothing more in after tax; the plan returns"
            if is_past
            else "Lower the after-tax election. If it happens, the plan returns"
        )
        return [
            _said(
                "FAIL",
                "annual-additions-broken",
                f"{outcome.additions} go into the plan besides catch-up, {judged.excess_additions} more than the limit leaves ({year.limits.additions}).{late}",
                f"{todo} {returned} of after-tax money with its earnings first "
                "(Form 1099-R, code E; it cannot be rolled over), then unmatched deferrals.",
                cite,
            )
        ]
    said = f"{outcome.additions} of {year.limits.additions} goes in"
    if outcome.true_up > ZERO:
        said += f", {outcome.true_up} of it match that comes after the year's end"
    if outcome.true_up_possible > ZERO:
        said += f"; {outcome.true_up_possible} of it is kept free for match that may come after the year's end"
    return [_said("PASS", "annual-additions-kept", f"{said}.", "", cite)]


def _caps(year: JobYear, judged: Judged) -> list[Finding]:
    if not judged.over_plan_caps > ZERO:
        return []
    return [
        _said(
            "FAIL",
            "plan-cap-broken",
            f"After-tax contributions pass the plan's own cap by {judged.over_plan_caps}.",
            "Lower the after-tax election; the plan returns what is above its cap.",
        )
    ]


def _match(year: JobYear, judged: Judged, winnable: Money) -> list[Finding]:
    outcome = judged.outcome
    came = outcome.match + outcome.true_up
    found = []
    if judged.lost_match > ZERO and winnable == ZERO:
        why = "with the deferral that is left" if outcome.lines else "this year"
        return [
            _said(
                "RISK",
                "match-not-won",
                f"{came} of match comes; {judged.lost_match} of the full match cannot be won any more {why}.",
                "" if year.payroll.trues_up else "Ask whether there is a true-up after the year's end.",
            )
        ]
    if judged.lost_by_timing > ZERO:
        is_possible = outcome.true_up_possible > ZERO
        tail = "; a true-up would bring them, but it is not known whether there is one." if is_possible else "."
        if not is_possible and winnable < judged.lost_by_timing:
            tail = f"; {winnable} can still be won."
        found.append(
            _said(
                "RISK" if is_possible else "FAIL",
                "match-lost-by-timing",
                f"{came} of match comes; {judged.lost_by_timing} is lost because no deferral falls on some pay{tail}",
                "Spread the deferral over all paychecks that earn match (`megaroth schedule`).",
            )
        )
    more = remaining(of=judged.lost_match, timing=judged.lost_by_timing)
    if more > ZERO:
        found.append(
            _said(
                "RISK",
                "match-left",
                f"{more} of match are left: the deferral is too small for the full match"
                + (f"; {winnable} can still be won." if winnable < more else "."),
                "Raise the deferral (`megaroth schedule`).",
            )
        )
    if not found:
        found.append(_said("PASS", "match-full", f"The full match comes: {came}."))
    if outcome.true_up > ZERO:
        month = f"in {month_name[year.payroll.true_up_month]}" if year.payroll.true_up_month else "early in"
        found.append(
            _said(
                "PASS",
                "true-up-to-come",
                f"{outcome.true_up} of the match are paid in {month} {year.year + 1} and use this year's limit.",
                "" if year.payroll.true_up_if_gone else "Be employed on 31 December, or ask whether one has to be.",
                "Reg. §1.415(c)-1(b)(6)",
            )
        )
    return found


_AFTER_THE_PAY_LIMIT = {
    "stop": "pay above it earns no match, so what is deferred later in the year is not matched",
    "spread": "the match goes on until the year has what the formula gives on the limit",
    "true-up": "the match stops there, and what the formula still gives on the limit is paid in after the year's end",
}


def _pay_limit(year: JobYear, outcome: Outcome) -> list[Finding]:
    """Pay above the limit does not stop deferrals, only what pay counts for the match."""
    day = pay_limit_passed(year, outcome)
    if day is None:
        return []
    what = "the plan counts no pay above it"
    if year.plan.match:
        what = _AFTER_THE_PAY_LIMIT[year.payroll.cap_mode]
        if "comp_cap_mode" in year.payroll.unknown:
            what += " (how payroll applies it is not stated; this is assumed)"
    return [
        _said(
            "PASS",
            "pay-limit-passed",
            f"pay passes {year.limits.countable} on the paycheck of {day}: {what}. "
            "Deferrals and after-tax contributions go on.",
            "If payroll stops your deferrals there, tell them that the limit on pay does not stop deferrals.",
            "IRC §401(a)(17)(A); IRS Employee Plans News 2012",
        )
    ]


def _not_known(year: JobYear, judged: Judged) -> list[Finding]:
    unknown, found = year.payroll.unknown, []
    if "auto_stop" in unknown:
        found.append(
            _said(
                "RISK",
                "auto-stop-unknown",
                "It is not known whether payroll stops at a limit by itself; this is reckoned without.",
                "Ask payroll: which limits stop my contributions, and does the after-tax stop count the match?",
            )
        )
    elsewhere = remaining(of=year.limits.payroll_deferral, left=year.limits.deferral)
    if elsewhere > ZERO:
        found.append(
            _said(
                "RISK",
                "payroll-not-told",
                f"Payroll here does not know of {elsewhere} of your deferral limit that other employers use.",
                "Set the numbers yourself, and tell payroll the amount.",
                "IRC §402(g)(1)",
            )
        )
    named = {"match_period": "how often the match is computed", "true_up": "whether there is a true-up"}
    asked = [words for name, words in named.items() if name in unknown and year.plan.match]
    if asked:
        assumed = "a match per payday" if year.payroll.trues_up else "a match per payday without true-up"
        if "match_period" not in unknown:
            assumed = "no true-up"
        found.append(
            _said(
                "RISK",
                "match-timing-unknown",
                f"Not stated: {' and '.join(asked)}; {assumed} is assumed.",
                "Ask the plan's administrator.",
            )
        )
    return found


def _reached(year: JobYear, outcome: Outcome, limit: Money) -> datetime.date | None:
    """The day of the paycheck that passes the limit; None if none of those to come does."""
    made = year.made.pre_tax + year.made.roth
    if made > limit:
        return None
    for line in outcome.lines:
        made = made + line.pre_tax + line.roth + line.catch_up
        if made > limit:
            return line.paycheck.date
    return None
