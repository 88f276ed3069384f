"""What a household should be told beside the numbers: what was assumed, what is not known, what goes wrong."""

from __future__ import annotations

from dataclasses import replace

from megaroth.household.model import Household
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.law.book import Law
from megaroth.law.s401a17_pay import countable_pay
from megaroth.plan.caps import deferral_cap
from megaroth.room.findings_match import catch_up_findings, match_findings
from megaroth.room.household import JobRoom

IN_ORDER_OF_FILE = "Each job first gets what its match needs, then the rest goes in the order of the file."


def findings_of_household(
    law: Law, household: Household, cases: list[JobRoom], how_shared: str = IN_ORDER_OF_FILE
) -> list[Finding]:
    """What concerns the year and the person rather than one job. `how_shared` says how the jobs share the deferral limit."""
    found = []
    if law.status == "projected":
        found.append(
            Finding(
                "law-projected",
                "warning",
                f"The limits of {household.year} are projected from the consumer price index; no notice has announced them.",
                "year",
                f'See `megaroth limits {household.year}`; give the announced ones in a file with law_file = "…".',
                "IRC §415(d)",
            )
        )
    for person in household.people:
        jobs = [case for case in cases if case.job.person == person]
        if len(jobs) > 1 and sum(case.facts.deferral_wanted > ZERO for case in jobs) > 1:
            shares = ", ".join(f"{case.room.elective_deferral} at {case.job.name}" for case in jobs)
            found.append(
                Finding(
                    "deferral-shared",
                    "info",
                    f"The deferral limit is one for {person} across all employers; it is split: {shares}.",
                    f"people.{person}",
                    how_shared,
                    "IRC §402(g)(1)",
                )
            )
    return found


def findings_of_job(law: Law, household: Household, case: JobRoom) -> list[Finding]:
    """What concerns one job and its plan, the gravest first."""
    found = [
        finding
        for examine in (
            _over_the_limits,
            _may_i,
            match_findings,
            catch_up_findings,
            _wishes,
            _highly_compensated,
            _pay,
            _evidence,
        )
        for finding in examine(law, household, case)
    ]
    return [finding if finding.where else replace(finding, where=case.job.where) for finding in found]


def _over_the_limits(law: Law, household: Household, case: JobRoom) -> list[Finding]:
    room, facts = case.room, case.facts
    additions = (
        room.elective_deferral
        + room.match
        + room.nonelective
        + facts.forfeitures
        + facts.other_plans
        + room.after_tax_planned
    )
    found = []
    if additions > room.annual_additions_limit:
        over = additions - room.annual_additions_limit
        found.append(
            Finding(
                "excess-annual-additions",
                "error",
                f"{case.job.name}: what was contributed and what is still coming exceeds the annual additions limit by {over}.",
                "",
                "Stop after-tax contributions now and ask the plan how it corrects: unmatched after-tax money goes back first.",
                "IRC §415(c)(1); Rev. Proc. 2021-30 §6.06(2)",
            )
        )
    elif facts.after_tax_made > room.after_tax_room:
        over = facts.after_tax_made - room.after_tax_room
        found.append(
            Finding(
                "after-tax-above-room",
                "error",
                f"{case.job.name}: {over} more has been contributed after tax than the plan's own terms allow.",
                "",
                "Ask the plan's administrator; the cap may not have been read right.",
            )
        )
    return found


