"""The comparison once more, as one would do it in a spreadsheet: nominal dollars, a row a year, figures typed in.

Rounded is what payroll and returns round: pay, match, and each bracket's tax, in dollars of 2026; nothing else.

Written apart from the package and without it: own limits, own brackets, own room. For one job with a plain match, single or
joint, wages alone, brackets of 2026. Only the names of the household's inputs are shared.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

# Limits of 2026 and 2027 (Notice 2025-67; 2027 projected), then base, unit and index of the base quarter (mean CPI-U, July to
# September) of each amount. The last published-or-estimated quarter is that of 2026.
KNOWN = {
    "deferral": (24_500, 25_500, 15_000, 500, (195.4 + 196.4 + 198.8) / 3),
    "catch_up": (8_000, 8_500, 5_000, 500, (195.4 + 196.4 + 198.8) / 3),
    "additions": (72_000, 75_000, 40_000, 1_000, (177.5 + 177.5 + 178.3) / 3),
    "pay": (360_000, 375_000, 200_000, 5_000, (177.5 + 177.5 + 178.3) / 3),
    "roth_wages": (150_000, 155_000, 145_000, 5_000, (305.691 + 307.026 + 307.789) / 3),
}
QUARTER_2026 = (333.918 + 334.980 + 336.65) / 3

RATES = [0.10, 0.12, 0.22, 0.24, 0.32, 0.35, 0.37]
TOPS = {
    "single": [12_400, 50_400, 105_700, 201_775, 256_225, 640_600],
    "joint": [24_800, 100_800, 211_400, 403_550, 512_450, 768_700],
}
GAIN_TOPS = {"single": [49_450, 545_500], "joint": [98_900, 613_700]}
STANDARD = {"single": 16_100, "joint": 32_200}
AT_65 = {"single": 2_050, "joint": 1_650}
AMT = {"single": (90_100, 500_000), "joint": (140_200, 1_000_000)}
AMT_28 = 244_500
NIIT = {"single": 200_000, "joint": 250_000}

# States: standard deduction and brackets typed in from the states' own tables; how many years the edges are old (they have moved
# with prices since), or None where nothing moves them.
STATE_RATES = {
    "CA": [0.01, 0.02, 0.04, 0.06, 0.08, 0.093, 0.103, 0.113, 0.123, 0.133],
    "NJ_single": [0.014, 0.0175, 0.035, 0.05525, 0.0637, 0.0897, 0.1075],
    "NJ_joint": [0.014, 0.0175, 0.0245, 0.035, 0.05525, 0.0637, 0.0897, 0.1075],
    "VA": [0.02, 0.03, 0.05, 0.0575],
}
STATE_TOPS = {
    "CA_single": (5_706, [11_079, 26_264, 41_452, 57_542, 72_724, 371_479, 445_771, 742_953, 1_000_000], 1),
    "CA_joint": (11_412, [22_158, 52_528, 82_904, 115_084, 145_448, 742_958, 891_542, 1_000_000, 1_485_906], 1),
    "NJ_single": (1_000, [20_000, 35_000, 40_000, 75_000, 500_000, 1_000_000], None),
    "NJ_joint": (2_000, [20_000, 50_000, 70_000, 80_000, 150_000, 500_000, 1_000_000], None),
    "VA_single": (9_680, [3_000, 5_000, 17_000], None),
    "VA_joint": (19_360, [3_000, 5_000, 17_000], None),
}


@dataclass
class Sheet:
    """What is typed at the top of the sheet. Rates are fractions; amounts dollars."""

    filing: str
    age: int
    pay: float
    last_pay: float
    match_rate: float
    match_of_pay: float
    real_return: float
    inflation: float
    pay_growth: float
    dividends: float
    turnover: float
    work_until: int
    spend_at: int
    early_at: int
    later_income: float
    parts: int
    state: float
    state_name: str
    wait: float
    lived: float


def limit(name: str, year: int, inflation: float) -> float:
    first, second, base, unit, then = KNOWN[name]
    if year <= 2027:
        return first if year == 2026 else second
    amounts = [second]
    for each in range(2028, year + 1):
        now = QUARTER_2026 * (1 + inflation) ** (each - 1 - 2026)
        amounts.append(base + int(base * (round(now, 3) / round(then, 3) - 1) / unit) * unit)
    return max(amounts)


def cents(dollars: float) -> int:
    """To whole cents, half a cent up: what payroll pays and what a return asks."""
    return math.floor(dollars * 100 + 0.5)


def part(amount: int, rate: float) -> int:
    """A rate of an amount, to the cent, half up; the rate to six decimals, exactly."""
    return (amount * round(rate * 10**6) * 2 + 10**6) // (2 * 10**6)


def by_brackets(tops: list[int], rates: list[float], income: int, start: int = 0) -> int:
    """Tax on what lies between `start` and `income`, every bracket's to the cent."""
    owed = below = 0
    for top, rate in zip([*tops, 10**15], rates, strict=True):
        owed += part(max(min(income, top) - max(below, start), 0), rate)
        below = top
    return owed


def in_cents(dollars: list[int]) -> list[int]:
    return [100 * each for each in dollars]


