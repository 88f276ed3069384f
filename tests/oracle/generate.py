"""Random households in the JSON form of contract.md: valid, varied, with weight where the terms change places.

Not generated, because the specification does not say what holds (see the comments READING in oracle.py): after-tax money
already made where the plan is not known to take it; nonelective money at a job that is over; self-employment inside an
employer group; two self-employments of one person; a dollar wish for both deferral and catch-up below what was deferred.

A job may end later in the year than its last pay stub says: give the product and the oracle the same `today`.
"""

from __future__ import annotations

import datetime
import random
from decimal import Decimal
from typing import Any

from tests.oracle.oracle import cents, numbers

YEARS = (2019, 2020, 2021, 2022, 2023, 2024, 2025, 2025, 2026, 2026, 2026, 2026)
PERCENTS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 50, 100, "1.5", "3.25", "4.5", "6.67", "2 1/2", "1/3", "3 1/3")
RATES = (5, 10, 20, 25, 30, 50, 50, 50, 60, 75, 100, 100, 100, 125, 150, 200, 300, 1000, "12.5", "33.33", "66 2/3")
REACHES = (1, 2, 3, 4, 5, 6, 8, 10, 15, 100, "0.5", "1.5", "4.25", "3 1/3")


def chance(rng: random.Random, percent: float) -> bool:
    return rng.random() * 100 < percent


def written(rng: random.Random, amount: int) -> int | str:
    """Cents as dollars: a whole number where it can be, else text."""
    amount = max(0, amount)
    if amount % 100 == 0 and chance(rng, 80):
        return amount // 100
    text = str(Decimal(amount) / 100) if chance(rng, 50) else f"{amount // 100:_}.{amount % 100:02d}"
    return text if "E" not in text else f"{amount // 100}.{amount % 100:02d}"


def any_cents(rng: random.Random, low: int, high: int) -> int:
    """Between two amounts in cents; now round, now odd."""
    amount = rng.randint(low, max(low, high))
    kind = rng.randrange(4)
    if kind == 0:
        amount -= amount % 100_000
    elif kind == 1:
        amount -= amount % 100
    return min(max(amount, low), max(low, high))


def near(rng: random.Random, threshold: int, spread: int = 1) -> int:
    """Exactly at a threshold, or one cent (or a little) to either side."""
    return max(0, threshold + rng.choice((-spread, -1, 0, 0, 1, spread)))


def random_pay(rng: random.Random, law: dict[str, Any]) -> int:
    """A year's pay in cents: from 500 to 1,500,000 dollars, often where a limit bites."""
    kind = rng.randrange(20)
    if kind < 3:
        return any_cents(rng, 50_000, 3_000_000)
    if kind < 5:
        return any_cents(rng, 3_000_000, 9_000_000)
    if kind < 9:
        return any_cents(rng, 9_000_000, 25_000_000)
    if kind < 14:
        return any_cents(rng, 25_000_000, 60_000_000)
    if kind < 16:
        return any_cents(rng, 60_000_000, 150_000_000)
    if kind == 16:
        return near(rng, cents(law["compensation"]), 100)
    if kind == 17:
        return near(rng, cents(law["annual_additions"]), 100)
    if kind == 18:
        return near(rng, cents(law["elective_deferrals"]) + rng.choice((0, 0, cents(law["catch_up"]))), 100)
    return int(50_000 * 3000.0 ** rng.random())


def random_age(rng: random.Random) -> int:
    kind = rng.randrange(10)
    if kind < 3:
        return rng.randint(18, 49)
    if kind < 7:
        return rng.choice((49, 50, 59, 60, 61, 62, 63, 64))
    if kind < 9:
        return rng.randint(50, 66)
    return rng.randint(18, 80)


def random_birthday(rng: random.Random, year: int) -> str:
    born = datetime.date(year - random_age(rng), 1, 1)
    kind = rng.randrange(5)
    if kind == 0:
        return born.isoformat()
    if kind == 1:
        return born.replace(month=12, day=31).isoformat()
    return (born + datetime.timedelta(days=rng.randrange(365))).isoformat()


# ------------------------------------------------------------------------------------------------------------ plans


