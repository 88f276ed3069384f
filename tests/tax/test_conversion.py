"""The tax of a conversion: the couple of the examples by hand, every warning with its number, and what is not known."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.kit.money import Money, dollars, parse_money
from megaroth.law.book import UnknownYear, law_for
from megaroth.law.phase_outs import medicare_tiers
from megaroth.questions.tax import tax
from megaroth.tax.conversion import ConversionCost, conversion_cost
from megaroth.tax.s61_income import Income
from megaroth.tax.warnings import People

ONE = """
year = 2026
filing = "single"
state = "TX"
[people.ana]
born = 1980-05-05
[[jobs]]
name = "Initech"
person = "ana"
pay = 200_000
plan = { after_tax_allowed = "yes", in_plan_conversion = "automatic", match = "none" }
[jobs.wishes]
catch_up = "none"
"""


def cost(text: str, conversion: str = "10000") -> ConversionCost:
    answer = tax(text, parse_money(conversion))
    assert isinstance(answer, ConversionCost), answer
    return answer


def codes(answer: ConversionCost) -> set[str]:
    return {finding.code for finding in answer.findings}


def said(answer: ConversionCost, code: str) -> str:
    return next(finding.message for finding in answer.findings if finding.code == code)


def of(filing: Any, taxable: int, year: int = 2026, people: People | None = None, **income: Any) -> ConversionCost:
    facts: dict[str, Any] = {
        name: dollars(value) if name not in ("seniors", "children", "aged_or_blind") else value
        for name, value in income.items()
    }
    return conversion_cost(
        law_for(year), filing, Income(**facts), dollars(taxable), own_rate=None, state="TX", people=people
    )


def test_a_single_employee_by_hand() -> None:
    """Pay 200,000 less 24,500 deferred is 175,500; less 16,100 is 159,400, in the 24% bracket of 105,700 to 201,775."""
    answer = cost(ONE)
    assert answer.without.agi == dollars(175_500)
    # 1,240 + 4,560 + 12,166 + 24% x 53,700 = 30,854
    assert answer.without.regular_tax == dollars(30_854)
    assert answer.federal == dollars(2_400)
    assert answer.state_tax == Money(0)
    assert answer.share(answer.total) == "24.0"
    assert codes(answer) >= {"tax-facts-missing"}


def test_roth_deferrals_stay_in_wages() -> None:
    answer = cost(ONE + 'deferral_kind = "roth"\n')
    assert answer.without.agi == dollars(200_000)


def test_a_bracket_that_is_crossed_is_named() -> None:
    """159,400 + 50,000 ends 7,625 above 201,775: 24% x 42,375 + 32% x 7,625 = 10,170 + 2,440."""
    answer = cost(ONE, "50000")
    assert answer.federal == dollars(12_610)
    assert "24% into the 32% bracket, which begins at $201,775.00" in said(answer, "bracket-crossed")


def test_the_state_is_the_persons_own_rate_or_told_as_missing() -> None:
    own = cost(ONE.replace('"TX"', '"CA"') + "[tax]\nstate_percent = 9.3\n")
    assert (own.state_tax, own.total) == (dollars(930), dollars(3_330))
    none = cost(ONE.replace('"TX"', '"OR"'))
    assert none.state_tax is None
    assert none.total == none.federal
    assert "no rates of OR for 2026" in said(none, "state-tax-not-counted")
    assert "names no state" in said(cost(ONE.replace('state = "TX"', "")), "state-tax-not-counted")


def test_a_state_of_the_book_by_its_brackets() -> None:
    """175,500 to 185,500 lies between 5,706 + 72,724 (6% up, as 2026 is not published) and 377,185: 9.3%."""
    known = cost(ONE.replace('"TX"', '"CA"'))
    assert known.state_tax == dollars(930)
    assert "exemption credits" in said(known, "state-tax-by-brackets")
    # Virginia: 5.75% above 17,000 + 9,680.
    assert cost(ONE.replace('"TX"', '"VA"')).state_tax == dollars(575)


def test_kentucky_leaves_out_retirement_income() -> None:
    """KRS §141.019(1)(i), §141.020: 31,110 a person is left out, of 2026 on the rest bears 3.5%."""
    kentucky = ONE.replace('"TX"', '"KY"')
    assert cost(kentucky, "31110").state_tax == Money(0)
    assert cost(kentucky, "40000").state_tax == parse_money("311.15")  # 3.5% of 8,890
    assert "conversions included" in said(cost(kentucky), "state-tax-by-brackets")
    assert cost(kentucky + "[tax]\nretirement_income = 1\n").state_tax is None


def test_low_incomes_are_not_known_but_where_nothing_is_taxed() -> None:
    """A flat tax has a deduction, and states have credits there: 4.25% of all of it would be too much."""
    poor = ONE.replace("pay = 200_000", "pay = 30_000").replace('catch_up = "none"', 'catch_up = "none"\ndeferral = 0')
    for state in ("NC", "VA"):
        assert cost(poor.replace('"TX"', f'"{state}"')).state_tax is None
        assert cost(poor.replace('"TX"', f'"{state}"').replace("30_000", "40_000")).state_tax is not None
    assert cost(poor.replace('"TX"', '"PA"')).state_tax == Money(0)


@pytest.mark.parametrize(
    ("state", "first"),
    [("CO", 55), ("IA", 55), ("NY", 59), ("MI", 59), ("GA", 62), ("NJ", 62), ("LA", 65), ("VA", 65)],
)
def test_from_an_age_on_states_leave_retirement_income_out(state: str, first: int) -> None:
    """O.C.G.A. §48-7-27(a)(5) and the like: who turns that age in the year is told to give the rate."""
    of_age = ONE.replace('"TX"', f'"{state}"').replace("1980-05-05", f"{2026 - first}-12-31")
    assert cost(of_age).state_tax is None
    assert f"at this age or income {state}'s rate" in said(cost(of_age), "state-tax-not-counted")
    assert cost(of_age.replace(f"{2026 - first}-12-31", f"{2027 - first}-01-01")).state_tax is not None
    # The other spouse's age counts too: the return does not say whose income a dollar is.
    couple = of_age.replace("[people.ana]", "[people.bo]").replace(
        "[[jobs]]", "[people.ana]\nborn = 1985-01-01\n[[jobs]]"
    )
    assert cost(couple.replace('"single"', '"joint"')).state_tax is None


def test_without_ages_such_a_state_is_not_known() -> None:
    def state_tax(state: str, people: People | None) -> Money | None:
        income = Income(wages=dollars(200_000))
        return conversion_cost(law_for(2026), "single", income, dollars(100), state=state, people=people).state_tax

    assert state_tax("GA", None) is None
    assert state_tax("GA", People((61,))) == parse_money("4.99")
    assert state_tax("NC", None) == parse_money("3.99")


def test_where_a_state_rate_is_not_known() -> None:
    """New York, single: recapture from 215,400 to 265,400; below, at 175,500, 5.9% of all of it."""
    assert cost(ONE.replace('"TX"', '"NY"')).state_tax == dollars(590)
    across = cost(ONE.replace('"TX"', '"NY"'), "50000")
    assert across.state_tax is None
    assert "at this age or income NY's rate depends on more" in said(across, "state-tax-not-counted")


def test_what_is_unknown_is_told_and_counts_as_nothing() -> None:
    answer = cost(ONE + '[tax]\ninterest = "unknown"\ndividends = 100\n')
    assert "interest" in said(answer, "tax-facts-unknown")
    assert "dividends" not in said(answer, "tax-facts-unknown")
    assert answer.without.agi == dollars(175_600)


def test_more_qualified_than_all_dividends() -> None:
    answer = cost(ONE + "[tax]\nqualified_dividends = 500\n")
    assert answer.without.agi == dollars(176_000)
    assert "qualified-above-dividends" in codes(answer)


def test_wages_may_be_written() -> None:
    answer = cost(ONE + "[tax]\nwages = 90_000\nmedicare_wages = 95_000\n")
    assert answer.without.agi == dollars(90_000)


def test_the_self_employed_pay_their_own_tax() -> None:
    """Profit 100,000: 92,350 x 15.3% = 14,129.55, half of it 7,064.78 (rounded up), no plan money."""
    text = """