def tax(filing: str, ordinary: int, gain: int, old: bool, prices: float) -> int:
    """Income tax and net investment income tax, in cents of 2026: all but one threshold move with prices and so stand still there."""
    allowed = (STANDARD[filing] + (AT_65[filing] if old else 0)) * 100
    taxable = max(ordinary + gain - allowed, 0)
    taxable_ordinary = max(ordinary - allowed, 0)
    tops = in_cents(TOPS[filing])
    on_gain = by_brackets(in_cents(GAIN_TOPS[filing]), [0, 0.15, 0.20], taxable, taxable_ordinary)
    # Gains are never taxed higher than they would be as ordinary income.
    regular = min(by_brackets(tops, RATES, taxable_ordinary) + on_gain, by_brackets(tops, RATES, taxable))
    # The alternative minimum tax: all income less an exemption that shrinks, gains at their own rates.
    exempt, start = in_cents(list(AMT[filing]))
    base = max(ordinary + gain - max(exempt - part(max(ordinary + gain - start, 0), 0.5), 0), 0)
    flat = max(base - gain, 0)
    gain_there = by_brackets(
        in_cents(GAIN_TOPS[filing]), [0, 0.15, 0.20], taxable_ordinary + base - flat, taxable_ordinary
    )
    least = [
        by_brackets([AMT_28 * 100], [0.26, 0.28], flat) + gain_there,
        by_brackets([AMT_28 * 100], [0.26, 0.28], base),
    ]
    return max(regular, min(least)) + part(min(gain, max(ordinary + gain - cents(NIIT[filing] / prices), 0)), 0.038)


def more(s: Sheet, beside: float, ordinary: float, gain: float, old: bool, prices: float) -> float:
    """The tax on further income, on top of what is taxed beside it, the state's with it; nominal dollars in and out."""
    below, further, gains = (cents(max(each, 0) / prices) for each in (beside, ordinary, gain))
    federal = tax(s.filing, below + further, gains, old, prices) - tax(s.filing, below, 0, old, prices)
    if not s.state_name:
        return (federal + part(further + gains, s.state)) / 100 * prices
    return (federal + state_tax(s, below, below + further + gains, prices)) / 100 * prices


def state_tax(s: Sheet, below: int, income: int, prices: float) -> int:
    """A state's tax on what lies between two incomes, in cents of 2026: gains and dividends are taxed like the rest."""
    both = f"{s.state_name}_{s.filing}"
    deduction, tops, old_by = STATE_TOPS[both]
    # Edges that are a year old have moved with prices since; those that never move have lost value.
    level = 1 / prices if old_by is None else (1 + s.inflation) ** old_by
    edges = [cents((deduction + top) * level) for top in (0, *tops)]
    return by_brackets(edges, [0, *(STATE_RATES.get(both) or STATE_RATES[s.state_name])], income, below)


def fill(s: Sheet) -> dict[str, float]:
    """What each way leaves at the end after all taxes, and what is free early, in dollars of 2026."""
    mega = after = basis = tax_account = tax_basis = 0.0
    put_in: list[float] = []
    free: dict[str, float] = {}
    for k in range(s.spend_at - s.age + 1):
        year, age, prices = 2026 + k, s.age + k, (1 + s.inflation) ** k
        works = age <= s.work_until
        pay = cents(s.pay * (1 + s.pay_growth) ** k) / 100
        last = s.last_pay if k == 0 else cents(s.pay * (1 + s.pay_growth) ** (k - 1)) / 100
        old = age >= 65
        deferral = min(limit("deferral", year, s.inflation), pay)
        catch_up = min(limit("catch_up", year, s.inflation), pay - deferral) if age >= 50 else 0
        matched = cents(min(pay, limit("pay", year, s.inflation)))
        match = min(part(cents(deferral), s.match_rate), part(matched, s.match_rate * s.match_of_pay)) / 100
        room = max(min(limit("additions", year, s.inflation), pay) - deferral - match, 0)
        c = min(room, pay - deferral - catch_up) if works else 0.0
        must_be_roth = last > limit("roth_wages", year, s.inflation)
        wages = pay - deferral - (0 if must_be_roth else catch_up) if works else s.later_income * prices
        grow = (1 + s.real_return) * (1 + s.inflation)
        first = 1 + (s.real_return) * s.lived

        earned = c * s.wait * (grow - 1)
        mega = mega * (grow if k else 1) + c * first - (more(s, wages, earned, 0, old, prices) if works else 0)
        after, basis = after * (grow if k else 1) + c * first, basis + c
        paid = tax_account * s.dividends
        owed = more(s, wages, 0, paid, old, prices)
        tax_account, tax_basis = tax_account * (grow if k else 1) - owed, tax_basis + paid - owed
        sold = max(tax_account - tax_basis, 0) * s.turnover
        owed = more(s, wages, 0, sold, old, prices)
        tax_account, tax_basis = tax_account - owed + c * first, tax_basis + sold - owed + c
        put_in.append(c)
        if age == s.early_at:
            free["mega"] = min(sum(put_in), mega) / prices
            free["taxable"] = (tax_account - more(s, wages, 0, max(tax_account - tax_basis, 0), old, prices)) / prices
    later = s.later_income * prices

    def spread(ordinary: float, gain: float) -> float:
        return more(s, later, ordinary / s.parts, gain / s.parts, old, prices) * s.parts

    # Parts taken before 59½ (born in March: in the year of 59), and before five years from the first contribution are over.
    young = sum(s.spend_at + part < 59 for part in range(s.parts))
    early = max(young, min(max(5 - (s.spend_at - s.age), 0), s.parts))
    grown = max(mega * early / s.parts - sum(put_in), 0)
    on_roth = more(s, later, grown / early, 0, old, prices) * early if early else 0.0
    on_roth += 0.1 * max(mega * young / s.parts - sum(put_in), 0)
    tenth = 0.0 if s.work_until >= 55 else 0.1 * young / s.parts * max(after - basis, 0)
    left = {
        "mega": mega - on_roth,
        "unconverted": after - spread(max(after - basis, 0), 0) - tenth,
        "taxable": tax_account - spread(0, max(tax_account - tax_basis, 0)),
    }
    return {
        **{name: value / prices for name, value in left.items()},
        **{f"early_{name}": value for name, value in free.items()},
    }
