"""The named classes of differences between our engine and the other programs; see `compare.py` for what a class is."""

from __future__ import annotations

import dataclasses

from tests.oracles_tax.compare import Fault
from tests.oracles_tax.generate import Made

from megaroth.kit.money import NO_LIMIT, ZERO, Money, Rate, Rounding, dollars, percent
from megaroth.kit.rule import Limit
from megaroth.kit.words import portion
from megaroth.law.income_tax import IncomeTax, income_tax_for
from megaroth.tax.federal import federal_tax
from megaroth.tax.s61_income import Income
from megaroth.tax.s63_deductions import (
    deductions_beside,
    itemized_before_limitation,
    itemized_deductions,
    salt_deduction,
    senior_deduction,
)

Facts = tuple[IncomeTax, Income]


def _with(limit: Limit, amount: Money) -> Limit:
    return dataclasses.replace(limit, amount=amount)


def _deferrals(made: Made, tax: IncomeTax, income: Income) -> Facts:
    return tax, dataclasses.replace(income, medicare_wages=income.wages)


def _survivor_like_joint(made: Made, tax: IncomeTax, income: Income) -> Facts:
    if made.filing != "survivor":
        return tax, income
    joint = income_tax_for(int(tax.year), "joint").child_phase_out_start
    return dataclasses.replace(tax, child_phase_out_start=joint), income


def _no_separate_increase(made: Made, tax: IncomeTax, income: Income) -> Facts:
    return dataclasses.replace(tax, amt_separate_start=_with(tax.amt_separate_start, NO_LIMIT)), income


def _lived_apart(made: Made, tax: IncomeTax, income: Income) -> Facts:
    if made.filing != "separate":
        return tax, income
    single = income_tax_for(int(tax.year), "single")
    return dataclasses.replace(
        tax,
        social_security_base=single.social_security_base,
        social_security_adjusted_base=single.social_security_adjusted_base,
    ), income


def _salt_of_2025(made: Made, tax: IncomeTax, income: Income) -> Facts:
    if tax.year != 2026:
        return tax, income
    indexed = dollars(256_925 if made.filing == "separate" else 513_850)
    return dataclasses.replace(tax, salt_phase_down_start=_with(tax.salt_phase_down_start, indexed)), income


def _separate_salt_at_30(made: Made, tax: IncomeTax, income: Income) -> Facts:
    return dataclasses.replace(tax, salt_phase_down_rate=percent("30")), income


def _income_tax(facts: Facts) -> int:
    answer = federal_tax(*facts)
    return int((answer.regular_tax + answer.alternative_minimum_tax).cents)


def _forced_standard(tax: IncomeTax, income: Income) -> Facts:
    return tax, dataclasses.replace(income, state_and_local_taxes=ZERO, other_itemized=ZERO)


def _forced_itemized(tax: IncomeTax, income: Income) -> Facts:
    nothing = _with(tax.standard_deduction, ZERO)
    return dataclasses.replace(tax, standard_deduction=nothing), dataclasses.replace(income, aged_or_blind=0)


def _standard(made: Made, tax: IncomeTax, income: Income) -> Facts:
    """Only where the income tax is no higher."""
    other = _forced_standard(tax, income)
    return other if _income_tax(other) <= _income_tax((tax, income)) else (tax, income)


def _itemized(made: Made, tax: IncomeTax, income: Income) -> Facts:
    """Only where the income tax is no higher."""
    other = _forced_itemized(tax, income)
    return other if _income_tax(other) <= _income_tax((tax, income)) else (tax, income)


def _itemized_by_mistake(made: Made, tax: IncomeTax, income: Income) -> Facts:
    """Only where it would be lower if the minimum tax allowed state and local taxes, and in truth is higher."""
    other = _forced_itemized(tax, income)
    salt = salt_deduction(tax, federal_tax(tax, income).agi, income.state_and_local_taxes)
    all_allowed = dataclasses.replace(other[1], state_and_local_taxes=ZERO, other_itemized=salt + income.other_itemized)
    standard = _income_tax(_forced_standard(tax, income))
    return other if _income_tax((other[0], all_allowed)) < standard < _income_tax(other) else (tax, income)