year = 2026
filing = "single"
state = "TX"
[people.ana]
born = 1980-05-05
[[jobs]]
name = "own"
person = "ana"
self_employed = true
profit = 100_000
plan = { after_tax_allowed = "yes", match = "none" }
wishes = { deferral = 0, catch_up = "none", after_tax = "none" }
"""
    answer = cost(text)
    assert answer.without.self_employment_tax == Money(1_412_955)
    assert answer.without.agi == Money(10_000_000 - 706_478)
    assert answer.federal == dollars(2_200)


def test_a_joint_return_with_one_person_is_told() -> None:
    assert "spouse-missing" in codes(cost(ONE.replace('"single"', '"joint"')))


def test_on_a_single_return_the_second_persons_pay_does_not_count() -> None:
    more = ONE + '[[jobs]]\nname = "b"\nperson = "ben"\npay = 50_000\n[people.ben]\nborn = 1981-01-01\n'
    answer = cost(more)
    assert answer.without.agi == dollars(175_500)
    assert "one-filer" in codes(answer)


@pytest.mark.parametrize("year", [2019, 2027])
def test_a_year_without_tables_is_refused(year: int) -> None:
    answer = tax(ONE.replace("2026", str(year)), dollars(1))
    assert isinstance(answer, list)
    assert [finding.code for finding in answer] == ["no-tax-tables"]


def test_a_negative_conversion_is_refused() -> None:
    answer = tax(ONE, dollars(-1))
    assert isinstance(answer, list)
    assert [finding.code for finding in answer] == ["negative"]


def test_nothing_converted_costs_nothing() -> None:
    answer = cost(ONE, "0")
    assert answer.total == Money(0)
    assert answer.share(answer.total) == ""


# Warnings


def test_investment_income_pays_for_the_conversion() -> None:
    """Joint, 245,000 with 30,000 interest in it: 15,000 of the 20,000 lies above 250,000; x 3.8% = 570."""
    answer = of("joint", 20_000, wages=215_000, interest=30_000)
    assert "goes up by $570.00" in said(answer, "niit-more")
    assert "niit-crossed" in codes(of("joint", 20_000, wages=245_000))


def test_gains_are_pushed_out_of_the_0_percent_bracket() -> None:
    """Single: wages 40,000, gain 20,000: ordinary 23,900, gain to 43,900; 10,000 more: 4,450 of gain reach 15% = 667.50."""
    answer = of("single", 10_000, wages=40_000, long_term_gains=20_000)
    assert answer.federal == parse_money("1867.50")
    assert "$667.50 of the cost" in said(answer, "gains-pushed-up")


def test_medicare_premiums_two_years_later() -> None:
    """Joint, both 65 in 2028 or older: 215,000 to 225,000 passes 218,000: 24 x 95.70 = 2,296.80."""
    couple = People((63, 70))
    answer = of("joint", 10_000, people=couple, wages=215_000)
    text = said(answer, "irmaa-more")
    assert "$2,296.80 a year" in text
    assert "premiums of 2028" in text
    assert "irmaa-more" not in codes(of("joint", 10_000, people=People((62, 62)), wages=215_000))
    one = of("joint", 10_000, people=People((62, 63)), wages=215_000)
    assert "$1,148.40 a year" in said(one, "irmaa-more")
    assert "may grow by $1,000.00 before the next tier of 2026" in said(
        of("joint", 2_000, people=couple, wages=215_000), "irmaa-near"
    )


def test_tax_exempt_interest_counts_for_medicare() -> None:
    answer = of("joint", 1_000, people=People((70, 70)), wages=215_000, tax_exempt_interest=2_500)
    assert "irmaa-more" in codes(answer)


def test_the_tiers_of_a_separate_return() -> None:
    tiers = medicare_tiers(2026, "separate")
    assert [(str(tier.at_least), str(tier.part_b), str(tier.part_d)) for tier in tiers] == [
        ("$109,000.01", "$446.30", "$83.30"),
        ("$391,000.00", "$487.00", "$91.00"),
    ]
    assert len(medicare_tiers(2025, "joint")) == 5


def test_children_seniors_benefits_and_itemized_deductions() -> None:
    """Each loss is told with its amount."""
    assert "shrink by $500.00" in said(of("joint", 10_000, wages=400_000, children=2), "child-credit-shrinks")
    seniors = of("joint", 10_000, retirement_income=160_000, seniors=2, aged_or_blind=2)
    assert "shrinks by $1,200.00" in said(seniors, "senior-deduction-shrinks")
    benefits = of("single", 1_000, retirement_income=20_000, social_security=20_000)
    # Provisional income 30,000, half of what is above 25,000: 2,500; then 31,000: 3,000.
    assert "Another $500.00" in said(benefits, "benefits-taxed")
    itemized = of("joint", 10_000, wages=510_000, state_and_local_taxes=60_000, other_itemized=20_000)
    assert "shrink by $3,000.00" in said(itemized, "itemized-shrink")


def test_the_minimum_tax() -> None:
    options = of("single", 10_000, wages=200_000, amt_adjustments=300_000)
    assert "amt-changes" in codes(options)
    assert "amt-exemption-shrinks" in codes(of("single", 10_000, wages=495_000))


def test_ranges_that_may_matter() -> None:
    answer = of("joint", 10_000, wages=170_000)
    assert "begins to shrink and ends at $205,000.00" in said(
        of("joint", 10_000, wages=170_000), "shrinks-student-loan-interest"
    )
    assert "shrinks-education-credits" in codes(answer)
    assert "shrinks-qualified-business-income" not in codes(of("joint", 10_000, wages=430_000))
    owner = People((50,), has_business=True)
    assert "shrinks-qualified-business-income" in codes(of("joint", 10_000, people=owner, wages=430_000))
    assert "shrinks-tips-and-overtime" in codes(of("joint", 10_000, wages=295_000))
    assert "shrinks-tips-and-overtime" not in codes(of("joint", 10_000, wages=305_000))
    assert "shrinks-ira-deduction" in codes(of("single", 10_000, wages=85_000))


def test_the_explanation_names_every_tax() -> None:
    answer = cost(ONE)
    rules = {part.rule for part in answer.why.parts}
    assert rules == {"federal_tax", "cost_of_conversion"}
    for name in ("taxable_income", "regular_tax", "net_investment_income_tax", "tentative_minimum_tax"):
        assert answer.why.find(name) is not None
    told = answer.as_json()
    assert told["cost"] == {"federal": "2400.00", "state": "0.00", "total": "2400.00", "percent": "24.0"}
    assert [line["change"] for line in told["lines"] if line["name"] == "total"] == ["2400.00"]


def test_unknown_years_of_tables() -> None:
    with pytest.raises(UnknownYear):
        of("single", 1, year=2020, wages=1)