def random_tiers(rng: random.Random, by_service: bool) -> list[dict[str, Any]]:
    """One to three tiers; only the last may be without a width. By service: a set for the new, a set for the others."""
    if by_service:
        border = rng.choice((1, 2, 3, 5, 10))
        new = [dict(tier, service_below=border) for tier in _narrow_tiers(rng, rng.choice((1, 1, 2)))]
        old = [dict(tier, service_from=border) for tier in _narrow_tiers(rng, rng.choice((1, 1, 2)))]
        middle = rng.randrange(4)
        if middle == 0:  # one tier for a band of years, which others skip
            band: dict[str, Any] = _narrow_tiers(rng, 1)[0]
            band.update(service_from=border, service_below=border + rng.randint(1, 8))
            return [*new, band, *old]
        return [*new, *old]
    tiers = _narrow_tiers(rng, rng.choice((1, 1, 1, 2, 2, 3)))
    if chance(rng, 30):
        tiers[-1] = {"rate_percent": rng.choice(RATES)}
    return tiers


def _narrow_tiers(rng: random.Random, count: int) -> list[dict[str, Any]]:
    tiers = []
    for _ in range(count):
        tier: dict[str, Any] = {"rate_percent": rng.choice(RATES)}
        kind = rng.randrange(10)
        if kind < 7:
            tier["up_to_percent_of_pay"] = rng.choice([reach for reach in REACHES if reach != 100])
        if kind >= 6:
            tier["up_to_dollars"] = written(rng, any_cents(rng, 10_000, 2_500_000))
        tiers.append(tier)
    return tiers


def random_steps(rng: random.Random) -> list[dict[str, Any]]:
    deferring = sorted(rng.sample(range(1, 16), rng.randint(1, 3)))
    return [
        {
            "deferring_percent": needs if chance(rng, 80) else f"{needs}.5",
            "earns_percent_of_pay": rng.choice((1, 2, 3, 4, 6, "4.5")),
        }
        for needs in deferring
    ]


def yes_no(rng: random.Random, yes: float, no: float) -> str | None:
    """yes, no, unknown or (None) left out."""
    roll = rng.random() * 100
    if roll < yes:
        return "yes"
    if roll < yes + no:
        return "no"
    return rng.choice(("unknown", None))


def random_plan(rng: random.Random, self_employed: bool, over: bool) -> dict[str, Any]:
    plan: dict[str, Any] = {}
    roll = rng.randrange(100)
    if roll < 78:
        plan["after_tax_allowed"] = "yes"
    elif roll < 94:
        plan["after_tax_allowed"] = ("no", "frozen", "unknown", "unknown")[roll % 4]
    if chance(rng, 18):
        plan["after_tax_cap_percent"] = rng.choice((*PERCENTS, "none", "unknown"))
    if chance(rng, 12):
        plan["after_tax_cap_dollars"] = rng.choice((written(rng, any_cents(rng, 100_000, 5_000_000)), "none", 10_000))
    if chance(rng, 18):
        plan["hce_after_tax_cap_percent"] = rng.choice((0, 2, 4, 5, 6, 8, 10, "7.5", "none"))
    if chance(rng, 25):
        plan["deferral_cap_percent"] = rng.choice((3, 5, 6, 8, 10, 15, 25, 50, 60, 75, 90, 100, "7.25", "none"))
    if chance(rng, 20):
        plan["combined_cap_percent"] = rng.choice((5, 8, 10, 12, 15, 20, 25, 50, 75, 90, 100, "17.25", "none"))
    for name, yes, no in (
        ("roth_deferrals", 60, 20),
        ("super_catch_up", 60, 15),
        ("match_on_roth", 40, 15),
        ("match_on_catch_up", 30, 40),
        ("match_on_after_tax", 15, 40),
        ("other_wages_in_415_pay", 35, 20),
    ):
        said = yes_no(rng, yes, no)
        if said is not None:
            plan[name] = said
    if chance(rng, 6) and not self_employed:
        plan["limitation_year_months"] = rng.randint(1, 12)

    roll = rng.randrange(100)
    if self_employed:
        roll = 90  # a match for the owner is refused
    if roll < 80:
        plan["match"] = random_tiers(rng, chance(rng, 12))
        if chance(rng, 12):
            plan["match_alternative"] = random_tiers(rng, chance(rng, 10))
        if chance(rng, 10):
            plan["match_steps"] = random_steps(rng)
        if chance(rng, 22):
            limits: dict[str, Any] = {}
            if chance(rng, 60):
                limits["max_dollars"] = written(rng, any_cents(rng, 50_000, 1_500_000))
            if not limits or chance(rng, 30):
                limits["max_percent_of_pay"] = rng.choice((1, 2, 3, 4, 5, 6, "2.75"))
            plan["match_limits"] = limits
    elif roll < 84 and not over:
        plan["match"] = "unknown"
    elif roll < 88:
        plan["match_steps"] = random_steps(rng)
    elif roll < 94:
        plan["match"] = "none"
    if not over:
        likely = (45, 5) if self_employed else (22, 14)
        for name, percent in zip(("nonelective", "profit_sharing"), likely, strict=True):
            if chance(rng, percent):
                money: dict[str, Any] = {}
                if chance(rng, 80):
                    money["percent_of_pay"] = rng.choice((1, 2, 3, 3, 3, 5, 7, 10, 15, 20, 25, "4.25", "3 1/3"))
                if not money or chance(rng, 15):
                    money["dollars"] = written(rng, any_cents(rng, 10_000, 2_000_000))
                plan[name] = money
    return plan