def _limited(tax: IncomeTax, income: Income, kept: Money, salt: Money) -> Facts:
    """Itemized deductions of `kept` in both taxes, whatever §68 says."""
    off = _with(tax.itemized_limitation_start, NO_LIMIT)
    return dataclasses.replace(tax, itemized_limitation_start=off), dataclasses.replace(
        income, other_itemized=kept - salt
    )


def _limitation_in_amt(made: Made, tax: IncomeTax, income: Income) -> Facts:
    agi = federal_tax(tax, income).agi
    salt = salt_deduction(tax, agi, income.state_and_local_taxes)
    beside = deductions_beside(senior_deduction(tax, agi, income.seniors), income.other_deductions)
    kept = itemized_deductions(tax, itemized_before_limitation(salt, income.other_itemized), agi, beside)
    return _limited(tax, income, kept, salt)


def _limitation_of_all_income(made: Made, tax: IncomeTax, income: Income) -> Facts:
    agi = federal_tax(tax, income).agi
    salt = salt_deduction(tax, agi, income.state_and_local_taxes)
    itemized = itemized_before_limitation(salt, income.other_itemized)
    above = max(agi.cents - tax.itemized_limitation_start.amount.cents, 0)
    lost = portion(Money(above), Rate(5_405_405, 100_000_000), Rounding.HALF_UP)
    return _limited(tax, income, Money(max(itemized.cents - lost.cents, 0)), salt)


def _no_options(made: Made, tax: IncomeTax, income: Income) -> Facts:
    return tax, dataclasses.replace(income, amt_adjustments=ZERO)


TAXCALC, POLICYENGINE, BOTH = ("taxcalc",), ("policyengine",), ("taxcalc", "policyengine")
FAULTS = (
    Fault("no-stock-options", POLICYENGINE, "It has no adjustment for incentive stock options.", "IRC §56(b)(3)", _no_options),
    Fault("deferrals-not-medicare-wages", TAXCALC, "It leaves elective deferrals out of Medicare wages.",
          "IRC §3121(v)(1)(A); Form 8959 line 1", _deferrals),
    Fault("survivor-child-credit", BOTH, "It starts the phase-out of a surviving spouse at $400,000.",
          "IRC §24(h)(3): $400,000 on a joint return, $200,000 in any other case; Schedule 8812 line 9", _survivor_like_joint),
    Fault("separate-amt-increase", TAXCALC, "It does not raise the AMT income of a separate return.",
          "IRC §55(d)(3), last sentence; Form 6251 instructions, line 4", _no_separate_increase),
    Fault("separate-lived-apart", TAXCALC, "It takes spouses on separate returns to live apart all year.",
          "IRC §86(c)(1)(C)", _lived_apart),
    Fault("salt-start-indexed", TAXCALC, "It moves the start of the SALT phase-down with prices, not to $505,000.",
          "IRC §164(b)(7)(B)(ii)", _salt_of_2025),
    Fault("separate-salt-rate", TAXCALC, "It lowers the SALT cap of a separate return by 30%, not by half of 30%.",
          "IRC §164(b)(6)(B), (7)(B)(i): half of the reduced amount", _separate_salt_at_30),
    Fault("limitation-not-lesser", TAXCALC, "It takes 2/37 of income in the highest bracket, even where deductions are less; in the AMT too.",
          "IRC §68(a): the lesser of the two; §56(b)(1)(F)", _limitation_of_all_income),
    Fault("limitation-in-amt", POLICYENGINE, "It limits itemized deductions in the AMT too.",
          "IRC §56(b)(1)(F): section 68 shall not apply", _limitation_in_amt),
    Fault("elects-standard", BOTH, "It takes the smaller standard deduction where the income tax is no higher.",
          "IRC §63(e): an election; ours is the larger deduction", _standard),
    Fault("elects-itemized", BOTH, "It itemizes less than the standard deduction where the income tax is no higher.",
          "IRC §63(e): an election; ours is the larger deduction", _itemized),
    Fault("trial-forgets-taxes", TAXCALC, "When it tries itemizing, it forgets that the AMT adds taxes back, and itemizes at a loss.",
          "IRC §56(b)(1)(A)(ii)", _itemized_by_mistake),
)  # fmt: skip
