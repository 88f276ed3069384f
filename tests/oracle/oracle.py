"""The room of a household worked out a second time, from docs/how-room-is-computed.md and the file format alone.

Plain ifs and loops over whole cents; where the page says "the largest amount that fits", amounts are tried. Nothing here
comes from src. Where the page leaves a choice, the comment starts with READING.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

NUMBERS = Path(__file__).parents[1] / "law" / "second_entry.toml"
ENDLESS = 10**15


# ---------------------------------------------------------------------------------------------------------- numbers


@cache
def _second_entry() -> dict[str, Any]:
    return tomllib.loads(NUMBERS.read_text(encoding="utf-8"))


def numbers(year: int) -> dict[str, Any]:
    """The row of one year, what the statute fixes, and `hce_threshold`: the row `hce_pay` of the year before."""
    book = _second_entry()
    row = dict(book["statutory"])
    row.update(book[str(year)])
    row["hce_threshold"] = book[str(year - 1)]["hce_pay"]
    return row


@cache
def _cents_of_text(text: str) -> int:
    value = Decimal(text.replace("_", "")) * 100
    if value != int(value):
        raise ValueError(f"{text} has more than two decimals")
    return int(value)


def cents(written: object) -> int:
    """Dollars as written (23500, "23_500.00", 23500.5) in whole cents."""
    if isinstance(written, int):
        return written * 100
    return _cents_of_text(str(written))


@cache
def _part_of_text(text: str) -> tuple[int, int]:
    value = sum((Fraction(piece) for piece in text.split()), Fraction(0)) / 100
    return value.numerator, value.denominator


def part(written: object) -> tuple[int, int]:
    """A number of percent as written (4.5, "4.5", "66 2/3") as top and bottom of a fraction of one."""
    return _part_of_text(str(written))


def half_up(top: int, bottom: int) -> int:
    return (2 * top + bottom) // (2 * bottom)


def share_half_up(amount: int, share: tuple[int, int]) -> int:
    return half_up(amount * share[0], share[1])


def share_dropped(amount: int, share: tuple[int, int]) -> int:
    return amount * share[0] // share[1]


def largest(most: int, fits: Callable[[int], bool]) -> int:
    """The largest whole-cent amount from 0 to `most` that fits; 0 if none does. Once too large is always too large."""
    if fits(most):
        return most
    low, high = 0, most  # high does not fit
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low


def smallest(most: int, enough: Callable[[int], bool]) -> int:
    """The smallest whole-cent amount from 0 to `most` that is enough, when `most` is."""
    if enough(0):
        return 0
    low, high = 0, most  # low is not enough, high is
    while high - low > 1:
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle
    return high


# ------------------------------------------------------------------------------------------------------------- jobs


@dataclass
class Tier:
    """One tier that fits the years of service, with its widths and tops already in cents."""

    rate: tuple[int, int]
    most: int  # the most that it can pay
    width: int  # what it takes away from the next tier


@dataclass
class Job:
    """One job while its answer is being worked out; amounts in cents."""

    name: str
    person: str
    group: tuple[str, str]
    plan: dict[str, Any]
    self_employed: bool
    once: bool
    pay: int
    other_wages: int
    forfeitures: int
    over: bool
    roth: bool
    wish_deferral: int | str
    wish_catch_up: int | str
    wish_after_tax: int | str
    wish_employer: int | str
    made_deferral: int
    made_after_tax: int
    made_match: int
    takes_after_tax: str
    last_pay: int | None = None
    owner: bool = False
    new: bool = False
    own_rate: Fraction = Fraction(0)
    own_dollars: int = 0
    own_contribution: int = 0
    is_hce: bool | None = None
    must_be_roth: bool = False
    catch_up_limit: int = 0
    countable: int = 0
    dollar_limit: int = 0
    own_deferral_limit: int = 0  # plan cap and pay, not what is shared with other jobs
    match_unknown: bool = False
    group_unknown: bool = False
    tiers: list[Tier] = field(default_factory=list)
    other_tiers: list[Tier] = field(default_factory=list)
    steps: list[tuple[int, int]] = field(default_factory=list)
    most_match: int = ENDLESS
    needed: int = 0  # for the full match
    deferral: int = 0
    catch_up: int = 0
    catch_up_most: int = 0  # but for the pay that is left
    catch_up_elsewhere: int = 0
    match: int = 0
    nonelective: int = 0
    limit: int = 0
    room: int | None = 0
    absolute: int | None = 0
    planned: int = 0


def _cap(plan: dict[str, Any], name: str) -> Any:
    written = plan.get(name)
    return None if written in (None, "none", "unknown") else written


def _tiers(written: list[dict[str, Any]], service: int, countable: int) -> list[Tier]:
    tiers = []
    for tier in written:
        if service < tier.get("service_from", 0):
            continue
        if tier.get("service_below") is not None and service >= tier["service_below"]:
            continue
        rate = part(tier["rate_percent"])
        most = width = ENDLESS
        if tier.get("up_to_percent_of_pay") is not None:
            reach = part(tier["up_to_percent_of_pay"])
            most = half_up(rate[0] * reach[0] * countable, rate[1] * reach[1])
            width = share_half_up(countable, reach)
        if tier.get("up_to_dollars") is not None:
            dollars = cents(tier["up_to_dollars"])
            most = min(most, share_half_up(dollars, rate))
            width = min(width, dollars)
        tiers.append(Tier(rate, most, width))
    return tiers


def _pay_of_tiers(tiers: list[Tier], matched: int) -> int:
    paid = 0
    for tier in tiers:
        if matched <= 0:
            break
        paid += min(share_half_up(matched, tier.rate), tier.most)
        matched -= tier.width
    return paid


def _formula(job: Job, matched: int) -> int:
    best = _pay_of_tiers(job.tiers, matched)
    if job.other_tiers:
        best = max(best, _pay_of_tiers(job.other_tiers, matched))
    for needs, earns in job.steps:
        if matched >= needs:
            best = max(best, earns)
    return min(best, job.most_match)


def _matched(job: Job, deferral: int, catch_up: int, after_tax: int) -> int:
    amount = 0
    if not (job.roth and job.plan.get("match_on_roth") == "no"):
        amount += deferral
    roth_catch_up = job.roth or job.must_be_roth
    if job.plan.get("match_on_catch_up") != "no" and not (roth_catch_up and job.plan.get("match_on_roth") == "no"):
        amount += catch_up
    if job.plan.get("match_on_after_tax") == "yes":
        amount += after_tax
    return amount


def _match(job: Job, deferral: int, catch_up: int, after_tax: int) -> int:
    if job.over or job.match_unknown:
        return job.made_match
    return max(job.made_match, _formula(job, _matched(job, deferral, catch_up, after_tax)))


def _deferral_for_full_match(job: Job, whole: int) -> int:
    # What the formula earns counts, not what was already paid; no catch-up, no after-tax beside it.
    if job.match_unknown:
        return 0
    full = _formula(job, _matched(job, whole, 0, 0))
    return smallest(whole, lambda amount: _formula(job, _matched(job, amount, 0, 0)) >= full)


def _wish(written: object) -> int | str:
    if isinstance(written, str) and written in ("max", "match", "none"):
        return written
    return cents(written)


def _in_year(day: object, year: int) -> bool:
    return day is not None and str(day)[:4] == str(year)


def _read(
    raw: dict[str, Any], year: int, born: object, law: dict[str, Any], earned: int | None, today: datetime.date | None
) -> Job:
    plan = raw["plan"]
    wishes = raw.get("wishes", {})
    made = raw.get("so_far") or {}
    group = raw.get("employer_group", "")
    ends = raw.get("ends")
    last_days = [str(day) for day in (made.get("as_of"), today) if day is not None]
    job = Job(
        name=raw["name"],
        person=raw["person"],
        group=(raw["person"], "group " + group if group else "alone " + raw["name"]),
        plan=plan,
        self_employed=bool(raw.get("self_employed", False)),
        once=raw.get("self_employed_pay", "twice") == "once",
        pay=cents(raw["pay"]) if earned is None else earned,
        other_wages=cents(raw.get("other_wages", 0)),
        forfeitures=cents(raw.get("forfeitures", 0)),
        over=bool(made) and ends is not None and any(str(ends) <= day for day in last_days),
        roth=wishes.get("deferral_kind", "pre-tax") == "roth",
        wish_deferral=_wish(wishes.get("deferral", "max")),
        wish_catch_up=_wish(wishes.get("catch_up", "max")),
        wish_after_tax=_wish(wishes.get("after_tax", "max")),
        wish_employer=_wish(wishes.get("employer", "none")),
        made_deferral=cents(made.get("pre_tax", 0)) + cents(made.get("roth", 0)),
        made_after_tax=cents(made.get("after_tax", 0)),
        made_match=cents(made.get("match", 0)),
        takes_after_tax=plan.get("after_tax_allowed", "unknown"),
    )
    new = _in_year(raw.get("starts"), year)

    # Rule 11: highly compensated, settled for the group later. READING: an ownership not stated is none.
    owner = part(raw.get("owner_percent") or 0)
    job.owner = owner[0] * 100 > 5 * owner[1]
    job.new = new
    last_pay = raw.get("last_year_pay")
    job.last_pay = 0 if new else None if last_pay in (None, "unknown") else cents(last_pay)

    # Rule 5. READING: below 50 there is no catch-up, so none that must be Roth (the example in contract.md says so).
    age = year - int(str(born)[:4])
    if age >= 50:
        fica = raw.get("last_year_fica_wages")
        if year >= 2026 and not new and not job.self_employed:
            job.must_be_roth = fica in (None, "unknown") or cents(fica) > cents(law["roth_catch_up_wages"])
        job.catch_up_limit = cents(law["catch_up"])
        if age in (60, 61, 62, 63) and plan.get("super_catch_up") == "yes":
            job.catch_up_limit = cents(law["catch_up_60_to_63"])
        if job.must_be_roth and plan.get("roth_deferrals") == "no":
            job.catch_up_limit = 0

    # Rules 1, 2 (the dollar half), 3 (what the job alone allows).
    job.countable = min(job.pay, cents(law["compensation"]))
    job.dollar_limit = cents(law["annual_additions"]) * plan.get("limitation_year_months", 12) // 12
    job.own_deferral_limit = job.pay
    cap = _cap(plan, "deferral_cap_percent")
    if cap is not None:
        limit = max(share_dropped(job.countable, part(cap)), job.made_deferral)
        job.own_deferral_limit = min(job.own_deferral_limit, limit)

    # Rule 7: the formula. READING: a match left out is no match; only one stated as "unknown" makes the room not known.
    written = plan.get("match")
    job.match_unknown = written == "unknown"
    service = raw.get("service_years") or 0
    if isinstance(written, list):
        job.tiers = _tiers(written, service, job.countable)
    job.other_tiers = _tiers(plan.get("match_alternative") or [], service, job.countable)
    for step in plan.get("match_steps") or []:
        needs = share_half_up(job.countable, part(step["deferring_percent"]))
        job.steps.append((needs, share_half_up(job.countable, part(step["earns_percent_of_pay"]))))
    limits = plan.get("match_limits") or {}
    if limits.get("max_dollars") is not None:
        job.most_match = min(job.most_match, cents(limits["max_dollars"]))
    if limits.get("max_percent_of_pay") is not None:
        job.most_match = min(job.most_match, share_half_up(job.countable, part(limits["max_percent_of_pay"])))

    # Rule 8. READING: each percentage is rounded by itself.
    for name in ("nonelective", "profit_sharing"):
        money = plan.get(name) or {}
        if job.self_employed:
            job.own_dollars += cents(money.get("dollars") or 0)
            job.own_rate += Fraction(*part(money.get("percent_of_pay") or 0))
            continue
        job.nonelective += cents(money.get("dollars") or 0)
        if money.get("percent_of_pay") is not None:
            job.nonelective += share_half_up(job.countable, part(money["percent_of_pay"]))
    return job


def earned_income(profit: int, wages: int, law: dict[str, Any]) -> int:
    """Profit less half the self-employment tax. READING: wages at other jobs are `pay` plus `other_wages`."""
    net = share_half_up(profit, part(law["self_employment_factor"]))
    if net < cents(law["self_employment_floor"]):
        return profit
    base_left = max(0, cents(law["social_security_wage_base"]) - wages)
    tax = share_half_up(min(net, base_left), part(law["oasdi_self_employed_rate"]))
    tax += share_half_up(net, part(law["medicare_self_employed_rate"]))
    return profit - share_half_up(tax, part(law["half_of_self_employment_tax"]))


def own_contribution(job: Job, law: dict[str, Any]) -> int:
    """What a self-employed person's business puts in beside the deferral `job.deferral`."""
    earned, whole, rate = job.pay, cents(law["compensation"]), job.own_rate

    def formula(dollars: int) -> int:
        return dollars + min(int(max(0, earned - dollars) * rate / (1 + rate)), int(whole * rate))

    def under_415(deferral: int) -> int:
        left = max(0, earned - deferral)
        return min(max(0, job.dollar_limit - deferral), left if job.once else left // 2)

    by_plan = min(formula(job.own_dollars), under_415(0))
    if job.wish_employer == "none":
        return by_plan
    wished = formula(job.own_dollars + (ENDLESS if job.wish_employer == "max" else int(job.wish_employer)))
    return max(by_plan, min(wished, earned * 20 // 100, whole * 25 // 100, under_415(job.deferral)))


# ------------------------------------------------------------------------------------- deferrals of one person (3-6)


def _deferral_wish(job: Job) -> int:
    """In cents; what `match` wants is known only at the job's turn."""
    if job.wish_deferral == "max":
        return ENDLESS
    if job.wish_deferral == "match":
        return max(job.needed, job.made_deferral)
    assert isinstance(job.wish_deferral, int)
    wish = job.wish_deferral
    if isinstance(job.wish_catch_up, int):
        # Rule 6, the last sentence. READING: at every age; and it is the sum that is not less than what was deferred.
        wish += job.wish_catch_up
    return max(wish, job.made_deferral)


def share_deferrals(jobs: list[Job], elsewhere: int, law: dict[str, Any]) -> None:
    """Deferral and catch-up of every job of one person (before rule 9)."""
    whole = cents(law["elective_deferrals"])
    person = max(0, whole - elsewhere)
    left = person
    for job in jobs:  # what was already deferred
        job.deferral = min(job.made_deferral, job.own_deferral_limit, left)
        left = max(0, left - job.deferral)
    active = [job for job in jobs if not job.over]
    for job in active:  # what the full match needs
        # READING: the match that counts as full is the one of all that this job could still have at its turn.
        reachable = min(job.own_deferral_limit, job.deferral + left)
        job.needed = _deferral_for_full_match(job, reachable)
        more = max(0, min(job.needed, _deferral_wish(job), reachable) - job.deferral)
        job.deferral += more
        left -= more
    for job in active:  # what is still wished
        more = max(0, min(_deferral_wish(job), job.own_deferral_limit, job.deferral + left) - job.deferral)
        job.deferral += more
        left -= more

    for job in jobs:
        if job.self_employed:
            job.own_contribution = job.nonelective = own_contribution(job, law)

    away = max(0, elsewhere - whole)
    limits = {}
    for job in jobs:
        others = sum(other.deferral for other in jobs if other is not job)
        limits[job.name] = min(job.own_deferral_limit, max(0, person - others))

    def settle(job: Job, amount: int) -> None:
        used = away + sum(other.catch_up for other in jobs if other is not job)
        job.catch_up_most = max(0, min(amount, job.catch_up_limit - used))
        shared = job.deferral
        _cut(job, shared, 0)  # alone
        job.deferral = shared  # the group cuts it later

    _limits(jobs, law)
    for job in jobs:  # deferred beyond the deferral limit already
        settle(job, max(0, job.made_deferral - limits[job.name]))
    for job in active:
        limit, wish = limits[job.name], _deferral_wish(job)
        beyond = max(0, job.made_deferral - limit)
        if wish < limit or job.wish_catch_up == "none":
            continue
        amount = ENDLESS
        if isinstance(job.wish_catch_up, int):
            amount = job.wish_catch_up
            if isinstance(job.wish_deferral, int):
                amount = min(amount, wish - limit)  # the deferral limit was filled first
        settle(job, max(amount, beyond))
    for job in jobs:
        job.catch_up_elsewhere = away + sum(other.catch_up for other in jobs if other is not job)
        job.catch_up_most = job.catch_up


# ------------------------------------------------------------------------------ one group of jobs (2, 9-14)


def _base(job: Job) -> int:
    return job.deferral + job.match + job.nonelective + job.forfeitures


def _cut(job: Job, wished: int, others: int) -> None:
    """Rule 9: the deferral that fits beside `others`, and the match it earns."""
    free = job.limit - job.nonelective - job.forfeitures - job.made_after_tax - others

    def catch_up(deferral: int) -> int:
        return max(0, min(job.catch_up_most, job.pay - job.own_contribution - deferral))

    def fits(amount: int) -> bool:
        return amount <= job.made_deferral or amount + _match(job, amount, catch_up(amount), 0) <= free

    job.deferral = largest(wished, fits)
    job.catch_up = catch_up(job.deferral)
    job.match = _match(job, job.deferral, job.catch_up, job.made_after_tax)


def _limits(jobs: list[Job], law: dict[str, Any]) -> None:
    """Rule 2, and who is highly compensated, for all the groups of one person."""
    groups: dict[tuple[str, str], list[Job]] = {}
    for job in jobs:
        groups.setdefault(job.group, []).append(job)
    for members in groups.values():
        group_pay = 0
        last_pays = [job.last_pay for job in members]
        known_last_pay = sum(pay for pay in last_pays if pay is not None)
        for job in members:
            pay = job.pay
            if job.plan.get("other_wages_in_415_pay") == "yes":
                pay += job.other_wages
            if job.self_employed and not job.once:
                pay = max(0, pay - job.own_contribution)
            group_pay += pay
            if job.owner or known_last_pay > cents(law["hce_threshold"]):
                job.is_hce = True
            else:
                job.is_hce = None if None in last_pays else False
        shortest = min(job.dollar_limit for job in members)
        for job in members:
            job.limit = min(shortest, group_pay)
            job.group_unknown = any(other.match_unknown and not other.over for other in members)


def fill_group(jobs: list[Job]) -> None:
    """Rules 9 to 13 for the jobs that share one annual additions limit."""
    wishes = {job.name: job.deferral for job in jobs}
    for job in jobs:  # alone
        _cut(job, wishes[job.name], 0)
    for job in jobs:  # the earlier at what fitted, the later at what they would have alone
        others = sum(_base(other) + other.made_after_tax for other in jobs if other is not job)
        if len(jobs) > 1:
            _cut(job, wishes[job.name], others)

    for place, job in enumerate(jobs):
        others = sum(_base(other) for other in jobs if other is not job) + sum(done.planned for done in jobs[:place])
        others += sum(later.made_after_tax for later in jobs[place + 1 :])
        _cut(job, wishes[job.name], others)
        unused = max(0, job.catch_up_limit - job.catch_up_elsewhere - job.catch_up)
        job.room = _room(job, job.deferral, others)
        job.absolute = _room(job, max(0, job.deferral - unused), others)
        wish = job.room if job.wish_after_tax == "max" else 0 if job.wish_after_tax == "none" else job.wish_after_tax
        if job.takes_after_tax != "yes" or job.room is None or wish is None:
            job.planned = job.made_after_tax
        else:
            assert isinstance(wish, int)
            job.planned = max(min(wish, job.room), job.made_after_tax)
        job.match = _match(job, job.deferral, job.catch_up, job.planned)


def _room(job: Job, counted_deferral: int, others: int) -> int | None:
    """Rules 10 to 12: `counted_deferral` is the part of the deferral that counts against the limit."""
    if job.takes_after_tax in ("no", "frozen"):
        return 0
    if job.group_unknown:
        return None
    free = job.limit - counted_deferral - job.nonelective - job.forfeitures - others
    room = largest(max(0, free), lambda amount: amount + _match(job, job.deferral, job.catch_up, amount) <= free)
    cap = _cap(job.plan, "after_tax_cap_percent")
    if cap is not None:
        room = min(room, share_dropped(job.countable, part(cap)))
    cap = _cap(job.plan, "after_tax_cap_dollars")
    if cap is not None:
        room = min(room, cents(cap))
    cap = _cap(job.plan, "hce_after_tax_cap_percent")
    if cap is not None and job.is_hce is not False:
        room = min(room, share_dropped(job.countable, part(cap)))
    cap = _cap(job.plan, "combined_cap_percent")
    if cap is not None:
        room = min(room, share_dropped(job.countable, part(cap)) - job.deferral)
    room = min(room, job.pay - job.own_contribution - job.deferral - job.catch_up)
    if job.over:
        room = min(room, job.made_after_tax)
    return max(0, room)


# ---------------------------------------------------------------------------------------------------------- answer


def answer(
    household: dict[str, Any], year_numbers: dict[str, Any], today: datetime.date | None = None
) -> list[dict[str, Any]]:
    """For every job in the order of the file, what `room` says, in cents. Without `today` only so_far.as_of ends a job."""
    law = year_numbers
    year = household["year"]
    jobs = []
    for raw in household["jobs"]:
        earned = None
        if raw.get("self_employed", False):
            wages = 0
            for other in household["jobs"]:
                if other["person"] == raw["person"] and not other.get("self_employed", False):
                    wages += cents(other["pay"]) + cents(other.get("other_wages", 0))
            earned = earned_income(cents(raw.get("profit", 0)), wages, law)
        jobs.append(_read(raw, year, household["people"][raw["person"]]["born"], law, earned, today))

    for person in household["people"]:
        elsewhere = 0
        for entry in household.get("elsewhere", []):
            if entry["person"] == person:
                elsewhere += cents(entry["elective_deferrals"])
        share_deferrals([job for job in jobs if job.person == person], elsewhere, law)
    groups: dict[tuple[str, str], list[Job]] = {}
    for job in jobs:
        groups.setdefault(job.group, []).append(job)
    for members in groups.values():
        fill_group(members)

    answers = []
    for job in jobs:
        total = job.deferral + job.catch_up + job.match + job.nonelective + job.forfeitures + job.planned
        match_unknown = not job.over and (
            job.match_unknown or (job.room is None and job.plan.get("match_on_after_tax") == "yes")
        )
        answers.append(
            {
                "name": job.name,
                "is_hce": job.is_hce,
                "annual_additions_limit": job.limit,
                "elective_deferral": job.deferral,
                "catch_up_limit": job.catch_up_limit,
                "catch_up": job.catch_up,
                "catch_up_must_be_roth": job.must_be_roth,
                "match": None if match_unknown else job.match,
                "nonelective": job.nonelective,
                "after_tax_room": job.room,
                "after_tax_room_absolute": job.absolute,
                "after_tax_planned": None if job.room is None else job.planned,
                "total": None if job.room is None or match_unknown else total,
            }
        )
    return answers
