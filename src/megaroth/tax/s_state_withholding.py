"""State income tax withheld from the wages of one pay period, by the state's own published tables.

Every product is rounded half up to the cent, as the states' worked examples do. Refuses to know a state: the tables do.
"""

from megaroth.kit.money import NO_LIMIT, ZERO, Ints, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, later, least, portion, remaining, total
from megaroth.law.s6102_whole_dollars import whole_dollars
from megaroth.law.withholding import Bracket, Withholding
from megaroth.law.withholding_of_states import StateTable
from megaroth.tax.withholding import per_period, tax_in_bracket


@rule("the state's published method", "Wages on which a state withholds: federal ones, with what it taxes besides.")
def wages_of_state(
    wages: Money,
    deferrals: Money,
    section_125: Money,
    hsa: Money,
    taxes_deferrals: Truth,
    taxes_section_125: Truth,
    taxes_hsa: Truth,
) -> Money:
    return total(
        wages=wages,
        deferrals=choose(taxes_deferrals, deferrals, ZERO),
        section_125=choose(taxes_section_125, section_125, ZERO),
        hsa=choose(taxes_hsa, hsa, ZERO),
    )


@rule(
    "Massachusetts Circular M, percentage method step 1", "FICA of the paycheck, as far as the year's deduction goes."
)
def fica_taken_off(fica: Money, deduction: Money, fica_before: Money) -> Money:
    return least(fica=fica, left=fica_deduction_left(deduction, fica_before))


@rule("Massachusetts Circular M, percentage method step 1", "What is left of the year's deduction for FICA.")
def fica_deduction_left(deduction: Money, fica_before: Money) -> Money:
    return remaining(of=deduction, before=fica_before)


@rule("IRC §3101", "The employee's own FICA on the wages of the year so far, without the additional Medicare tax.")
def fica_so_far(tables: Withholding, wages_before: Money, wage_base: Money) -> Money:
    return total(
        social_security=portion(up_to(wages_before, wage_base), tables.social_security_rate, Rounding.HALF_UP),
        medicare=portion(wages_before, tables.medicare_rate, Rounding.HALF_UP),
    )


@rule("IRC §3121(a)(1)", "Wages up to the wage base.")
def up_to(wages: Money, wage_base: Money) -> Money:
    return least(wages=wages, wage_base=wage_base)


@rule("the state's published method", "What the allowances of the state's certificate take off the wages.")
def allowances_of_state(table: StateTable, allowances: Ints) -> Money:
    return total(
        each=per_period(portion(table.allowance, Rate(allowances, 1), Rounding.HALF_UP), table.shares),
        first=choose(allowances > 0, table.first_allowance, ZERO),
    )


@rule(
    "the state's published method", "Wages of the period (or of a year of such periods) less deduction and allowances."
)
def taxable_of_state(table: StateTable, wages: Money, allowances: Ints) -> Money:
    return remaining(
        of=portion(wages, Rate(table.periods, 1), Rounding.HALF_UP),
        deduction=choose(allowances >= 2, table.deduction_from_two, table.deduction),
        allowances=allowances_of_state(table, allowances),
    )


@rule("the state's published tables", "The tax by the row that the taxable wages reach.")
def tax_of_rows(table: StateTable, taxable: Money) -> Money:
    found = ZERO
    for row in table.rows:
        found = choose(reaches(row, taxable, table.at_least), later(tax_in_bracket, taxable, row), found)
    return found


@rule("the state's published tables", "A row begins above its amount, or at it where the state says so.")
def reaches(row: Bracket, taxable: Money, at_least: Truth) -> Truth:
    return (row.over < NO_LIMIT) & ((taxable > row.over) | ((taxable >= row.over) & at_least))


@rule("the state's published tables", "Tax credit for the allowances claimed.")
def credit_of_allowances(table: StateTable, allowances: Ints) -> Money:
    found = choose(
        allowances > table.credits_listed,
        later(portion, table.credit_of_one, Rate(allowances, 1), Rounding.HALF_UP),
        ZERO,
    )
    for credit in table.credits:
        found = choose(allowances == credit.allowances, credit.amount, found)
    return found


@rule("the state's published method", "Tax of the period after credits, to the cent.")
def tax_of_period(table: StateTable, wages: Money, allowances: Ints) -> Money:
    return remaining(
        of=per_period(tax_of_rows(table, taxable_of_state(table, wages, allowances)), table.periods),
        credit=credit_of_allowances(table, allowances),
        off_tax=table.off_tax,
    )


@rule("the state's published method", "Whether the wages are so low that nothing is withheld.")
def is_nothing_withheld(table: StateTable, wages: Money, allowances: Ints) -> Truth:
    low = wages <= choose(allowances >= 2, table.nothing_up_to_from_two, table.nothing_up_to)
    return low | ((wages < table.nothing_below_with_allowance) & (allowances > 0))


@rule("the state's published method", "State income tax withheld from the wages of one pay period.")
def withheld_by_state(table: StateTable, wages: Money, fica_taken_off: Money, allowances: Ints) -> Money:
    """`fica_taken_off` is the year's deduction for FICA, where the state has one."""
    counted = remaining(of=wages, fica=fica_taken_off)
    tax = tax_of_period(table, counted, allowances)
    rounded = choose(table.whole_dollars, later(whole_dollars, tax), tax)
    return choose(is_nothing_withheld(table, wages, allowances), ZERO, rounded)


@rule("the state's published method", "State tax on a bonus or vest at the state's flat rate.")
def flat_of_state(supplemental: Money, rate: Rate, in_dollars: Truth) -> Money:
    tax = portion(supplemental, rate, Rounding.HALF_UP)
    return choose(in_dollars, later(whole_dollars, tax), tax)
