"""What a state takes of a conversion: its marginal rates on the income that the conversion adds on top."""

from megaroth.kit.money import Money
from megaroth.kit.rule import rule
from megaroth.kit.words import least, remaining
from megaroth.law.income_tax import Bands
from megaroth.tax.s1_rates import tax_on_gain


@rule("the state's law, cited beside its rates", "Income of the state: adjusted gross income without social security.")
def state_income(agi: Money, social_security: Money) -> Money:
    return remaining(of=agi, social_security=social_security)


@rule("the state's law, cited beside its rates", "State tax on what lies between the income without and with it.")
def state_tax_of_conversion(without_it: Money, with_it: Money, bands: Bands) -> Money:
    """The bands must know the rate of every dollar between the two."""
    return tax_on_gain(with_it, without_it, bands)


@rule(
    "the state's law, cited beside its rates", "Retirement income that the state leaves out, up to an amount a person."
)
def retirement_left_out(retirement_income: Money, exclusion: Money) -> Money:
    return least(retirement_income=retirement_income, exclusion=exclusion)
