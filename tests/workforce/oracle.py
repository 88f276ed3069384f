"""A second ADP and ACP test, written apart from the product: one person after the other, plain Python and fractions.

Written from the regulations (§1.401(k)-2, §1.401(m)-2), EPCRS and docs/workforce.md, not from the code; it is slow and
literal: the highest ratio comes down to the next, again and again; the largest amounts give one cent after the other.
It knows plans with one match tier on deferrals (a rate on the first share of pay), no match on after-tax or catch-up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

LIMITS = {
    2025: {
        "402g": 2_350_000,
        "catch": 750_000,
        "super": 1_125_000,
        "415": 7_000_000,
        "pay": 35_000_000,
        "hce": 15_500_000,
    },
    2026: {
        "402g": 2_450_000,
        "catch": 800_000,
        "super": 1_125_000,
        "415": 7_200_000,
        "pay": 36_000_000,
        "hce": 16_000_000,
    },
}


@dataclass
class Worker:
    name: str
    age: int
    pay: int
    last: int
    owns: int = 0  # ten-thousandths of a percent
    deferral: int = 0
    after_tax: int = 0
    match: int = 0
    employer: int = 0
    qualified: int = 0
    vested: int = 100
    eligible: bool = True
    union: bool = False
    excludable: bool = False
    not_top: bool = False
    # worked out
    hce: bool = False
    counted_pay: int = 0
    regular: int = 0
    catch_left: int = 0
    excess_deferral: int = 0
    back: dict[str, int] = field(default_factory=dict)


@dataclass
class PlanOfTest:
    rate: Fraction = Fraction(0)
    width: Fraction = Fraction(0)
    left_out: Fraction | None = Fraction(0)  # None: all match stays out
    safe_harbor: bool = False
    borrow: Fraction = Fraction(0)
    match_first: bool = False
    last_acp: Fraction | None = None
    last_adp: Fraction | None = None
    top_paid: bool = False
    excludable: str = "together"


def half_up(x: Fraction) -> int:
    return floor(x + Fraction(1, 2))


def formula(plan: PlanOfTest, pay: int, deferral: int) -> int:
    return min(half_up(deferral * plan.rate), half_up(pay * plan.width * plan.rate))


def hundredths(amount: int, pay: int) -> int:
    return half_up(Fraction(amount * 10_000, pay))


def settle(plan: PlanOfTest, w: Worker, year: int = 2026) -> None:
    """The person's own limits, and the corrections that come before any test."""
    law = LIMITS[year]
    w.counted_pay = min(w.pay, law["pay"])
    most_catch = law["catch"] if w.age >= 50 else 0
    ordinary = min(law["402g"], w.pay)
    catch = max(0, min(w.deferral - ordinary, most_catch))
    w.excess_deferral = max(0, w.deferral - law["402g"] - catch)
    w.regular = w.deferral - catch - w.excess_deferral
    w.catch_left = most_catch - catch
    over = w.regular + w.after_tax + w.match + w.employer - min(law["415"], w.pay)
    if over <= 0:
        return
    turned = min(over, w.catch_left, w.regular)
    over -= turned
    w.back["kept"] = turned
    w.catch_left -= turned
    matched_before = w.regular
    regular = w.regular - turned
    gone = min(over, w.after_tax)
    w.after_tax -= gone
    w.back["after_tax"] = gone
    over -= gone
    needed = 0
    if formula(plan, w.counted_pay, matched_before) > 0:
        needed = next_needed(plan, w.counted_pay, matched_before)
        unmatched = min(matched_before - needed, regular)
    else:
        unmatched = min(matched_before, regular)
    gone = min(over, unmatched)
    over -= gone
    returned, forfeited = gone, 0
    if over > 0:
        best = formula(plan, w.counted_pay, matched_before)
        still = matched_before - gone
        lowest = still - (regular - gone)

        def fits(kept: int) -> bool:
            lost = min(w.match, best - formula(plan, w.counted_pay, kept))
            return (still - kept) + lost >= over

        low, high = lowest, still  # the most that may stay
        if not fits(low):
            kept = low
        else:
            while low < high:
                middle = (low + high + 1) // 2
                low, high = (middle, high) if fits(middle) else (low, middle - 1)
            kept = low
        forfeited = min(w.match, best - formula(plan, w.counted_pay, kept))
        returned += still - kept
        over = max(0, over - (still - kept) - forfeited)
    w.match -= forfeited
    gone = min(over, w.employer)
    over -= gone
    w.back["employer"] = gone
    gone = min(over, w.match)
    w.match -= gone
    w.back["match"] = forfeited + gone
    w.back["deferral"] = returned
    w.back["uncorrected"] = over - gone
    w.regular = regular - returned


