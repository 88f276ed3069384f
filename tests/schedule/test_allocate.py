"""Sharing the deferral limit between jobs: brute force over all sharings finds nothing better, on random households.

The brute force is a second, plain calculation of match and room from the terms alone; it shares no code with the program.
"""

from __future__ import annotations

import json
import os
import random
from dataclasses import dataclass, replace
from itertools import permutations, product
from pathlib import Path

import pytest
from tests.oracle.generate import random_household

from megaroth.household.read import household_of
from megaroth.kit.money import ZERO, Money, dollars
from megaroth.law.book import law_for
from megaroth.room.household import JobRoom, find_rooms
from megaroth.schedule.allocate import best_rooms

HOUSEHOLDS = int(os.environ.get("MEGAROTH_SHARED_HOUSEHOLDS", "60"))
LIMIT, ADDITIONS, GRID = 2_400, 7_000, 20
LAW = law_for(2026)
LAW = replace(
    LAW,
    elective_deferrals=replace(LAW.elective_deferrals, amount=dollars(LIMIT)),
    annual_additions=replace(LAW.annual_additions, amount=dollars(ADDITIONS)),
)


@dataclass
class Terms:
    """One job in whole dollars; the tiers are pairs of percents."""

    pay: int
    tiers: list[tuple[int, int]]
    steps: list[tuple[int, int]]
    match_cap: int | None
    after_tax: bool
    after_tax_cap: int | None
    deferral_cap: int | None
    wish: int | None

    def most(self) -> int:
        cap = self.pay * self.deferral_cap // 100 if self.deferral_cap else self.pay
        return min(cap, self.pay, LIMIT, LIMIT if self.wish is None else self.wish)

    def match(self, deferral: int) -> int:
        """In cents."""
        cents, reaching = 0, deferral
        for rate, width in self.tiers:
            taken = min(reaching, self.pay * width // 100)
            cents += taken * rate
            reaching -= taken
        for needs, earns in self.steps:
            if deferral * 100 >= self.pay * needs:
                cents = max(cents, self.pay * earns)
        return cents if self.match_cap is None else min(cents, self.match_cap * 100)

    def room(self, deferral: int) -> int:
        """After-tax money, in cents."""
        if not self.after_tax:
            return 0
        left = min(ADDITIONS, self.pay) * 100 - deferral * 100 - self.match(deferral)
        caps = [left, (self.pay - deferral) * 100]
        if self.after_tax_cap is not None:
            caps.append(self.pay * self.after_tax_cap)
        return max(min(caps), 0)

    def text(self, name: str) -> str:
        plan = [f'after_tax_allowed = "{"yes" if self.after_tax else "no"}"', 'in_plan_conversion = "automatic"']
        tiers = ", ".join(f"{{ rate_percent = {rate}, up_to_percent_of_pay = {width} }}" for rate, width in self.tiers)
        steps = ", ".join(f"{{ deferring_percent = {needs}, earns_percent_of_pay = {e} }}" for needs, e in self.steps)
        plan.append(f"match = [{tiers}]" if tiers else 'match = "none"')
        plan += [f"match_steps = [{steps}]"] if steps else []
        plan += [f"match_limits = {{ max_dollars = {self.match_cap} }}"] if self.match_cap is not None else []
        plan += [f"after_tax_cap_percent = {self.after_tax_cap}"] if self.after_tax_cap is not None else []
        plan += [f"deferral_cap_percent = {self.deferral_cap}"] if self.deferral_cap is not None else []
        wish = f"wishes.deferral = {self.wish}\n" if self.wish is not None else ""
        return (
            f'[[jobs]]\nname = "{name}"\nperson = "a"\npay = {self.pay}\nlast_year_pay = 0\n'
            f"plan = {{ {', '.join(plan)} }}\n{wish}"
        )


def job_of(rng: random.Random) -> Terms:
    kind = rng.choice(["tiers", "tiers", "two", "none", "steps"])
    tiers, steps = [], []
    if kind == "tiers":
        tiers = [(rng.choice([25, 50, 100]), rng.choice([4, 6, 10]))]
    elif kind == "two":
        tiers = [(100, rng.choice([2, 3])), (50, rng.choice([2, 4]))]
    elif kind == "steps":
        steps = [(rng.choice([2, 5]), rng.choice([2, 4]))]
    return Terms(
        pay=rng.randrange(1, 12) * 4_000,
        tiers=tiers,
        steps=steps,
        match_cap=rng.choice([None, None, rng.randrange(1, 40) * GRID]),
        after_tax=rng.random() < 0.7,
        after_tax_cap=rng.choice([None, None, rng.choice([5, 10])]),
        deferral_cap=rng.choice([None, None, None, 5]),
        wish=rng.choice([None, None, None, rng.randrange(10, 80) * GRID]),
    )


Worth = tuple[int, int, int]


def best_by_force(jobs: list[Terms]) -> Worth:
    """Every sharing on the grid: the most match, then deferrals, then after-tax money."""
    tables = [[(job.match(share), job.room(share)) for share in range(0, job.most() + 1, GRID)] for job in jobs]
    best = (-1, -1, -1)
    for places in product(*(range(len(table)) for table in tables)):
        if sum(places) * GRID <= LIMIT:
            rows = [table[place] for table, place in zip(tables, places, strict=True)]
            best = max(best, (sum(m for m, _ in rows), sum(places) * GRID * 100, sum(room for _, room in rows)))
    return best


def ours(jobs: dict[str, Terms]) -> tuple[Worth, dict[str, tuple[int, int, int]]]:
    text = "year = 2026\n[people.a]\nborn = 1986-05-05\n" + "".join(job.text(name) for name, job in jobs.items())
    household = household_of(text, "random", Path())
    assert not isinstance(household, list), household
    found = {
        case.job.name: (
            int(case.room.match.cents),
            int(case.room.elective_deferral.cents),
            int(case.room.after_tax_planned.cents),
        )
        for case in best_rooms(LAW, household)
    }
    together = [sum(each) for each in zip(*found.values(), strict=True)]
    return (together[0], together[1], together[2]), found


@pytest.mark.parametrize("count", [2, 3])
def test_brute_force_finds_no_better_sharing(count: int) -> None:
    for seed in range(HOUSEHOLDS if count == 2 else HOUSEHOLDS // 6):
        rng = random.Random(1_000 * count + seed)
        jobs = {f"job {number}": job_of(rng) for number in range(count)}
        mine, each = ours(jobs)
        best = best_by_force(list(jobs.values()))
        assert mine >= best, (seed, jobs, mine, best)
        # What is said of each job is what its terms give, and the limits are kept.
        assert sum(deferral for _, deferral, _ in each.values()) <= LIMIT * 100
        for name, (match, deferral, after_tax) in each.items():
            terms = jobs[name]
            assert deferral <= terms.most() * 100
            if deferral % 100 == 0:
                assert (match, after_tax) == (terms.match(deferral // 100), terms.room(deferral // 100))


def test_the_order_of_the_file_changes_nothing() -> None:
    for seed in range(HOUSEHOLDS // 10):
        rng = random.Random(50_000 + seed)
        jobs = {f"job {number}": job_of(rng) for number in range(3)}
        found = [ours(dict(order))[1] for order in permutations(jobs.items())]
        assert all(each == found[0] for each in found), (seed, jobs)


def test_no_order_of_the_jobs_is_better() -> None:
    """Households of every kind: related employers, businesses, catch-up, money made already, plans of all terms."""
    for seed in range(2 * HOUSEHOLDS):
        made = random_household(random.Random(seed))
        household = household_of(json.dumps(made, default=str), "random.json", Path())
        if isinstance(household, list):
            continue
        law = law_for(household.year)

        def together(rooms: list[JobRoom]) -> Worth:
            of_all = [case.room for case in rooms]
            match = sum((room.match for room in of_all), ZERO)
            deferred = sum((room.elective_deferral + room.catch_up for room in of_all), ZERO)
            after_tax = sum((room.after_tax_planned for room in of_all), ZERO)
            return int(match.cents), int(deferred.cents), int(after_tax.cents)

        assert together(best_rooms(law, household)) >= together(find_rooms(law, household)), seed


def test_tiers_of_two_jobs_are_filled_by_their_rates() -> None:
    """No order of the jobs finds this: one takes its first tier, the other all of its match, and the first the rest."""
    household = household_of(
        "year = 2026\n[people.a]\nborn = 1986-05-05\n"
        '[[jobs]]\nname = "A"\nperson = "a"\npay = 360_000\nplan = { match = [{ rate_percent = 100, up_to_percent_of_pay = 3 }, '
        "{ rate_percent = 50, up_to_percent_of_pay = 3 }] }\n"
        '[[jobs]]\nname = "B"\nperson = "a"\npay = 200_000\nplan = { match = [{ rate_percent = 75, up_to_percent_of_pay = 6 }] }\n',
        "case",
        Path(),
    )
    assert not isinstance(household, list)
    found = {case.job.name: case.room for case in best_rooms(law_for(2026), household)}
    # 10,800 at 100%, then 12,000 at 75%, and the 1,700 that are left of 24,500 at 50%: 10,800 + 9,000 + 850.
    assert [found[name].elective_deferral for name in "AB"] == [Money(1_250_000), Money(1_200_000)]
    assert [found[name].match for name in "AB"] == [Money(1_165_000), Money(900_000)]
