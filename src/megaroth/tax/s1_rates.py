"""The regular income tax, IRC §1(h) and (j): ordinary rates, and long-term gains stacked on top of ordinary income.

Computed by the rate schedules, to the cent. The tax table of the Form 1040 instructions, which is used below $100,000,
takes the middle of a $50 range instead and differs by a few dollars.
"""

from megaroth.kit.money import Money, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import least, portion, remaining, total
from megaroth.law.income_tax import Band, Bands, IncomeTax


@rule("IRC §1(j)(2)", "Income up to the top of a bracket.")
def income_up_to(income: Money, band: Band) -> Money:
    return least(income=income, top=band.up_to)


@rule("IRC §1(j)(2)", "Income that lies in a bracket.")
def income_in_band(income: Money, band: Band) -> Money:
    return remaining(of=income_up_to(income, band), below=band.over)


@rule("IRC §1(j)(2)", "The tax of one bracket.")
def tax_in_band(income: Money, band: Band) -> Money:
    return portion(income_in_band(income, band), band.rate, Rounding.HALF_UP)


@rule("IRC §1(j)(2), §55(b)(1)", "Tax by a schedule of rates: the sum of its brackets.")
def tax_by_schedule(income: Money, bands: Bands) -> Money:
    return total(**{f"bracket_{n}": tax_in_band(income, band) for n, band in enumerate(bands, 1)})


@rule("IRC §1(h)(1)", "Taxable income that is net capital gain.")
def gain_in_taxable_income(taxable: Money, gain: Money) -> Money:
    return least(gain=gain, taxable_income=taxable)


@rule("IRC §1(h)(1)(A)", "Taxable income that is not net capital gain.")
def ordinary_taxable_income(taxable: Money, gain: Money) -> Money:
    return remaining(of=taxable, gain=gain_in_taxable_income(taxable, gain))


@rule("IRC §1(h)(1)(B), (C), (D)", "Gain that lies in a bracket: it begins where ordinary income ends.")
def gain_in_band(taxable: Money, ordinary: Money, band: Band) -> Money:
    return remaining(of=income_in_band(taxable, band), ordinary=income_in_band(ordinary, band))


@rule("IRC §1(h)(1)(B), (C), (D)", "The tax on gain in one bracket.")
def tax_on_gain_in_band(taxable: Money, ordinary: Money, band: Band) -> Money:
    return portion(gain_in_band(taxable, ordinary, band), band.rate, Rounding.HALF_UP)


@rule("IRC §1(h)(1), (j)(5)", "Tax on net capital gain at 0%, 15% and 20%.")
def tax_on_gain(taxable: Money, ordinary: Money, bands: Bands) -> Money:
    return total(**{f"bracket_{n}": tax_on_gain_in_band(taxable, ordinary, band) for n, band in enumerate(bands, 1)})


@rule("IRC §1(h)(1)", "Tax at ordinary rates on ordinary income, and on gain at its own rates.")
def tax_with_gain_apart(tax: IncomeTax, taxable: Money, gain: Money) -> Money:
    ordinary = ordinary_taxable_income(taxable, gain)
    return total(
        on_ordinary_income=tax_by_schedule(ordinary, tax.ordinary), on_gain=tax_on_gain(taxable, ordinary, tax.gains)
    )


@rule("IRC §1(h)(1); Form 1040 line 16", "The regular tax: never more than all income at ordinary rates.")
def regular_tax(tax: IncomeTax, taxable: Money, gain: Money) -> Money:
    return least(
        with_gain_apart=tax_with_gain_apart(tax, taxable, gain), all_ordinary=tax_by_schedule(taxable, tax.ordinary)
    )