def _may_i(law: Law, household: Household, case: JobRoom) -> list[Finding]:
    draft, name = case.job.plan.draft, case.job.name
    allowed = draft.says("after_tax_allowed")
    inside, outside = draft.says("in_plan_conversion"), draft.says("in_service_withdrawal")
    if allowed in ("no", "frozen"):
        word = "no longer takes" if allowed == "frozen" else "does not take"
        return [
            Finding(
                "after-tax-not-allowed",
                "warning",
                f"{name}: the plan {word} after-tax contributions, so there is no mega-backdoor Roth here.",
                "",
                "Ask the employer to add them; meanwhile see the deferral, the catch-up and a backdoor Roth IRA.",
            )
        ]
    found = []
    if allowed == "unknown":
        found.append(
            Finding(
                "after-tax-unknown",
                "warning",
                f"{name}: nobody has confirmed that the plan takes after-tax contributions. The room shown holds if it does.",
                "",
                "Ask: " + case.job.plan.questions[0].ask,
            )
        )
    if inside == "no" and outside == "no":
        found.append(
            Finding(
                "no-way-into-roth",
                "warning",
                f"{name}: the plan takes after-tax money but gives no way into Roth before you leave.",
                "",
                "After-tax money that stays after-tax is a poor deal; ask the employer to add conversions.",
                "IRC §402A(c)(4)",
            )
        )
    elif inside in ("no", "unknown") and outside != "yes":
        found.append(
            Finding(
                "conversion-unknown",
                "warning",
                f"{name}: it is not known how after-tax money gets into Roth.",
                "",
                "Ask before you elect: can after-tax contributions be converted in plan, or rolled to a Roth IRA while employed?",
                "IRC §402A(c)(4); Notice 2014-54",
            )
        )
    if draft.says("separate_accounting") == "no":
        found.append(
            Finding(
                "no-separate-accounting",
                "warning",
                f"{name}: the plan does not account for after-tax money separately, so a withdrawal carries pre-tax money along.",
                "",
                "Ask whether an in-plan conversion of the after-tax source alone is possible.",
                "IRC §72(d)(2); Notice 87-13",
            )
        )
    return found


def _wishes(law: Law, household: Household, case: JobRoom) -> list[Finding]:
    wishes, room, name = case.job.wishes, case.room, case.job.name
    found = []
    for wish, given, what in (
        (wishes.deferral, room.elective_deferral, "deferral"),
        (wishes.after_tax, room.after_tax_planned, "after_tax"),
    ):
        if what == "after_tax" and not case.job.plan.after_tax_known:
            continue
        if isinstance(wish, Money) and wish > given:
            found.append(
                Finding(
                    f"{what.replace('_', '-')}-above-limit",
                    "warning",
                    f"{name}: you asked for {wish} {'after tax' if what == 'after_tax' else 'of deferrals'}; {given} is possible.",
                    f"jobs.wishes.{what}",
                    "`--why` shows which limit decides.",
                )
            )
    if case.facts.deferral_made > deferral_cap(case.plan, countable_pay(law, case.facts.pay)):
        found.append(
            Finding(
                "deferral-above-plan-cap",
                "warning",
                f"{name}: {case.facts.deferral_made} has been deferred, more than the plan's own cap on deferrals.",
                "",
                "Check the cap; from 50 on what is above it is catch-up, else ask the administrator how it is corrected.",
                "Reg. §1.414(v)-1(b)(1)(ii)",
            )
        )
    if room.elective_deferral < _deferral_limit(case) and case.why.find("deferral_that_fits") is not None:
        found.append(
            Finding(
                "deferral-cut-by-annual-additions",
                "warning",
                f"{name}: deferrals are cut to {room.elective_deferral} so that they fit under the annual additions limit with the match.",
                "",
                "What was contributed after tax already stays; ask for it back only if the plan corrects an excess."
                if case.facts.after_tax_made > ZERO
                else "`--why` shows what takes up the limit.",
                "IRC §415(c)(1)",
            )
        )
    return found


def _deferral_limit(case: JobRoom) -> Money:
    step = case.why.find("elective_deferral_limit")
    return step.value if step is not None and isinstance(step.value, Money) else ZERO


