"""The product and the oracle on random plans: every verdict, average, refund, correction and price, to the cent."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from tests.workforce import oracle
from tests.workforce.oracle import PlanOfTest, Worker

from megaroth.workforce import corrections, levelling, nondiscrimination, outcomes, testing, top_paid
from megaroth.workforce.corrections import Returned
from megaroth.workforce.mapping import guess
from megaroth.workforce.nondiscrimination import run_tests
from megaroth.workforce.settings import sponsor_of
from megaroth.workforce.tables import reader_of

PLANS = int(os.environ.get("ORACLE_PLANS", "250"))
"""1,000 with `ORACLE_PLANS=1000`; docs/workforce.md records the result."""


def random_plan(rng: random.Random) -> tuple[PlanOfTest, list[Worker], list[Worker], str]:
    rate, width = rng.choice([(0, 0), (50, 6), (100, 4), (100, 3), (25, 8), (66, 5)])
    plan = PlanOfTest(Fraction(rate, 100), Fraction(width, 100))
    match = f"[{{ rate_percent = {rate}, up_to_percent_of_pay = {width} }}]" if rate else '"none"'
    test = []
    kind = rng.random()
    if kind < 0.15:
        plan.safe_harbor = True
        test.append('safe_harbor = "match"\nmatch_is_safe = "yes"')
        plan.left_out = rng.choice([Fraction(0), Fraction(4, 100), None])
        test.append(f'match_in_acp = "{"in" if plan.left_out == 0 else "out" if plan.left_out is None else "part"}"')
    elif kind < 0.3:
        plan.borrow = Fraction(rng.choice([1, 2, 3]), 100)
        test.append(f"borrow_percent = {int(plan.borrow * 100)}")
    if rng.random() < 0.2:
        plan.last_acp, plan.last_adp = Fraction(rng.randrange(0, 900), 10_000), Fraction(rng.randrange(0, 900), 10_000)
        test.append('method = "prior-year"')
        test.append(
            f"last_year_acp_percent = {float(plan.last_acp * 100)}\nlast_year_adp_percent = {float(plan.last_adp * 100)}"
        )
    plan.excludable = rng.choice(["together", "together", "left-out", "apart"])
    test.append(f'excludable = "{plan.excludable}"')
    plan.top_paid = rng.random() < 0.3
    if rng.random() < 0.2:
        plan.match_first = True
        test.append('refund_from = "match"')
    sponsor = f"""
