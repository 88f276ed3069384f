"""Contradictions in a plan: between its own terms, and with the law. Each comes with what to do about it."""

from __future__ import annotations

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money, Rate
from megaroth.law.book import Law
from megaroth.plan.check_match import check_match
from megaroth.plan.draft import PlanDraft


def check_draft(draft: PlanDraft) -> list[Finding]:
    """What contradicts itself in a plan's stated terms, whatever the year; `where` is the field's name."""
    return [*(finding for examine in _CHECKS for finding in examine(draft)), *check_match(draft)]


def check_plan(draft: PlanDraft, law: Law) -> list[Finding]:
    """`check_draft`, and what contradicts the law of one year."""
    return [*check_draft(draft), *_only_one_years_remainder(draft, law), *_cap_above_the_limit(draft, law)]


def _conversion_without_roth(draft: PlanDraft) -> list[Finding]:
    if draft.says("roth_deferrals") != "no" or draft.says("in_plan_conversion") not in ("automatic", "on-request"):
        return []
    return [
        Finding(
            "conversion-without-roth",
            "error",
            "The plan is said to convert in plan but to accept no Roth deferrals; the law allows the first only with the second.",
            "in_plan_conversion",
            "Look again at both passages of the document.",
            "IRC §402A(c)(4)(B)",
        )
    ]


def _after_tax_terms_without_after_tax(draft: PlanDraft) -> list[Finding]:
    allowed = draft.says("after_tax_allowed")
    if allowed not in ("no", "frozen"):
        return []
    odd = [
        name
        for name in (
            "after_tax_cap_percent",
            "after_tax_cap_dollars",
            "hce_after_tax_cap_percent",
            "match_on_after_tax",
            "spillover",
        )
        if name in draft.stated and draft.says(name) not in ("no", "none")
    ]
    return [
        Finding(
            "after-tax-terms-without-after-tax",
            "warning",
            f"`{name}` is set, although after-tax contributions are said to be {'frozen' if allowed == 'frozen' else 'not allowed'}.",
            name,
            "Check which of the two the document says today; a frozen source keeps old terms.",
        )
        for name in odd
    ]


def _caps_that_contradict(draft: PlanDraft) -> list[Finding]:
    found = []
    general, hce = draft.value("after_tax_cap_percent"), draft.value("hce_after_tax_cap_percent")
    if isinstance(general, Rate) and isinstance(hce, Rate) and _more(hce, general):
        found.append(
            Finding(
                "hce-cap-above-cap",
                "warning",
                f"The cap for highly compensated employees ({hce}) is above the cap for everyone ({general}).",
                "hce_after_tax_cap_percent",
                "The lower one is used; check whether the two were swapped.",
            )
        )
    combined, deferral = draft.value("combined_cap_percent"), draft.value("deferral_cap_percent")
    if isinstance(combined, Rate) and isinstance(deferral, Rate) and _more(deferral, combined):
        found.append(
            Finding(
                "combined-cap-below-deferral-cap",
                "warning",
                f"The combined cap ({combined}) is below the cap on deferrals alone ({deferral}).",
                "combined_cap_percent",
                "Check whether the combined figure is the one for after-tax contributions.",
            )
        )
    return found


def _a_cap_of_nothing(draft: PlanDraft) -> list[Finding]:
    """After-tax contributions that are allowed up to nothing. A cap of 0 for highly compensated employees is usual."""
    if draft.says("after_tax_allowed") != "yes":
        return []
    nothing = [name for name in ("after_tax_cap_percent", "after_tax_cap_dollars") if _is_nothing(draft.value(name))]
    return [
        Finding(
            "after-tax-cap-of-nothing",
            "warning",
            f"After-tax contributions are said to be allowed, but `{name}` allows none.",
            name,
            'If the document sets no cap, write "none"; if it takes no after-tax money, after_tax_allowed = "no".',
        )
        for name in nothing
    ]


def _is_nothing(cap: object) -> bool:
    return bool(cap == ZERO if isinstance(cap, Money) else isinstance(cap, Rate) and cap.top == 0)


def _no_conversions_a_year(draft: PlanDraft) -> list[Finding]:
    if draft.value("conversions_per_year") != 0:
        return []
    if draft.says("in_plan_conversion") not in ("automatic", "on-request"):
        return []
    return [
        Finding(
            "no-conversions-a-year",
            "warning",
            "The plan is said to convert in plan, but `conversions_per_year` is 0.",
            "conversions_per_year",
            "Leave it out if the document does not limit conversions.",
        )
    ]


def _conversions_without_conversion(draft: PlanDraft) -> list[Finding]:
    if draft.says("in_plan_conversion") != "no" or "conversions_per_year" not in draft.stated:
        return []
    if draft.value("conversions_per_year") == 0 or draft.says("in_service_withdrawal") == "yes":
        return []
    return [
        Finding(
            "conversions-without-conversion",
            "warning",
            "`conversions_per_year` is set, but the plan is said to convert neither in plan nor by withdrawal.",
            "conversions_per_year",
            "Check which is right.",
        )
    ]


def _only_one_years_remainder(draft: PlanDraft, law: Law) -> list[Finding]:
    """A dollar figure that is the year's limit less the largest deferral (and match) is arithmetic, not a plan cap."""
    written = draft.value("after_tax_cap_dollars")
    if not isinstance(written, Money):
        return []
    beyond_deferral = law.annual_additions.amount - law.elective_deferrals.amount
    limits = draft.value("match_limits")
    if written != beyond_deferral and (limits is None or written != beyond_deferral - limits.dollars):
        return []
    return [
        Finding(
            "cap-is-one-years-remainder",
            "warning",
            f"{written} is just what {law.year} leaves of the limit on annual additions; it will change next year.",
            "after_tax_cap_dollars",
            "Unless the document calls it the plan's own maximum, leave it out.",
            "IRC §415(c)(1)",
        )
    ]


def _cap_above_the_limit(draft: PlanDraft, law: Law) -> list[Finding]:
    written = draft.value("after_tax_cap_dollars")
    if not isinstance(written, Money) or not written > law.annual_additions.amount:
        return []
    return [
        Finding(
            "cap-above-the-law",
            "info",
            f"The plan's cap of {written} is above the {law.year} limit on annual additions; the law decides.",
            "after_tax_cap_dollars",
            "Nothing to do.",
            "IRC §415(c)(1)",
        )
    ]


def _more(one: Rate, other: Rate) -> bool:
    return bool(one.top * other.bottom > other.top * one.bottom)


_CHECKS = (
    _conversion_without_roth,
    _after_tax_terms_without_after_tax,
    _caps_that_contradict,
    _a_cap_of_nothing,
    _no_conversions_a_year,
    _conversions_without_conversion,
)
