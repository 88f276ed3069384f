"""Federal income tax withheld from one paycheck: Pub. 15-T Worksheet 1A line by line, and supplemental wages.

Every line of the worksheet is rounded half up to the cent, as one who fills it in would. Refuses nonresident aliens,
wage bracket tables and rounding to whole dollars, which payroll offices may also use.
"""

from megaroth.kit.money import NO_LIMIT, ZERO, Ints, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, later, least, portion, remaining, total
from megaroth.law.withholding import Bracket, Withholding


@rule("IRC §3402(b)(1); Pub. 15-T Worksheet 1A line 1c", "Wages of the pay period times the periods of the year.")
def annual_wages(wages: Money, periods: Ints) -> Money:
    return portion(wages, Rate(periods, 1), Rounding.DOWN)


@rule(
    "IRC §3402(a), (m); Pub. 15-T Worksheet 1A line 1g", "The amount that the tables have not yet taken into account."
)
def standard_adjustment(tables: Withholding, joint: Truth, step_2_checkbox: Truth) -> Money:
    return choose(step_2_checkbox, ZERO, choose(joint, tables.adjustment_joint, tables.adjustment_other))


@rule("IRC §3402(m); Pub. 15-T Worksheet 1A line 1e", "Annual wages and the other income of Step 4(a).")
def annual_income(wages: Money, periods: Ints, other_income: Money) -> Money:
    return total(annual_wages=annual_wages(wages, periods), other_income=other_income)


@rule("IRC §3402(m); Pub. 15-T Worksheet 1A line 1i", "Adjusted annual wage amount of a Form W-4 of 2020 or later.")
def adjusted_annual_wage(
    tables: Withholding,
    wages: Money,
    periods: Ints,
    other_income: Money,
    deductions: Money,
    joint: Truth,
    step_2_checkbox: Truth,
) -> Money:
    return remaining(
        of=annual_income(wages, periods, other_income),
        deductions=deductions,
        adjustment=standard_adjustment(tables, joint, step_2_checkbox),
    )


@rule("IRC §3402(f); Pub. 15-T Worksheet 1A line 1k", "Allowances of a Form W-4 of 2019 or earlier, in dollars.")
def value_of_allowances(tables: Withholding, allowances: Ints) -> Money:
    return portion(tables.allowance, Rate(allowances, 1), Rounding.DOWN)


@rule("IRC §3402(f); Pub. 15-T Worksheet 1A line 1l", "Adjusted annual wage amount of a Form W-4 of 2019 or earlier.")
def adjusted_annual_wage_before_2020(tables: Withholding, wages: Money, periods: Ints, allowances: Ints) -> Money:
    return remaining(of=annual_wages(wages, periods), allowances=value_of_allowances(tables, allowances))


@rule("IRC §3402(a)(1); Pub. 15-T Worksheet 1A line 2e", "Wages in excess of column A of the table.")
def excess_in_bracket(wage: Money, bracket: Bracket) -> Money:
    return remaining(of=wage, over=bracket.over)


@rule("IRC §3402(a)(1); Pub. 15-T Worksheet 1A lines 2c to 2g", "Column C of the table and column D of the excess.")
def tax_in_bracket(wage: Money, bracket: Bracket) -> Money:
    return total(base=bracket.base, on_excess=portion(excess_in_bracket(wage, bracket), bracket.rate, Rounding.HALF_UP))


@rule("IRC §3402(a)(1); Pub. 15-T Worksheet 1A line 2g", "Annual withholding: the row that the wage amount reaches.")
def annual_withholding(wage: Money, table: tuple[Bracket, ...]) -> Money:
    found = ZERO
    for bracket in table:
        reached = (wage >= bracket.over) & (bracket.over < NO_LIMIT)
        found = choose(reached, later(tax_in_bracket, wage, bracket), found)
    return found


@rule("IRC §3402(b)(1); Pub. 15-T Worksheet 1A lines 2h, 3b", "An annual amount, spread over the pay periods.")
def per_period(annual: Money, periods: Ints) -> Money:
    return portion(annual, Rate(1, periods), Rounding.HALF_UP)


@rule(
    "IRC §3402(f)(1)(C), (m); Pub. 15-T Worksheet 1A line 3c", "Withholding of the period after the credits of Step 3."
)
def after_credits(annual: Money, step_3: Money, periods: Ints) -> Money:
    return remaining(of=per_period(annual, periods), credits=per_period(step_3, periods))


@rule("IRC §3402(i); Pub. 15-T Worksheet 1A line 4b", "With the extra withholding that the person asked for.")
def with_extra(withheld: Money, extra: Money) -> Money:
    return total(withheld=withheld, extra=extra)


# Supplemental wages


@rule("Reg. §31.3402(g)-1(a)(2)", "This employer's supplemental wages of the year above the threshold.")
def supplemental_above_threshold(tables: Withholding, supplemental: Money, supplemental_before: Money) -> Money:
    return remaining(of=supplemental + supplemental_before, threshold=tables.supplemental_threshold)


@rule("Reg. §31.3402(g)-1(a)(2)", "Supplemental wages of the payment at the mandatory flat rate.")
def mandatory_flat_wages(tables: Withholding, supplemental: Money, supplemental_before: Money) -> Money:
    return least(
        supplemental=supplemental,
        above_threshold=supplemental_above_threshold(tables, supplemental, supplemental_before),
    )


@rule("Reg. §31.3402(g)-1(a)(2)", "Withheld at the highest rate, without regard to Form W-4.")
def mandatory_flat_tax(tables: Withholding, supplemental: Money, supplemental_before: Money) -> Money:
    return portion(
        mandatory_flat_wages(tables, supplemental, supplemental_before),
        tables.mandatory_supplemental_rate,
        Rounding.HALF_UP,
    )


@rule("Reg. §31.3402(g)-1(a)(2), (7)", "Supplemental wages of the payment that stay below the threshold.")
def supplemental_below_threshold(tables: Withholding, supplemental: Money, supplemental_before: Money) -> Money:
    return remaining(of=supplemental, above=mandatory_flat_wages(tables, supplemental, supplemental_before))


@rule("Reg. §31.3402(g)-1(a)(7)", "Optional flat rate on supplemental wages.")
def optional_flat_tax(tables: Withholding, supplemental: Money) -> Money:
    return portion(supplemental, tables.supplemental_rate, Rounding.HALF_UP)


@rule(
    "Reg. §31.3402(g)-1(a)(6)",
    "Aggregate method: tax on regular and supplemental wages together, less that on regular wages.",
)
def aggregate_tax(on_all: Money, on_regular: Money) -> Money:
    return remaining(of=on_all, on_regular_wages=on_regular)