year = 2026
[plans.P]
plan = {{ after_tax_allowed = "yes", match = {match}, match_on_catch_up = "no", top_paid_group = "{"yes" if plan.top_paid else "no"}" }}
[plans.P.test]
{chr(10).join(test)}
"""
    workers = [worker(rng, at, plan) for at in range(rng.randrange(3, 26))]
    before = []
    if plan.last_acp is not None and rng.random() < 0.5:
        # Last year's people are in the file: their averages count, not those stated.
        before = [worker(rng, at, plan) for at in range(rng.randrange(3, 20))]
    return plan, workers, before, sponsor


def worker(rng: random.Random, at: int, plan: PlanOfTest) -> Worker:
    pay = rng.choice([rng.randrange(2_000_000, 12_000_000), rng.randrange(12_000_000, 60_000_000), 20_000_000])
    last = rng.choice([pay, 16_000_000, 16_000_001, rng.randrange(0, 30_000_000)])
    whole = rng.random() < 0.5  # round figures make equals
    amount: Callable[[float], int] = lambda share: (  # noqa: E731
        int(pay * rng.random() * share) // (100_000 if whole else 1) * (100_000 if whole else 1)
    )
    deferral = min(amount(0.2), 3_600_000)
    after_tax = amount(0.25) if rng.random() < 0.5 else 0
    made = oracle.formula(plan, min(pay, 36_000_000), min(deferral, 2_450_000)) if plan.rate else 0
    match = made if rng.random() < 0.8 else amount(0.05)
    return Worker(
        f"w{at:03}", rng.randrange(22, 59), pay, last, rng.choice([0, 0, 0, 50_000, 50_001]), deferral, after_tax, match,
        amount(0.05) if rng.random() < 0.2 else 0, amount(0.02) if rng.random() < 0.1 else 0,
        rng.choice([100, 100, 60, 33, 0]), rng.random() < 0.95, rng.random() < 0.15, rng.random() < 0.2,
        rng.random() < 0.1,
    )  # fmt: skip


def census(workers: list[Worker], before: list[Worker]) -> Any:
    def dollars(cents: int) -> str:
        return f"{cents // 100}.{cents % 100:02}"

    return pa.Table.from_pylist(
        [
            {
                "employee": w.name, "age": w.age, "pay": dollars(w.pay), "last_year_pay": dollars(w.last),
                "last_year_fica_wages": "1000", "owner_percent": f"{w.owns // 10_000}.{w.owns % 10_000:04}",
                "pre_tax": dollars(w.deferral), "after_tax": dollars(w.after_tax), "match": dollars(w.match),
                "employer_money": dollars(w.employer), "qualified": dollars(w.qualified), "vested_percent": str(w.vested),
                **{name: "yes" if said else "no" for name, said in (
                    ("eligible", w.eligible), ("union", w.union), ("excludable", w.excludable), ("not_top_paid", w.not_top),
                )},
                "year": str(year),
            }
            for year, people in ((2026, workers), (2025, before))
            for w in people
        ]
    )  # fmt: skip


def differences(seed: int) -> list[str]:
    """Where the two disagree about one random plan."""
    plan, workers, before, text = random_plan(random.Random(seed))
    sponsor = sponsor_of(text, "sponsor", Path())
    assert not isinstance(sponsor, list), sponsor
    table = census(workers, before)
    found = run_tests(reader_of(table), guess(table.column_names), sponsor)
    if found.rejects.num_rows:
        return [f"rejected: {found.rejects.to_pylist()}"]
    wrong = []

    def same(what: str, ours: Any, theirs: Any) -> None:
        if ours != theirs:
            wrong.append(f"plan {seed}, {what}: {ours}, the oracle says {theirs}")

    expected: Any = oracle.run(plan, workers, before)
    told: dict[str, Any] = {f"{o.part} {o.test}": o for o in found.outcomes if o.year == 2026}
    same("parts", {name.split(" ")[0] for name in told}, set(expected))
    theirs: dict[Any, Any] = {}
    for part, of_part in expected.items():
        theirs |= of_part["refunds"]
        for test in ("adp", "acp"):
            outcome = told[f"{part} {test.upper()}"]
            same(f"{part} {test}", outcome.verdict, of_part[test])
            same(f"{part} {test} excess", outcome.excess.cents, of_part.get(f"{test}_excess", 0))
        if "acp_qualified" in of_part:
            share, cost = told[f"{part} ACP"].qualified_share, told[f"{part} ACP"].qualified_cost
            assert share is not None
            assert cost is not None
            ours = (Fraction(int(share.top), int(share.bottom)) * 10_000, cost.cents)
            same("qualified", ours, of_part["acp_qualified"])
    given = {
        (row["employee"], row["test"]): {
            name: int(value * 100)
            for name, value in row.items()
            if name in theirs.get((row["employee"], row["test"]), {"excess": 0})
        }
        for row in found.refunds.to_pylist()
        if row["year"] == 2026
    }
    same("refunds", given, theirs)
    corrections = {row["employee"]: row for row in found.corrections.to_pylist() if row["year"] == 2026}
    for w in workers:
        row = corrections.get(w.name, {})
        for name, key in (
            ("kept_as_catch_up", "kept"), ("after_tax_returned", "after_tax"), ("deferral_returned", "deferral"),
            ("match_forfeited", "match"), ("employer_forfeited", "employer"), ("uncorrected", "uncorrected"),
        ):  # fmt: skip
            same(f"{w.name} {name}", int(row.get(name, 0) * 100), w.back.get(key, 0))
        same(f"{w.name} excess deferral", int(row.get("excess_deferral", 0) * 100), w.excess_deferral)
    return wrong


@pytest.mark.parametrize("first", range(0, PLANS, 50))
def test_random_plans_agree_to_the_cent(first: int) -> None:
    for seed in range(first, min(first + 50, PLANS)):
        assert differences(seed) == []


def disagreements(upto: int = 120) -> int:
    count = 0
    for seed in range(upto):
        try:
            count += bool(differences(seed))
        except (AssertionError, KeyError, ZeroDivisionError, ValueError, IndexError, OverflowError):
            count += 1
        if count:
            return count
    return count


BUGS: dict[str, tuple[Any, str, Any]] = {
    "pay of this year, not last": (testing, "is_highly_compensated", lambda law, last, owns, top: last >= law.hce_pay.amount),
    "pay not limited": (corrections, "countable_pay", lambda law, pay: pay),
    "match forgotten": (testing, "match_in_acp", lambda match, pay, out: type(match)(match.cents * 0)),
    "level without the people": (outcomes, "ratio_levels", lambda g, s, h, step, real=levelling.ratio_levels: real(g, s, type(h)(h.top + 1, h.bottom), step)),
    "no odd cents": (outcomes, "dollar_levels", lambda g, c, t, tie, real=levelling.dollar_levels: (real(g, c, t, tie)[0], real(g, c, t, tie)[1] * 0)),
    "ties by place": (outcomes, "_tie", lambda employees, real=outcomes._tie: -real(employees)),
    "limit of 125% alone": (outcomes, "highest_average", lambda law, others: others * law.test_share),
    "no catch-up kept": (outcomes, "excess_kept_as_catch_up", lambda excess, unused: type(excess)(excess.cents * 0)),
    "no orphans": (outcomes, "orphaned_match", lambda plan, pay, match, *rest: type(match)(match.cents * 0)),
    "all match vested": (outcomes, "vested_match_refunded", lambda match, vested: match),
    "match before after-tax": (outcomes, "refund_from_after_tax", lambda refund, after_tax: type(refund)(refund.cents * 0)),
    "annual additions not corrected": (testing, "_returned", lambda plan, facts, made, stands, length, real=Returned: real(*(type(made.match)(0) for _ in range(5)))),
    "a fifth of the plan's parts": (top_paid, "in_the_fifth", lambda people, year: max(people // 5, 1)),
    "nobody left out of the fifth": (top_paid, "pays_of", lambda batch, rows, mapping, sponsor, real=top_paid.pays_of: real(batch, rows, replace(mapping, columns={n: c for n, c in mapping.columns.items() if n != "not_top_paid"}), sponsor)),
    "the union's match tested": (outcomes, "PARTS", ("", "", "excludable")),
    "this year's others for last year's": (outcomes, "_applicable", lambda sponsor, sums, group, stated, is_acp, real=outcomes._applicable: real(sponsor, {k: v for k, v in sums.items() if k[0] == group}, group, stated, is_acp)),
    "nothing borrowed": (testing, "deferral_borrowed", lambda deferral, pay, share: type(deferral)(0)),
    "a half cent down": (nondiscrimination, "qualified_contribution", lambda pay, share: type(pay)(pay.cents * share.top // share.bottom)),
}  # fmt: skip


@pytest.mark.parametrize("bug", BUGS)
def test_a_planted_bug_is_found(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module, name, wrong = BUGS[bug]
    monkeypatch.setattr(module, name, wrong)
    assert disagreements() > 0