def next_needed(plan: PlanOfTest, pay: int, deferral: int) -> int:
    """The smallest deferral that earns what `deferral` earns."""
    full, low, high = formula(plan, pay, deferral), 0, deferral
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if formula(plan, pay, middle) >= full else (middle + 1, high)
    return low


def highest(others: int) -> Fraction:
    return max(Fraction(5, 4) * others, min(Fraction(2) * others, Fraction(others) + 200))


def cut(people: list[tuple[Worker, int, int]], most: Fraction) -> int:
    """First step, person by person: (worker, hundredths, cents); how many dollars (in cents) are too much."""
    ratios = sorted((Fraction(r) for _, r, _ in people), reverse=True)
    target = most * len(people)
    while sum(ratios) > target:
        top = ratios[0]
        count = sum(1 for r in ratios if r == top)
        below = ratios[count] if count < len(ratios) else Fraction(0)
        enough = (sum(ratios) - target) / count
        to = max(below, top - enough)
        ratios[:count] = [to] * count
    level = ratios[0]
    return sum(
        cents - floor(w.counted_pay * level / 10_000)
        for w, r, cents in people
        if r > level and cents > floor(w.counted_pay * level / 10_000)
    )


def level(amounts: dict[str, int], total: int) -> dict[str, int]:
    """Second step: the largest give until `total` is gone; among equals the first by name gives the odd cents."""
    left = dict(amounts)
    while total > 0:
        top = max(left.values())
        those = sorted(name for name, cents in left.items() if cents == top)
        below = max((cents for cents in left.values() if cents < top), default=0)
        step = (top - below) * len(those)
        if step <= total:
            for name in those:
                left[name] = below
            total -= step
        else:
            each, odd = divmod(total, len(those))
            for at, name in enumerate(those):
                left[name] -= each + (at < odd)
            total = 0
    return {name: amounts[name] - left[name] for name in amounts}


def average(ratios: list[int]) -> int:
    return half_up(Fraction(sum(ratios), len(ratios)))


def name_the_highly_compensated(plan: PlanOfTest, workers: list[Worker], year: int) -> None:
    """Paid above the threshold (and, if elected, among the top-paid fifth of those who were there), or an owner."""
    there = sorted((w.last for w in workers if w.last > 0 and not w.not_top), reverse=True)
    edge = there[ceil(Fraction(len(there), 5)) - 1] if plan.top_paid and there else 0
    for w in workers:
        w.hce = (w.last > LIMITS[year]["hce"] and w.last >= edge) or w.owns > 50_000


def parts_of(plan: PlanOfTest, workers: list[Worker]) -> dict[str, list[Worker]]:
    """The groups that are tested apart."""
    found: dict[str, list[Worker]] = {}
    for w in workers:
        part = "union" if w.union else "excludable" if w.excludable and plan.excludable == "apart" else ""
        if w.excludable and plan.excludable == "left-out" and not w.hce:
            continue
        found.setdefault(part, []).append(w)
    return found


def run(plan: PlanOfTest, workers: list[Worker], before: list[Worker] | None = None) -> dict[str, dict[str, object]]:
    """Everything that comes of a plan's year, group by group; `before` are the people of the year before, if known."""
    years = [(workers, 2026)] + ([(before, 2025)] if before else [])
    for people, year in years:
        name_the_highly_compensated(plan, people, year)
        for w in people:
            settle(plan, w, year)
    last = parts_of(plan, before) if before else {}
    return {
        part: run_part(plan, people, part, [w for w in last.get(part, []) if takes_part(w) and not w.hce])
        for part, people in parts_of(plan, workers).items()
        if any(takes_part(w) for w in people)
    }


def takes_part(w: Worker) -> bool:
    return w.eligible and w.counted_pay > 0