# ------------------------------------------------------------------------------------------------------------- jobs


def random_wishes(rng: random.Random, plan: dict[str, Any], self_employed: bool, law: dict[str, Any]) -> dict[str, Any]:
    wishes: dict[str, Any] = {}
    whole, extra = cents(law["elective_deferrals"]), cents(law["catch_up"])
    roll = rng.randrange(100)
    if roll < 40:
        wishes["deferral"] = "max"
    elif roll < 55:
        wishes["deferral"] = "match"
    elif roll < 70:
        wishes["deferral"] = written(rng, any_cents(rng, 0, whole))
    elif roll < 78:
        wishes["deferral"] = written(rng, near(rng, whole, 100))
    elif roll < 84:
        wishes["deferral"] = written(rng, any_cents(rng, whole, whole * 2))
    if plan.get("roth_deferrals") != "no" and chance(rng, 35):
        wishes["deferral_kind"] = "roth"
    elif chance(rng, 20):
        wishes["deferral_kind"] = "pre-tax"
    roll = rng.randrange(100)
    if roll < 35:
        wishes["catch_up"] = "max"
    elif roll < 45:
        wishes["catch_up"] = "none"
    elif roll < 70:
        wishes["catch_up"] = written(rng, any_cents(rng, 0, extra * 2))
    elif roll < 75:
        wishes["catch_up"] = written(rng, near(rng, extra, 100))
    roll = rng.randrange(100)
    if roll < 45:
        wishes["after_tax"] = "max"
    elif roll < 52:
        wishes["after_tax"] = "none"
    elif roll < 75:
        wishes["after_tax"] = written(rng, any_cents(rng, 0, 5_000_000))
    if self_employed:
        roll = rng.randrange(100)
        if roll < 50:
            wishes["employer"] = "max"
        elif roll < 70:
            wishes["employer"] = written(rng, any_cents(rng, 0, 5_000_000))
        elif roll < 80:
            wishes["employer"] = "none"
    return wishes


