"""The alternative minimum tax, IRC §55 and §56, as Form 6251 figures it.

Knows the adjustments that everybody has (standard deduction, state and local taxes, the senior deduction) and takes the
others as one amount. Refuses depreciation, losses, foreign tax credits and the credit for earlier minimum tax.
"""

from megaroth.kit.money import ZERO, Money, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, least, portion, remaining, total
from megaroth.law.income_tax import IncomeTax
from megaroth.tax.s1_rates import gain_in_band, ordinary_taxable_income, tax_by_schedule


@rule(
    "IRC §56(b)(1)(A)(ii), (E), (F)",
    "Itemized deductions that count here too: not state and local taxes, no limitation.",
)
def deductions_for_amt(itemizes: Truth, other_itemized: Money) -> Money:
    return choose(itemizes, other_itemized, ZERO)


@rule("IRC §55(b)(2); Form 6251 line 1b", "Adjusted gross income less the deductions that count here too.")
def income_left_for_amt(agi: Money, itemized: Money, other_deductions: Money) -> Money:
    return remaining(of=agi, itemized=itemized, other_deductions=other_deductions)


@rule(
    "IRC §55(b)(2), §56; Form 6251 line 4", "Alternative minimum taxable income, before a separate return's increase."
)
def amt_income(agi: Money, itemized: Money, other_deductions: Money, adjustments: Money) -> Money:
    return total(
        income=income_left_for_amt(agi, itemized, other_deductions),
        adjustments=adjustments,
    )


@rule("IRC §55(d)(3)", "Income above the point where the exemption of a separate return has gone.")
def above_separate_start(tax: IncomeTax, amti: Money) -> Money:
    return remaining(of=amti, exemption_gone=tax.amt_separate_start)


@rule("IRC §55(d)(3)", "On a separate return income above it counts for more, up to the exemption.")
def separate_increase(tax: IncomeTax, amti: Money) -> Money:
    return least(
        share=portion(above_separate_start(tax, amti), tax.amt_phase_out_rate, Rounding.HALF_UP),
        exemption=tax.amt_exemption,
    )


@rule("IRC §55(d)(3); Form 6251 line 4", "Alternative minimum taxable income.")
def amt_income_of_return(tax: IncomeTax, amti: Money) -> Money:
    return total(income=amti, separate_return=separate_increase(tax, amti))


@rule("IRC §55(d)(3), (4)(A)(ii)", "Income above the start of the phase-out of the exemption.")
def above_amt_phase_out(tax: IncomeTax, amti: Money) -> Money:
    return remaining(of=amti, start=tax.amt_phase_out_start)


@rule("IRC §55(d)(1), (3), (4)", "The exemption, less 25% (from 2026 on 50%) of income above the start.")
def amt_exemption(tax: IncomeTax, amti: Money) -> Money:
    lost = portion(above_amt_phase_out(tax, amti), tax.amt_phase_out_rate, Rounding.HALF_UP)
    return remaining(of=tax.amt_exemption, phase_out=lost)


@rule("IRC §55(b)(1)(B); Form 6251 line 6", "Taxable excess: income above the exemption.")
def taxable_excess(tax: IncomeTax, amti: Money) -> Money:
    return remaining(of=amti, exemption=amt_exemption(tax, amti))


# Form 6251 Part III: gains keep their rates


@rule("IRC §55(b)(3); Form 6251 line 22", "Net capital gain in the taxable excess.")
def gain_in_excess(excess: Money, gain: Money) -> Money:
    return least(gain=gain, taxable_excess=excess)


@rule("IRC §55(b)(3)(A); Form 6251 line 17", "Taxable excess that is not net capital gain.")
def ordinary_excess(excess: Money, gain: Money) -> Money:
    return remaining(of=excess, gain=gain_in_excess(excess, gain))


@rule("IRC §55(b)(3); Form 6251 lines 20, 27", "Gain stands on the ordinary income of the regular tax here too.")
def top_of_stack(ordinary: Money, gain: Money) -> Money:
    return total(ordinary_taxable_income=ordinary, gain=gain)


@rule("IRC §55(b)(3); Form 6251 lines 18 to 38", "Minimum tax with gain at its own rates.")
def minimum_tax_with_gain_apart(tax: IncomeTax, excess: Money, taxable: Money, gain: Money) -> Money:
    ordinary = ordinary_taxable_income(taxable, gain)
    on_gain = amt_on_gain(tax, ordinary, gain_in_excess(excess, gain))
    return total(
        on_ordinary_income=tax_by_schedule(ordinary_excess(excess, gain), tax.amt_bands),
        on_gain=on_gain,
    )


@rule("IRC §55(b)(3)(B), (C), (D)", "Gain in the taxable excess at 0%, 15% and 20%.")
def amt_on_gain(tax: IncomeTax, ordinary: Money, gain: Money) -> Money:
    top = top_of_stack(ordinary, gain)
    return total(
        **{
            f"bracket_{n}": portion(gain_in_band(top, ordinary, band), band.rate, Rounding.HALF_UP)
            for n, band in enumerate(tax.gains, 1)
        }
    )


@rule("IRC §55(b)(1), (3); Form 6251 line 7", "Tentative minimum tax: never more than all of it at 26% and 28%.")
def tentative_minimum_tax(tax: IncomeTax, excess: Money, taxable: Money, gain: Money) -> Money:
    return least(
        with_gain_apart=minimum_tax_with_gain_apart(tax, excess, taxable, gain),
        all_ordinary=tax_by_schedule(excess, tax.amt_bands),
    )


@rule(
    "IRC §55(a); Form 6251 line 11", "Alternative minimum tax: what the tentative minimum tax is above the regular tax."
)
def alternative_minimum_tax(tentative: Money, regular: Money) -> Money:
    return remaining(of=tentative, regular_tax=regular)
