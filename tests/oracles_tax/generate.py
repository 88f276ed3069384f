"""Households for the comparison with other tax programs: whole dollars, one seed, and many of them about a threshold.

`python -m tests.oracles_tax.generate 2026 > households.csv`. Knows no number of law but the places where one is interesting.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields

STATUSES = ("single", "joint", "separate", "head", "survivor")
EDGES = (
    25_000, 32_000, 34_000, 44_000, 50_400, 75_000, 100_800, 125_000, 150_000, 175_000, 200_000, 250_000, 252_500, 400_000,
    500_000, 505_000, 545_500, 600_050, 626_350, 640_600, 680_200, 751_600, 768_700, 900_350, 978_750, 1_000_000, 1_252_700,
)  # fmt: skip
"""Adjusted gross incomes about which something begins or ends in one of the years."""


@dataclass
class Made:
    """One household; amounts in dollars. Numbers ending in 1 and 2 are those of the two spouses."""

    id: int
    filing: str
    age1: int
    age2: int = 0
    blind: int = 0
    """Of the first person."""
    children: int = 0
    other_dependents: int = 0
    wages1: int = 0
    """Gross of deferrals."""
    wages2: int = 0
    deferral1: int = 0
    profit1: int = 0
    interest: int = 0
    dividends: int = 0
    qualified: int = 0
    short_gains: int = 0
    long_gains: int = 0
    rents: int = 0
    pension: int = 0
    benefits: int = 0
    exempt_interest: int = 0
    salt: int = 0
    mortgage: int = 0
    options: int = 0
    """Bargain element of incentive stock options."""


def households(year: int, count: int = 2_600) -> Iterator[Made]:
    """As many households of a year, always the same."""
    draw = random.Random(year)
    makers = (_employees, _employees, _employees, _retired, _gains, _options, _edge, _self_employed)
    for number in range(count):
        filing = draw.choice(STATUSES)
        made = Made(number, filing, draw.randint(30, 64))
        if filing == "joint":
            made.age2 = draw.randint(28, 66)
        if filing in ("head", "survivor"):
            made.children = draw.randint(1, 3)
        elif draw.random() < 0.3:
            made.children, made.other_dependents = draw.randint(0, 3), draw.randint(0, 1)
        makers[number % len(makers)](made, draw)
        made.qualified = min(made.qualified, made.dividends)
        yield made


def _some(draw: random.Random, most: int, share: float = 0.5) -> int:
    """Nothing, or an amount, small ones more often."""
    return int(most * draw.random() ** 2) if draw.random() < share else 0


def _savings(made: Made, draw: random.Random, most: int) -> None:
    made.interest = _some(draw, most)
    made.dividends = _some(draw, most)
    made.qualified = int(made.dividends * draw.random())
    made.long_gains = _some(draw, 2 * most, 0.4)
    made.short_gains = _some(draw, most, 0.2)
    made.rents = _some(draw, most, 0.2)


def _house(made: Made, draw: random.Random) -> None:
    if draw.random() < 0.5:
        made.salt, made.mortgage = draw.randint(2_000, 90_000), _some(draw, 60_000, 0.8)


def _employees(made: Made, draw: random.Random) -> None:
    made.wages1 = draw.randint(40_000, 500_000)
    if made.filing == "joint":
        made.wages2 = _some(draw, 500_000, 0.7)
    if draw.random() < 0.15:
        made.wages1 += draw.randint(0, 1_000_000)
    if draw.random() < 0.5:
        made.deferral1 = draw.choice((5_000, 19_500, 23_500))
    _savings(made, draw, 60_000)
    _house(made, draw)


def _retired(made: Made, draw: random.Random) -> None:
    made.age1 = draw.randint(62, 88)
    if made.filing == "joint":
        made.age2 = draw.randint(60, 88)
    made.blind = int(draw.random() < 0.1)
    if made.filing not in ("head", "survivor"):
        made.children = made.other_dependents = 0
    made.benefits = draw.randint(0, 70_000)
    made.pension = draw.randint(0, 60_000) if draw.random() < 0.6 else draw.randint(0, 400_000)
    made.exempt_interest = _some(draw, 20_000, 0.3)
    _savings(made, draw, 40_000)
    _house(made, draw)


def _gains(made: Made, draw: random.Random) -> None:
    made.wages1 = _some(draw, 300_000, 0.7)
    made.long_gains = draw.randint(0, 120_000) if draw.random() < 0.5 else draw.randint(0, 3_000_000)
    made.dividends = draw.randint(0, 100_000)
    made.qualified = made.dividends
    made.interest = 5_000
    _house(made, draw)


def _options(made: Made, draw: random.Random) -> None:
    _employees(made, draw)
    made.options = draw.randint(0, 200_000) if draw.random() < 0.5 else draw.randint(0, 2_000_000)


def _edge(made: Made, draw: random.Random) -> None:
    """Adjusted gross income is a dollar below, at, or above an edge, or a little further from it."""
    target = draw.choice(EDGES) + draw.choice((-1_000, -1, 0, 1, 2, 999, 1_000, 1_001, 20_000))
    made.long_gains = int(target * draw.choice((0, 0, 0.1, 0.5, 0.9)))
    made.interest = min(draw.choice((0, 20_000)), target - made.long_gains)
    made.wages1 = target - made.long_gains - made.interest
    if draw.random() < 0.4:
        made.age1 = draw.randint(65, 80)
    _house(made, draw)


def _self_employed(made: Made, draw: random.Random) -> None:
    made.profit1 = draw.randint(300, 400_000)
    made.wages1 = _some(draw, 250_000, 0.4)
    made.pension = _some(draw, 50_000, 0.2)
    _savings(made, draw, 20_000)
    _house(made, draw)


def write(rows: list[Made]) -> None:
    """The households as a table, on standard output."""
    table = csv.DictWriter(sys.stdout, [field.name for field in fields(Made)], lineterminator="\n")
    table.writeheader()
    table.writerows(asdict(row) for row in rows)


if __name__ == "__main__":
    write(list(households(int(sys.argv[1]))))