def random_job(
    rng: random.Random, number: int, person: str, year: int, age: int, law: dict[str, Any], self_employed: bool
) -> dict[str, Any]:
    job: dict[str, Any] = {"name": f"Job {number}", "person": person}
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    new = chance(rng, 12)
    over = not self_employed and chance(rng, 8)
    start = first
    if new:
        start = rng.choice((first, first + datetime.timedelta(days=rng.randrange(300))))
        job["starts"] = start.isoformat()
    elif chance(rng, 15):
        job["starts"] = datetime.date(year - rng.randint(1, 3), rng.randint(1, 12), rng.choice((1, 15, 28))).isoformat()
    end = start + datetime.timedelta(days=rng.randint(0, (last - start).days))
    if over:
        job["ends"] = end.isoformat()
    elif chance(rng, 6):
        end = rng.choice((last, datetime.date(year + 1, 6, 30), datetime.date(year + 20, 6, 30)))
        job["ends"] = end.isoformat()

    plan = random_plan(rng, self_employed, over)
    job["plan"] = plan
    if self_employed:
        job["self_employed"] = True
        job["profit"] = written(rng, random_pay(rng, law))
        job["owner_percent"] = 100
        if chance(rng, 60):
            job["self_employed_pay"] = rng.choice(("twice", "once"))
    else:
        job["pay"] = written(rng, random_pay(rng, law))
        if chance(rng, 25):
            job["other_wages"] = written(rng, any_cents(rng, 10_000, 30_000_000))
        roll = rng.randrange(100)
        if roll < 30:
            job["owner_percent"] = 0
        elif roll < 40:
            job["owner_percent"] = rng.choice((1, 5, 5, "5.00", "5.01", 6, 25))
        if not new:
            _last_year(rng, job, "last_year_pay", cents(law["hce_threshold"]))
            _last_year(rng, job, "last_year_fica_wages", cents(law.get("roth_catch_up_wages", 145_000)))
        if chance(rng, 8):
            job["forfeitures"] = written(rng, any_cents(rng, 1, 500_000))
    tiers = [tier for name in ("match", "match_alternative") for tier in plan.get(name, []) if isinstance(tier, dict)]
    borders = [tier[name] for tier in tiers for name in ("service_from", "service_below") if name in tier]
    if borders or chance(rng, 10):
        years = rng.choice((0, 1, 2, 5, 10, *[border + step for border in borders for step in (-1, 0, 1)]))
        job["service_years"] = 0 if new else min(max(0, years), max(0, age - 16))
    job["wishes"] = random_wishes(rng, plan, self_employed, law)
    if over:
        job["so_far"] = {"as_of": min(last, end + datetime.timedelta(days=rng.choice((0, 0, 1, 30)))).isoformat()}
    elif not self_employed and chance(rng, 25):
        day = start + datetime.timedelta(days=rng.randint(0, (min(last, end) - start).days))
        if "ends" not in job or day < end:
            job["so_far"] = {"as_of": day.isoformat()}
    return job


def _last_year(rng: random.Random, job: dict[str, Any], name: str, threshold: int) -> None:
    roll = rng.randrange(100)
    if roll < 30:
        job[name] = written(rng, near(rng, threshold))
    elif roll < 48:
        job[name] = written(rng, any_cents(rng, 0, threshold))
    elif roll < 75:
        job[name] = written(rng, any_cents(rng, threshold, threshold * 4))
    elif roll < 80:
        job[name] = "unknown"


def _matched_so_far(rng: random.Random, job: dict[str, Any], deferred: int) -> int:
    """A match that was plausibly paid on what was deferred: not above the first tier's on it, now and then above all."""
    match = job["plan"].get("match")
    if chance(rng, 6):
        return any_cents(rng, 0, 1_500_000)  # a discretionary one
    if not isinstance(match, list) or job["wishes"].get("deferral_kind") == "roth" or "service_years" in job:
        return 0
    first = match[0]
    if " " in str(first["rate_percent"]) or "/" in str(first.get("up_to_percent_of_pay", "")):
        return 0
    pay = min(cents(job["pay"]), 28_000_000)
    most = int(deferred * Decimal(str(first["rate_percent"])) / 100)
    if "up_to_percent_of_pay" in first:
        reach = Decimal(str(first["up_to_percent_of_pay"]))
        most = min(most, int(pay * reach * Decimal(str(first["rate_percent"])) / 10_000))
    if "up_to_dollars" in first:
        most = min(most, int(cents(first["up_to_dollars"]) * Decimal(str(first["rate_percent"])) / 100))
    limits = job["plan"].get("match_limits", {})
    if "max_dollars" in limits:
        most = min(most, cents(limits["max_dollars"]))
    if "max_percent_of_pay" in limits:
        most = min(most, int(pay * Decimal(str(limits["max_percent_of_pay"])) / 100))
    return rng.choice((most, any_cents(rng, 0, most)))


