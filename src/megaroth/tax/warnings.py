"""What a conversion pushes income over, beyond the lines of the return: each warning with its number and source.

Knows both returns and the thresholds. Refuses to say whether a household has what is lost (premiums, credits, deductions).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.kit.trace import silently
from megaroth.law.book import Filing, Law, PhaseOut, statutory_number
from megaroth.law.income_tax import Band, IncomeTax
from megaroth.law.phase_outs import Range, medicare_tiers, ranges
from megaroth.tax.federal import Federal
from megaroth.tax.s1_rates import tax_by_schedule
from megaroth.tax.s61_income import Income
from megaroth.tax.s1395r_irmaa import Surcharge, income_for_medicare, monthly_surcharge, yearly_surcharge


@dataclass(frozen=True, slots=True)
class People:
    """Ages at the end of the year, and whether somebody has a business (its deduction has a range)."""

    ages: tuple[int, ...]
    has_business: bool = False


def warnings_of(
    law: Law, tax: IncomeTax, filing: Filing, income: Income, without: Federal, with_it: Federal, people: People | None
) -> list[Finding]:
    """The findings about one conversion, the dearest kinds first."""
    found = [*_brackets(tax, income, without, with_it), *_surtaxes(tax, without, with_it)]
    if people is not None:
        found += _medicare(tax, filing, income, without, with_it, people)
    found += _shrinking(tax, income, without, with_it)
    found += _ranges(law, tax, filing, without, with_it, people)
    return found


def _info(code: str, message: str, cite: str, severity: str = "info", remedy: str = "") -> Finding:
    return Finding(code, "warning" if severity == "warning" else "info", message, "conversion", remedy, cite)


def _crossed(before: Money, after: Money, start: Money) -> bool:
    return bool(before <= start) and bool(after > start)


# Brackets


def _brackets(tax: IncomeTax, income: Income, without: Federal, with_it: Federal) -> Iterator[Finding]:
    gain = int((income.long_term_gains + income.qualified_dividends).cents)
    before, after = (max(int(each.taxable_income.cents) - gain, 0) for each in (without, with_it))
    low, high = _band_of(tax, Money(before)), _band_of(tax, Money(after))
    if low != high:
        message = f"Ordinary taxable income goes from the {low.rate} into the {high.rate} bracket, which begins at {high.over}."
        yield _info(
            "bracket-crossed", message, "IRC §1(j)", "warning", "A smaller conversion may stay in the lower bracket."
        )
    if gain and with_it.regular_tax - without.regular_tax > _ordinary_tax(tax, after) - _ordinary_tax(tax, before):
        more = with_it.regular_tax - without.regular_tax - (_ordinary_tax(tax, after) - _ordinary_tax(tax, before))
        message = (
            f"The conversion pushes long-term gains or qualified dividends into a higher bracket: {more} of the cost."
        )
        yield _info("gains-pushed-up", message, "IRC §1(h)(1)", "warning")


def _band_of(tax: IncomeTax, income: Money) -> Band:
    return next((band for band in reversed(tax.ordinary) if income > band.over), tax.ordinary[0])


def _ordinary_tax(tax: IncomeTax, income: int) -> Money:
    with silently():
        return tax_by_schedule(Money(income), tax.ordinary)


# Surtaxes


def _surtaxes(tax: IncomeTax, without: Federal, with_it: Federal) -> Iterator[Finding]:
    more = with_it.net_investment_income_tax - without.net_investment_income_tax
    if more > ZERO:
        message = (
            f"A conversion is no investment income, but it raises the income that is compared with {tax.niit_threshold.amount}: "
            f"the 3.8% tax on investment income goes up by {more}."
        )
        yield _info("niit-more", message, "IRC §1411(a)(1), (c)(5)", "warning")
    elif _crossed(without.agi, with_it.agi, tax.niit_threshold.amount):
        message = f"Adjusted gross income passes {tax.niit_threshold.amount}: investment income, if there is any, bears 3.8% from there on."
        yield _info("niit-crossed", message, "IRC §1411(b)")
    if with_it.alternative_minimum_tax != without.alternative_minimum_tax:
        change = with_it.alternative_minimum_tax - without.alternative_minimum_tax
        message = f"The alternative minimum tax changes by {change}, from {without.alternative_minimum_tax}."
        yield _info("amt-changes", message, "IRC §55", "warning")


# Medicare


def _medicare(
    tax: IncomeTax, filing: Filing, income: Income, without: Federal, with_it: Federal, people: People
) -> Iterator[Finding]:
    year = int(tax.year)
    back, age = statutory_number("irmaa_look_back"), statutory_number("medicare_age")
    insured = sum(each + back >= age for each in people.ages)
    if not insured:
        return
    published = medicare_tiers(year, filing)
    tiers = tuple(Surcharge(tier.at_least, tier.part_b + tier.part_d) for tier in published)
    before, after = (income_for_medicare(each.agi, income.tax_exempt_interest) for each in (without, with_it))
    low, high = (yearly_surcharge(monthly_surcharge(tiers, each), insured) for each in (before, after))
    if high > low:
        message = (
            f"Medicare premiums of {year + back} look at the income of {year}: it goes from {before} to {after}. By the tiers of "
            f"{year} that adds {high - low} a year to Parts B and D for {insured} of you (those of {year + back} are not published yet)."
        )
        yield _info("irmaa-more", message, f"42 U.S.C. §1395r(i); {published[0].source}", "warning",
                    "If income fell by retirement or another life event, Form SSA-44 asks for a newer year.")  # fmt: skip
        return
    next_tier = next((tier.at_least for tier in published if tier.at_least > after), None)
    # Told where another conversion of the same size would reach the next tier.
    if next_tier is not None and next_tier.cents - after.cents <= with_it.agi.cents - without.agi.cents:
        room = next_tier - after - Money(1)
        message = f"Income for Medicare, {after}, may grow by {room} before the next tier of {year} raises the premiums of {year + back}."
        yield _info("irmaa-near", message, f"42 U.S.C. §1395r(i); {published[0].source}")


# What shrinks within the return


def _shrinking(tax: IncomeTax, income: Income, without: Federal, with_it: Federal) -> Iterator[Finding]:
    credit = Money(with_it.credits.cents - without.credits.cents)
    if credit < ZERO:
        message = f"The credits for dependents shrink by {ZERO - credit}: income above {tax.child_phase_out_start.amount} costs 50 per 1,000."
        yield _info("child-credit-shrinks", message, "IRC §24(b)(1), (h)(3)", "warning")
    if income.seniors and with_it.deductions_beside < without.deductions_beside:
        lost = without.deductions_beside - with_it.deductions_beside
        message = (
            f"The deduction for seniors shrinks by {lost}: 6% of income above {tax.senior_phase_out_start.amount}."
        )
        yield _info("senior-deduction-shrinks", message, "IRC §151(d)(5)(C)", "warning")
    if with_it.deduction < without.deduction:
        message = (
            f"Itemized deductions shrink by {without.deduction - with_it.deduction}: the cap on state and local taxes falls above "
            f"{tax.salt_phase_down_start.amount} of income, and 2/37 are lost in the highest bracket from 2026 on."
        )
        yield _info("itemized-shrink", message, "IRC §164(b)(7), §68(a)", "warning")
    benefits = with_it.social_security - without.social_security
    if benefits > ZERO:
        yield _info(
            "benefits-taxed", f"Another {benefits} of social security benefits become taxable.", "IRC §86", "warning"
        )
    if _crossed(without.agi, with_it.agi, tax.amt_phase_out_start.amount):
        message = (
            f"Income passes {tax.amt_phase_out_start.amount}, where the exemption of the minimum tax begins to shrink."
        )
        yield _info("amt-exemption-shrinks", message, "IRC §55(d)(3), (4)(A)(ii)")


# Ranges beyond the return


_CALLED = {
    "student_loan_interest": "deduction for student loan interest",
    "education_credits": "education credits",
    "qualified_business_income": "full deduction for qualified business income",
    "tips_and_overtime": "deductions for tips and overtime",
    "ira_deduction": "deduction for a traditional IRA (with a plan at work)",
}


def _ranges(
    law: Law, tax: IncomeTax, filing: Filing, without: Federal, with_it: Federal, people: People | None
) -> Iterator[Finding]:
    known = ranges(int(tax.year), filing)
    ira: PhaseOut = getattr(law, f"ira_deduction_phase_out_{_IRA_STATUS[filing]}")
    known["ira_deduction"] = Range("ira_deduction", ira.start.amount, ira.end.amount, ira.start.cite.ref)
    for name, each in known.items():
        business = name == "qualified_business_income"
        if business and (people is None or not people.has_business):
            continue
        before, after = (answer.taxable_income if business else answer.agi for answer in (without, with_it))
        end = "" if each.end is None else f" and ends at {each.end}"
        # Without an end known, only the crossing is news.
        last = each.start + Money(1) if each.end is None else each.end
        if each.start < after and before < last and before < after:
            told = "passes" if before <= each.start else "is already past"
            measure = "Taxable income" if business else "Income"
            message = f"{measure} {told} {each.start}, where the {_CALLED[name]} begins to shrink{end}: if you claim it, it shrinks."
            yield _info(f"shrinks-{name.replace('_', '-')}", message, each.source)


_IRA_STATUS = {"single": "single", "head": "single", "joint": "joint", "survivor": "joint", "separate": "separate"}
