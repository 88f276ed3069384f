"""What a household should be told about match and catch-up: what is not known, what is lost, what must be Roth."""

from __future__ import annotations

from dataclasses import replace

from megaroth.household.model import Household
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.kit.trace import silently
from megaroth.law.book import Law
from megaroth.room.household import JobRoom
from megaroth.room.room import find_room


def match_findings(law: Law, household: Household, case: JobRoom) -> list[Finding]:
    """What is not known of the match, and what a larger deferral would still earn."""
    draft, name, room = case.job.plan.draft, case.job.name, case.room
    if case.facts.is_over or (case.job.self_employed and case.match_known):
        return []
    wants_match = (
        [
            Finding(
                "match-wish-unknown",
                "warning",
                f"{name}: you asked for just enough deferral for the match, but the match is not known.",
                "jobs.wishes.deferral",
                'Ask for the formula, or set deferral = "max".'
                if not case.job.plan.match_known
                else 'Add service_years, or set deferral = "max".',
            )
        ]
        if case.job.wishes.deferral == "match" and not case.job.match_known
        else []
    )
    if not case.job.plan.match_known:
        return [
            *wants_match,
            Finding(
                "match-unknown",
                "warning",
                f"{name}: the match is not known, and it uses the same limit. Without any match the room would be {room.after_tax_room}.",
                "",
                "Ask for the exact match formula; until then keep well below that figure.",
                "IRC §415(c)(2)(A)",
            ),
        ]
    if not case.job.match_known:
        return [
            *wants_match,
            Finding(
                "service-unknown",
                "warning",
                f"{name}: the match depends on years of service, which are not stated, so match and room are not known.",
                "",
                "Add service_years, or `starts`: the date the job began.",
            ),
        ]
    found = []
    if not case.match_known:
        found.append(
            Finding(
                "match-unknown-in-group",
                "warning",
                f"{name}: it shares one limit with another job of the employer group whose match is not known.",
                "",
                "Ask for that job's exact match formula; until then the room here is not known either.",
                "IRC §415(c)(2)(A), (f)",
            )
        )
    if "match" not in draft.stated and "match_steps" not in draft.stated and "match_alternative" not in draft.stated:
        found.append(
            Finding(
                "match-not-stated",
                "warning",
                f"{name}: no match is stated, so none is counted. Every dollar of match lowers the room by a dollar.",
                "",
                'Add [[match]], or say match = "none".',
            )
        )
    if draft.says("match_on_catch_up") == "unknown" and case.room.catch_up > ZERO:
        with silently():
            without = find_room(law, replace(case.plan, match_on_catch_up=False), case.facts)
        if without.match < room.match:
            found.append(
                Finding(
                    "match-on-catch-up-unknown",
                    "warning",
                    f"{name}: {room.match - without.match} of the room is kept for match on your catch-up.",
                    "",
                    f"Ask whether catch-up is matched; if not, the match is {without.match} and the room {without.after_tax_room}.",
                )
            )
    if draft.value("match_on_after_tax") is None and room.match > ZERO:
        with silently():
            matched = find_room(law, replace(case.plan, match_on_after_tax=True), case.facts)
        if matched.match > room.match:
            found.append(
                Finding(
                    "match-on-after-tax-unknown",
                    "info",
                    f"{name}: after-tax contributions are taken not to be matched, as in most plans.",
                    "",
                    f"If yours matches them, the room is {matched.after_tax_room}: ask.",
                )
            )
    if room.match > ZERO and draft.says("true_up") != "yes" and draft.says("match_period") != "year":
        stated = draft.says("true_up") == "no"
        found.append(
            Finding(
                "no-true-up" if stated else "true-up-unknown",
                "info",
                f"{name}: the match of {room.match} comes in full only if you defer in every pay period"
                + ("." if stated else ", unless the plan trues it up after year end."),
                "",
                "Defer on every payday that is left." + ("" if stated else " Ask whether there is a true-up."),
            )
        )
    if _below_match(case):
        found.append(
            Finding(
                "match-lost",
                "warning",
                f"{name}: a larger deferral would earn more match.",
                "jobs.wishes.deferral",
                'Set deferral = "match" for just enough, or "max".',
            )
        )
    return found


def _below_match(case: JobRoom) -> bool:
    """Whether a wish in dollars leaves match on the table that the limits would let the person earn."""
    wish = case.job.wishes.deferral
    if not isinstance(wish, Money) or not case.plan.match:
        return False
    open_pay = case.facts.pay > case.room.elective_deferral
    step = case.why.find("tiers_match")
    formula = case.why.find("employer_match")
    if step is None or formula is None or not open_pay or formula.decided_by != "formula":
        return False
    deciders = [part.decided_by for part in step.parts if part.rule == "tier_match"]
    return "contributed" in deciders and bool(case.facts.deferral_wanted < case.facts.pay)


def catch_up_findings(law: Law, household: Household, case: JobRoom) -> list[Finding]:
    """Whether catch-up must be Roth, is offered at all, and what the higher limit would add."""
    name, room, plan, draft = case.job.name, case.room, case.plan, case.job.plan.draft
    age = case.facts.age
    if age < law.catch_up_age:
        return []
    found = []
    if room.catch_up_must_be_roth and not plan.roth_deferrals:
        found.append(
            Finding(
                "no-catch-up-without-roth",
                "warning",
                f"{name}: your catch-up must be Roth, and the plan takes no Roth deferrals, so there is none.",
                "",
                "Ask the employer to add Roth deferrals.",
                "IRC §414(v)(7)",
            )
        )
    elif room.catch_up_must_be_roth and room.catch_up > ZERO:
        if case.job.last_year_fica_wages is None:
            found.append(
                Finding(
                    "fica-wages-unknown",
                    "info",
                    f"{name}: last year's wages for social security here are not stated, so the catch-up is planned as Roth.",
                    "",
                    f"If box 3 and box 5 of last year's W-2 were at most {law.roth_catch_up_wages.amount}, it may be pre-tax.",
                    "IRC §414(v)(7)(A)",
                )
            )
        if draft.says("roth_deferrals") == "unknown":
            found.append(
                Finding(
                    "roth-deferrals-unknown",
                    "warning",
                    f"{name}: the catch-up of {room.catch_up} must be Roth; it is not known that the plan takes Roth deferrals.",
                    "",
                    "Ask; in a plan without Roth you have no catch-up.",
                    "IRC §414(v)(7)(B)",
                )
            )
    higher = law.higher_catch_up_first_age <= age <= law.higher_catch_up_last_age
    if higher and not plan.super_catch_up and law.catch_up_60_to_63.amount > law.catch_up.amount:
        more = law.catch_up_60_to_63.amount - law.catch_up.amount
        stated = draft.says("super_catch_up") == "no"
        found.append(
            Finding(
                "higher-catch-up-not-offered" if stated else "higher-catch-up-unknown",
                "info" if stated else "warning",
                f"{name}: at {age} the law allows {more} more catch-up where the plan offers it"
                + ("; this one does not." if stated else "; it is not known whether yours does, so it is not counted."),
                "",
                "" if stated else "Ask whether the plan has the higher limit at 60 to 63.",
                "IRC §414(v)(2)(E)",
            )
        )
    if room.after_tax_room_absolute > room.after_tax_room:
        found.append(
            Finding(
                "absolute-room",
                "info",
                f"{name}: {room.after_tax_room_absolute} after tax would be possible if the plan treats deferrals above the limit "
                "as catch-up at year end.",
                "",
                "Ask the plan before you count on it; the smaller figure is safe.",
                "Reg. §1.414(v)-1(b)(1)",
            )
        )
    return found
