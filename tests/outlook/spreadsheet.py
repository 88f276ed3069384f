"""The comparison once more, as one would do it in a spreadsheet: nominal dollars, a row a year, figures typed in.

Written apart from the package and without it: own limits, own brackets, own room. For one job with a plain match, single or
joint, wages alone, brackets of 2026. Only the names of the household's inputs are shared.
"""

from __future__ import annotations

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


def tax(filing: str, ordinary: float, gain: float, old: bool, prices: float) -> float:
    """Income tax and net investment income tax of a year in nominal dollars; `prices`: the level against 2026."""
    allowed = (STANDARD[filing] + (AT_65[filing] if old else 0)) * prices
    taxable_ordinary = max(ordinary - allowed, 0)
    taxable_gain = max(ordinary + gain - allowed, 0) - taxable_ordinary
    schedule = [*zip(TOPS[filing], RATES, strict=False), (10**12, RATES[-1])]

    def by_brackets(amount: float) -> float:
        owed = below = 0.0
        for top, rate in schedule:
            owed += max(min(amount, top * prices) - below, 0) * rate
            below = top * prices
        return owed

    on_gain, below = 0.0, 0.0
    for top, rate in zip([*GAIN_TOPS[filing], 10**12], [0, 0.15, 0.20], strict=True):
        lowest = max(below, taxable_ordinary)
        on_gain += max(min(taxable_ordinary + taxable_gain, top * prices) - lowest, 0) * rate
        below = top * prices
    # The alternative minimum tax: all income less an exemption that shrinks, gains at their own rates.
    exempt, start = (each * prices for each in AMT[filing])
    base = max(ordinary + gain - max(exempt - 0.5 * max(ordinary + gain - start, 0), 0), 0)
    flat, edge = max(base - taxable_gain, 0), AMT_28 * prices
    tentative = 0.26 * min(flat, edge) + 0.28 * max(flat - edge, 0) + on_gain
    tentative = min(tentative, 0.26 * min(base, edge) + 0.28 * max(base - edge, 0))
    # Gains are never taxed higher than they would be as ordinary income.
    regular = min(by_brackets(taxable_ordinary) + on_gain, by_brackets(taxable_ordinary + taxable_gain))
    return max(regular, tentative) + 0.038 * min(gain, max(ordinary + gain - NIIT[filing], 0))


def more(s: Sheet, beside: float, ordinary: float, gain: float, old: bool, prices: float) -> float:
    """The tax on further income, on top of what is taxed beside it; the state's flat rate with it."""
    plain = tax(s.filing, beside, 0, old, prices)
    federal = tax(s.filing, beside + ordinary, gain, old, prices) - plain
    if not s.state_name:
        return federal + s.state * (ordinary + gain)
    return federal + state_tax(s, beside + ordinary + gain, prices) - state_tax(s, beside, prices)


def state_tax(s: Sheet, income: float, prices: float) -> float:
    """A state's tax in nominal dollars: gains and dividends are taxed like the rest."""
    both = f"{s.state_name}_{s.filing}"
    deduction, tops, old_by = STATE_TOPS[both]
    level = 1.0 if old_by is None else prices * (1 + s.inflation) ** old_by
    owed, below = 0.0, deduction * level
    rates = STATE_RATES.get(both) or STATE_RATES[s.state_name]
    for top, rate in zip([*tops, 10**12], rates, strict=True):
        end = (deduction + top) * level
        owed += max(min(income, end) - below, 0) * rate
        below = end
    return owed


def fill(s: Sheet) -> dict[str, float]:
    """What each way leaves at the end after all taxes, and what is free early, in dollars of 2026."""
    mega = after = basis = tax_account = tax_basis = 0.0
    put_in: list[float] = []
    free: dict[str, float] = {}
    for k in range(s.spend_at - s.age + 1):
        year, age, prices = 2026 + k, s.age + k, (1 + s.inflation) ** k
        works = age <= s.work_until
        pay, last = s.pay * (1 + s.pay_growth) ** k, s.last_pay if k == 0 else s.pay * (1 + s.pay_growth) ** (k - 1)
        old = age >= 65
        deferral = min(limit("deferral", year, s.inflation), pay)
        catch_up = min(limit("catch_up", year, s.inflation), pay - deferral) if age >= 50 else 0
        match = s.match_rate * min(deferral, s.match_of_pay * min(pay, limit("pay", year, s.inflation)))
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