def fill_so_far(rng: random.Random, jobs: list[dict[str, Any]], elsewhere: int, age: int, law: dict[str, Any]) -> None:
    """Year-to-date figures of one person's jobs that agree with each other and with the law."""
    left = max(0, cents(law["elective_deferrals"]) - elsewhere)
    for job in jobs:
        if "so_far" not in job:
            continue
        so_far, wishes, plan = job["so_far"], job["wishes"], job["plan"]
        pay = cents(job["pay"])
        paid = any_cents(rng, 0, pay)
        if "ends" in job and job["ends"] <= so_far["as_of"]:
            paid = pay
        so_far["pay"] = written(rng, paid)
        most = min(left, paid)
        deferred = rng.choice((0, any_cents(rng, 0, most), any_cents(rng, 0, most), most))
        if (  # some of the catch-up is already in
            age >= 50
            and not elsewhere
            and len(jobs) == 1
            and "ends" not in job
            and wishes.get("catch_up", "max") == "max"
            and wishes.get("deferral", "max") == "max"
            and plan.get("roth_deferrals") == "yes"
            and chance(rng, 30)
        ):
            deferred = min(paid, deferred + any_cents(rng, 0, cents(law["catch_up"])))
        left = max(0, left - deferred)
        roth = 0
        if plan.get("roth_deferrals") != "no":
            roth = rng.choice((0, deferred, any_cents(rng, 0, deferred)))
        for name, amount in (("pre_tax", deferred - roth), ("roth", roth)):
            if amount or chance(rng, 40):
                so_far[name] = written(rng, amount)
        if plan.get("after_tax_allowed") == "yes" and chance(rng, 50):
            cap = min(paid - deferred, cents(law["annual_additions"]) - deferred)
            so_far["after_tax"] = written(
                rng, any_cents(rng, 0, max(0, min(cap, rng.choice((500_000, 2_000_000, cap)))))
            )
        match = _matched_so_far(rng, job, deferred)
        if match:
            so_far["match"] = written(rng, match)
        both = [wishes.get(name) for name in ("deferral", "catch_up")]
        if all(wish is not None and wish not in ("max", "match", "none") for wish in both):
            wishes["deferral"] = written(rng, max(cents(wishes["deferral"]), deferred))


# ------------------------------------------------------------------------------------------------------- households


def random_household(rng: random.Random) -> dict[str, Any]:
    """A valid household with inline plans, for a year from 2019 to 2026."""
    year = rng.choice(YEARS)
    law = numbers(year)
    people = ["ana"] if chance(rng, 80) else ["ana", "ben"]
    household: dict[str, Any] = {"format": 1, "year": year}
    if len(people) == 2:
        household["filing"] = rng.choice(("joint", "separate"))
    elif chance(rng, 50):
        household["filing"] = rng.choice(("single", "head"))
    household["people"] = {name: {"born": random_birthday(rng, year)} for name in people}
    household["jobs"] = []
    elsewhere: list[dict[str, Any]] = []
    for name in people:
        age = year - int(household["people"][name]["born"][:4])
        count = rng.choice((1, 1, 1, 1, 1, 1, 1, 2, 2, 3))
        grouped = count > 1 and chance(rng, 45)
        alone = rng.randrange(count) if not grouped and chance(rng, 14) else None
        jobs = []
        for place in range(count):
            number = len(household["jobs"]) + place + 1
            job = random_job(rng, number, name, year, age, law, place == alone)
            if grouped and (place < 2 or chance(rng, 50)):
                job["employer_group"] = "holding"
            elif chance(rng, 5):
                job["employer_group"] = f"group {number}"
            jobs.append(job)
        away = 0
        if chance(rng, 14):
            whole = cents(law["elective_deferrals"])
            away = rng.choice((any_cents(rng, 1, whole), any_cents(rng, 1, whole), near(rng, whole, 100), whole))
            if age >= 50 and chance(rng, 40):
                away = whole + any_cents(rng, 1, cents(law["catch_up"]))
            elif age < 50:
                away = min(away, whole)
            first = away if chance(rng, 75) else any_cents(rng, 0, away)
            for amount in (first, away - first):
                if amount:
                    elsewhere.append({"person": name, "elective_deferrals": written(rng, amount)})
        fill_so_far(rng, jobs, away, age, law)
        household["jobs"] += jobs
    if elsewhere:
        household["elsewhere"] = elsewhere
    return household
