"""Contradictions in a match formula: tiers nobody reaches, bands of service that clash, steps that earn nothing more.

An error where the formula cannot be what the document says; a warning where it can be computed but looks misread.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from megaroth.kit.finding import Finding
from megaroth.kit.money import NO_CAP, NO_LIMIT, ZERO, Money, Rate
from megaroth.plan.draft import PlanDraft
from megaroth.plan.model import FOREVER, MatchStep, Tier

SERVICE = range(82)
"""Every number of completed years of service that a file can tell apart."""


def check_match(draft: PlanDraft) -> list[Finding]:
    """What contradicts itself in the stated match; `where` is the tier or step, like `match[1]`."""
    found: list[Finding] = []
    for field in ("match", "match_alternative"):
        written = draft.value(field)
        tiers = written if isinstance(written, list) else []
        found.extend(_each_tier(field, tiers))
        found.extend(_out_of_reach(field, tiers))
        found.extend(_bands(field, tiers))
    return [*found, *_steps(draft.value("match_steps", [])), *_terms(draft), *_nothing_at_most(draft)]


def _each_tier(field: str, tiers: list[Tier]) -> Iterator[Finding]:
    for number, tier in enumerate(tiers):
        where, called = f"{field}[{number}]", f"Tier {number + 1} of the match"
        if tier.of_pay != NO_CAP and tier.dollars != NO_LIMIT:
            yield Finding(
                "tier-with-two-widths",
                "warning",
                f"{called} has a width in percent and one in dollars; the smaller counts.",
                where,
                "Leave the one out that the document does not name; a yearly maximum is [match_limits] max_dollars.",
            )
        if _nothing(tier.of_pay) or _nothing(tier.dollars):
            yield Finding(
                "tier-of-no-width",
                "warning",
                f"{called} reaches over no contributions at all.",
                where,
                "Write how far it reaches, or leave the tier out.",
            )
        if not _band(tier):
            yield Finding(
                "tier-for-nobody",
                "error",
                f"{called} serves nobody: service_below is not above service_from.",
                where,
                "Correct the years of service.",
            )


def _out_of_reach(field: str, tiers: list[Tier]) -> Iterator[Finding]:
    """A tier is out of reach when, for all whom it serves, those before it leave nothing over."""
    taken_by: dict[int, int] = {}
    share = dict.fromkeys(SERVICE, Fraction(0))
    for number, tier in enumerate(tiers):
        where, called, band = f"{field}[{number}]", f"Tier {number + 1} of the match", _band(tier)
        if band and all(years in taken_by for years in band):
            before = taken_by[band[0]]
            yield Finding(
                "tier-after-open-tier",
                "error",
                f"{called} can never be reached, for tier {before} leaves nothing over.",
                where,
                f"Give tier {before} its width: up_to_percent_of_pay or up_to_dollars.",
            )
        elif band and all(years in taken_by or share[years] >= 1 for years in band):
            yield Finding(
                "tier-beyond-all-pay",
                "warning",
                f"{called} is never reached: the tiers before it take up all of pay.",
                where,
                "up_to_percent_of_pay is the width of a tier, the next so many percent of pay; rate_percent is what it earns.",
            )
        for years in band:
            if tier.dollars == NO_LIMIT and tier.of_pay == NO_CAP:
                taken_by.setdefault(years, number + 1)
            elif tier.dollars == NO_LIMIT:
                share[years] += _fraction(tier.of_pay)


def _bands(field: str, tiers: list[Tier]) -> Iterator[Finding]:
    """Bands of service that overlap in part, or leave years out between them."""
    bands = [_band(tier) for tier in tiers]
    for number, band in enumerate(bands):
        for before in bands[:number]:
            both = set(band) & set(before)
            if both and both != set(band) and both != set(before):
                yield Finding(
                    "service-bands-overlap",
                    "warning",
                    f"Tier {number + 1} of the match shares years of service with a tier before it; there, they add up.",
                    f"{field}[{number}]",
                    "service_below is the first year that a tier no longer serves: let the next begin there.",
                )
                break
    served = {years for band in bands for years in band}
    for number, band in enumerate(bands):
        if band and band[0] > min(served) and band[0] - 1 not in served:
            yield Finding(
                "service-bands-gap",
                "warning",
                f"No tier of the match serves the years of service just below {band[0]}.",
                f"{field}[{number}]",
                "Correct service_from, or the service_below of the tier before it.",
            )


def _steps(steps: list[MatchStep]) -> Iterator[Finding]:
    for number, step in enumerate(steps):
        where, called = f"match_steps[{number}]", f"Step {number + 1} of the match"
        if any(other.deferring == step.deferring for other in steps[:number]):
            yield Finding(
                "step-twice",
                "error",
                f"{called} asks for the same deferral ({step.deferring}) as a step before it.",
                where,
                "Keep the one that the document has.",
            )
        elif any(_is_no_better(step, other) for other in steps):
            yield Finding(
                "step-earns-no-more",
                "warning",
                f"{called} asks for more deferral than another step and earns no more.",
                where,
                "earns_percent_of_pay is the whole match at that step, not what the step adds.",
            )


def _is_no_better(step: MatchStep, other: MatchStep) -> bool:
    asks_more = _fraction(step.deferring) > _fraction(other.deferring)
    return asks_more and _fraction(step.earns) <= _fraction(other.earns)


def _terms(draft: PlanDraft) -> Iterator[Finding]:
    match = draft.value("match")
    formulas = [name for name in ("match_alternative", "match_steps") if draft.value(name)]
    if match == "none" and formulas:
        yield Finding(
            "match-none-beside-a-formula",
            "warning",
            f'match = "none", but [[{formulas[0]}]] is set; it is counted.',
            "match",
            "Leave match out where another formula stands for it.",
        )
    if not formulas and match in (None, "none", []):
        for name in ("match_limits", "match_on_catch_up", "match_on_after_tax", "true_up"):
            if name in draft.stated and draft.says(name) != "no":
                yield Finding(
                    "match-terms-without-match",
                    "warning",
                    f"`{name}` is set, but there is no [[match]].",
                    name,
                    'Add the [[match]] tiers, or match = "unknown".',
                )
    if draft.says("match_period") == "year" and draft.says("true_up") == "yes":
        yield Finding(
            "true-up-of-yearly-match",
            "info",
            "A match computed once a year needs no true-up; the two say the same.",
            "true_up",
            "Nothing to do.",
        )


def _nothing_at_most(draft: PlanDraft) -> Iterator[Finding]:
    limits = draft.value("match_limits")
    if limits is None:
        return
    for name, most in (("max_dollars", limits.dollars), ("max_percent_of_pay", limits.of_pay)):
        if _nothing(most):
            yield Finding(
                "match-limit-of-nothing",
                "warning",
                f"`match_limits.{name}` is 0, so that no match is ever paid.",
                f"match_limits.{name}",
                "Leave it out if the document names no maximum.",
            )


def _band(tier: Tier) -> range:
    return range(int(tier.service_from), SERVICE.stop if tier.service_below == FOREVER else int(tier.service_below))


def _nothing(width: Money | Rate) -> bool:
    return bool(width == ZERO if isinstance(width, Money) else width.top == 0)


def _fraction(rate: Rate) -> Fraction:
    return Fraction(int(rate.top), int(rate.bottom))