def _highly_compensated(law: Law, household: Household, case: JobRoom) -> list[Finding]:
    name, draft = case.job.name, case.job.plan.draft
    found = []
    if case.job.last_year_pay is None and case.plan.hce_after_tax_cap.top >= 0:
        found.append(
            Finding(
                "hce-unknown",
                "warning",
                f"{name}: the plan caps after-tax for highly compensated employees; last year's pay is not stated, so the cap is used.",
                "",
                f"Add last_year_pay; you are one if it was more than {law.hce_pay.amount}.",
                "IRC §414(q)",
            )
        )
    elif (
        draft.says("top_paid_group") == "yes"
        and case.job.top_paid_from == ZERO
        and case.room.is_hce
        and case.plan.hce_after_tax_cap.top >= 0
    ):
        found.append(
            Finding(
                "top-paid-group",
                "info",
                f"{name}: the plan counts only the top-paid fifth as highly compensated; you are taken to be in it.",
                "",
                "Ask the administrator whether you are.",
                "IRC §414(q)(1)(B)(ii)",
            )
        )
    if (
        case.room.is_hce
        and case.room.after_tax_planned > ZERO
        and not case.job.self_employed
        and case.job.last_year_pay is not None
    ):
        found.append(
            Finding(
                "acp-refund-possible",
                "info",
                f"{name}: you are highly compensated; if too few others contribute, part of the after-tax money may be refunded.",
                "",
                "Ask whether the plan passed its last ACP test, and convert early all the same.",
                "IRC §401(m)",
            )
        )
    return found


def _pay(law: Law, household: Household, case: JobRoom) -> list[Finding]:
    room, job = case.room, case.job
    found = []
    limit = case.why.find("annual_additions_limit")
    if limit is not None and limit.decided_by == "all_of_pay":
        unsure = job.other_wages > ZERO and job.plan.draft.says("other_wages_in_415_pay") == "unknown"
        found.append(
            Finding(
                "limit-is-pay",
                "info",
                f"{job.name}: annual additions cannot be more than pay, {room.annual_additions_limit}.",
                "",
                "If the plan's definition of pay for §415 counts your other wages, the limit is higher: ask."
                if unsure
                else "Taxes and premiums come out of pay as well; check what is left to live on.",
                "IRC §415(c)(1)(B)",
            )
        )
    if job.so_far is not None and job.so_far.pay > ZERO and not case.facts.is_over:
        to_come = room.elective_deferral + room.catch_up + room.after_tax_planned
        to_come = to_come - case.facts.deferral_made - case.facts.after_tax_made
        if to_come > job.pay - job.so_far.pay:
            found.append(
                Finding(
                    "too-little-pay-left",
                    "warning",
                    f"{job.name}: {job.pay - job.so_far.pay} of pay is still to come, less than the {to_come} still to contribute.",
                    "",
                    "What is said here is the limit of the whole year; contribute what is left of pay, or check `pay`.",
                )
            )
    if job.ends and job.ends.year == household.year and job.so_far is None:
        over = case.ended
        found.append(
            Finding(
                "ended-without-figures",
                "error" if over else "warning",
                f"{job.name} {'ended' if over else 'ends'} on {job.ends}, but nothing is said of what was contributed there; "
                "it is planned as if its year lay ahead.",
                "",
                "Add [jobs.so_far] from the last pay stub: it uses up the limits that are the person's own.",
            )
        )
    return found


def _evidence(law: Law, household: Household, case: JobRoom) -> list[Finding]:
    draft = case.job.plan.draft
    if not draft.from_directory:
        return []
    asked = " ".join(question.ask for question in case.questions[:3])
    found = [
        Finding(
            "plan-from-directory",
            "warning",
            f"{case.job.name}: the plan's terms are public hearsay about {draft.name}, with sources (`megaroth companies`).",
            "",
            f"Confirm them in your own plan document. {asked}".strip(),
        )
    ]
    weak = [
        name
        for name in ("match", "after_tax_allowed")
        if draft.stated.get(name) and draft.stated[name].confidence == "guide"
    ]
    found.extend(
        Finding(
            "single-source",
            "warning",
            f"{case.job.name}: the directory's `{name}` rests on one planner's article and on no plan document.",
            "",
            "Look it up in the summary plan description before you rely on the numbers.",
        )
        for name in weak
    )
    return found