def run_part(plan: PlanOfTest, workers: list[Worker], part: str, others_before: list[Worker]) -> dict[str, object]:
    """Both tests of one group; `others_before` gave last year's averages, where there were any."""
    tested = [w for w in workers if takes_part(w)]
    borrowed = {id(w): min(w.regular, floor(w.counted_pay * plan.borrow)) for w in [*tested, *others_before]}
    answer: dict[str, object] = {"refunds": {}, "adp": None, "acp": None}
    refunds: dict[tuple[str, str], dict[str, int]] = {}

    def in_adp(w: Worker) -> int:
        return max(0, w.regular + w.excess_deferral - (0 if w.hce else w.excess_deferral) - borrowed[id(w)])

    adp_fails_borrowing = False
    hces, others = [w for w in tested if w.hce], [w for w in tested if not w.hce]
    if plan.safe_harbor:
        answer["adp"] = "exempt"
    elif not hces:
        answer["adp"] = "passed"
    else:
        verdicts = []
        base: int | None
        for with_borrowed in (False, True):

            def amount(w: Worker, with_borrowed: bool = with_borrowed) -> int:
                return in_adp(w) + (borrowed[id(w)] if with_borrowed else 0)

            high = average([hundredths(amount(w), w.counted_pay) for w in hces])
            if others_before:
                base = average([hundredths(amount(w), w.counted_pay) for w in others_before])
            elif plan.last_adp is not None:
                base = int(plan.last_adp * 10_000)
            elif others:
                base = average([hundredths(amount(w), w.counted_pay) for w in others])
            else:
                base = None
            verdicts.append((high, base, base is None or high <= highest(base)))
        if plan.borrow and not all(ok for _, _, ok in verdicts):
            adp_fails_borrowing = True
            answer["adp"] = "not-known"
        elif verdicts[0][2]:
            answer["adp"] = "passed"
        else:
            answer["adp"] = "failed"
            base = verdicts[0][1]
            assert base is not None
            rows = [(w, hundredths(in_adp(w), w.counted_pay), in_adp(w)) for w in hces]
            total = cut(rows, highest(base))
            answer["adp_excess"] = total
            for name, share in level({w.name: in_adp(w) for w in hces}, total).items():
                if share == 0:
                    continue
                w = next(each for each in hces if each.name == name)
                kept = min(share, w.catch_left)
                back = max(0, share - kept - w.excess_deferral)
                stays = max(0, w.regular - back)
                lost = max(0, formula(plan, w.counted_pay, w.regular) - formula(plan, w.counted_pay, stays))
                lost = min(w.match, lost)
                w.match -= lost
                refunds[name, "ADP"] = {
                    "excess": share,
                    "kept_as_catch_up": kept,
                    "from_deferral": back,
                    "match_forfeited": lost,
                }

    def in_acp(w: Worker) -> int:
        out = w.match if plan.left_out is None else floor(w.counted_pay * plan.left_out)
        return max(0, w.match - out) + w.after_tax + w.qualified + borrowed[id(w)]

    if part == "union":
        answer["acp"] = "exempt"
    elif not hces:
        answer["acp"] = "not-known" if adp_fails_borrowing else "passed"
    else:
        high = average([hundredths(in_acp(w), w.counted_pay) for w in hces])
        if others_before:
            base = average([hundredths(in_acp(w), w.counted_pay) for w in others_before])
        elif plan.last_acp is not None:
            base = int(plan.last_acp * 10_000)
        elif others:
            base = average([hundredths(in_acp(w), w.counted_pay) for w in others])
        else:
            base = None
        answer["acp_averages"] = (high, base)
        if adp_fails_borrowing:
            answer["acp"] = "not-known"
        elif base is None or high <= highest(base):
            answer["acp"] = "passed"
        else:
            answer["acp"] = "failed"
            total = cut([(w, hundredths(in_acp(w), w.counted_pay), in_acp(w)) for w in hces], highest(base))
            answer["acp_excess"] = total
            for name, share in level({w.name: in_acp(w) for w in hces}, total).items():
                if share == 0:
                    continue
                w = next(each for each in hces if each.name == name)
                if plan.match_first:
                    of_match = min(share, w.match)
                    of_after_tax = share - of_match
                else:
                    of_after_tax = min(share, w.after_tax)
                    of_match = share - of_after_tax
                paid = half_up(Fraction(of_match * w.vested, 100))
                refunds[name, "ACP"] = {
                    "excess": share, "from_after_tax": of_after_tax, "from_match": of_match, "match_paid": paid,
                    "match_forfeited": of_match - paid,
                }  # fmt: skip
            if plan.last_acp is None and base is not None:
                answer["acp_qualified"] = qualified(base, high, [w.counted_pay for w in others])
    answer["refunds"] = refunds
    return answer


def qualified(base: int, high: int, pays: list[int]) -> tuple[int, int]:
    """The least whole hundredths for all the others with which the test is passed, and what they cost."""
    more = 0
    while high > highest(base + more):
        more += 1
    return more, sum(ceil(Fraction(pay * more, 10_000)) for pay in pays)
