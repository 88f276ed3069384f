"""The ADP and ACP tests of many plans: what every row brings into them, and the sums that decide.

Two passes, the same on one machine and on many: rows give sums for each group (`partial_sums`), and the highly
compensated are kept (`entering`); then each group is decided and levelled (`outcomes.py`). Ratios and limits are the law's.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from megaroth.kit.column import groups_of
from megaroth.kit.money import Money
from megaroth.kit.words import choose
from megaroth.kit.worksheet import over_columns
from megaroth.law.book import Law, law_for
from megaroth.law.s401a17_pay import countable_pay
from megaroth.law.s401k_adp import deferral_in_adp
from megaroth.law.s401m_acp import contributions_in_acp, deferral_borrowed, match_in_acp, tested_ratio
from megaroth.law.s414q_hce import is_highly_compensated
from megaroth.workforce.cells import Column, Flags
from megaroth.workforce.checks import Clean
from megaroth.workforce.corrections import Made, Returned, judged, returned_for_additions
from megaroth.workforce.facts import facts_of_rows
from megaroth.workforce.fields import ALL
from megaroth.workforce.settings import Sponsor, Terms

PARTS = ("", "union", "excludable")
"""Groups of one plan that are tested apart."""
PART_COUNT, YEAR_0 = 4, 2000


@dataclass(frozen=True, slots=True)
class Tested:
    """What rows bring into the tests, in whole cents and steps of a hundredth of a percent; one entry a row.

    `group` is plan, year and part in one number (`group_number`). `deferral` is what the ADP test counts.
    """

    row: Column
    employee: Any
    group: Column
    is_hce: Flags
    pay: Column
    deferral: Column
    borrowed: Column
    match: Column
    after_tax: Column
    qualified: Column
    adp_steps: Column
    adp_steps_all: Column
    """With what was borrowed for the ACP test: the ADP test has to be passed with and without it."""
    acp_steps: Column
    catch_up_unused: Column
    excess_deferral: Column
    matched: Column
    service: Column
    vested: Column
    income: Column
    balance: Column
    earns_known: Flags


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the limits send back before any test: one entry a row that has something."""

    row: Column
    employee: Any
    group: Column
    excess_deferral: Column
    excess_additions: Column
    kept_as_catch_up: Column
    after_tax_returned: Column
    deferral_returned: Column
    match_forfeited: Column
    employer_forfeited: Column
    uncorrected: Column


def group_number(plan: Any, year: Any, part: Any) -> Any:
    """Plan, year and part as one number."""
    return (plan * 256 + (year - YEAR_0)) * PART_COUNT + part


def group_parts(number: int) -> tuple[int, int, int]:
    """Plan, year and part of a group's number."""
    rest, part = divmod(number, PART_COUNT)
    plan, year = divmod(rest, 256)
    return plan, year + YEAR_0, part


def entering(clean: Clean, sponsor: Sponsor) -> tuple[Tested, Corrections]:
    """What the rows bring into the tests; who is not eligible is not in them."""
    found, corrected = [], []
    number = group_number(clean.plan, clean.year, 0)
    if len(clean) and (number == number[0]).all():
        return _of_one_plan(
            law_for_year(sponsor, int(clean.year[0])), sponsor.plans[int(clean.plan[0])], clean, sponsor
        )
    for _, places in groups_of(np.unique(number, return_inverse=True)[1]):
        few = rows_of(clean, places)
        terms, law = sponsor.plans[int(few.plan[0])], law_for_year(sponsor, int(few.year[0]))
        both = _of_one_plan(law, terms, few, sponsor)
        found.append(both[0])
        corrected.append(both[1])
    return joined(Tested, found), joined(Corrections, corrected)


def law_for_year(sponsor: Sponsor, year: int) -> Law:
    """The law of a row's year."""
    return sponsor.law if year == sponsor.year else law_for(year)


def rows_of(clean: Clean, places: Any) -> Clean:
    """Some of the rows."""
    if len(places) == len(clean.rows):
        return clean
    import pyarrow as pa

    return Clean(
        clean.rows[places],
        clean.employee.take(pa.array(places)),
        clean.plan[places],
        clean.year[places],
        {name: column[places] for name, column in clean.values.items()},
        {name: None if flags is None else flags[places] for name, flags in clean.known.items()},
    )


def _of_one_plan(law: Law, terms: Terms, clean: Clean, sponsor: Sponsor) -> tuple[Tested, Corrections]:
    plan, length = terms.finished.plan, len(clean)
    facts = facts_of_rows(law, terms, clean, None)
    made = Made(facts.deferral_made, clean.money("after_tax"), clean.money("match"), clean.money("employer_money"))
    stands = over_columns(judged, law, plan, facts, made)
    back = _returned(plan, facts, made, stands, length)
    deferral = (
        column_of(stands.regular, length)
        - column_of(back.deferral, length)
        - column_of(stands.kept_as_catch_up, length)
    )
    after_tax = column_of(made.after_tax, length) - column_of(back.after_tax, length)
    match = column_of(made.match, length) - column_of(back.match_forfeited, length)
    stands = replace(stands, pay=_tested_pay(law, clean, stands.pay, sponsor))
    pay = column_of(stands.pay, length)
    hce = is_highly_compensated(law, facts.last_year_pay, facts.owns, facts.in_top_paid_group)
    is_hce = np.broadcast_to(hce, length)
    whole_deferral = Money(deferral)
    borrowed = deferral_borrowed(whole_deferral, stands.pay, terms.borrowed)
    excess = stands.excess_deferral
    in_adp = deferral_in_adp(whole_deferral + excess, excess, borrowed, is_hce)
    tested_match = match_in_acp(Money(match), stands.pay, terms.left_out)
    in_acp = contributions_in_acp(tested_match, Money(after_tax), clean.money("qualified"), borrowed)
    step = law.test_precision
    adp = np.asarray(over_columns(tested_ratio, law, in_adp, stands.pay).top) // step.top
    borrows = terms.borrowed.top > 0
    adp_all = np.asarray(tested_ratio(law, in_adp + borrowed, stands.pay).top) // step.top if borrows else adp
    acp = np.asarray(over_columns(tested_ratio, law, in_acp, stands.pay).top) // step.top
    counts = np.broadcast_to(clean.says("eligible", True), length) & (pay > 0)
    union, excludable = clean.says("union"), clean.says("excludable")
    part = np.where(union, 1, 0) + np.zeros(length, np.int64)
    if terms.test.excludable == "apart":
        part = np.where((part == 0) & excludable, 2, part)
    elif terms.test.excludable == "left-out":
        counts = counts & ~(np.broadcast_to(excludable, length) & ~is_hce)
    matched = np.array(deferral)
    if plan.match_on_catch_up:
        matched += column_of(stands.catch_up, length) + column_of(stands.kept_as_catch_up, length)
    if plan.match_on_after_tax:
        matched += after_tax
    group = group_number(clean.plan, clean.year, part)
    keep = np.flatnonzero(counts)
    rows = Tested(
        row=clean.rows,
        employee=clean.employee,
        group=group,
        is_hce=is_hce,
        pay=pay,
        deferral=column_of(in_adp, length),
        borrowed=column_of(borrowed, length),
        match=match,
        after_tax=after_tax,
        qualified=column_of(clean.money("qualified"), length),
        adp_steps=np.broadcast_to(adp, length),
        adp_steps_all=np.broadcast_to(adp_all, length),
        acp_steps=np.broadcast_to(acp, length),
        catch_up_unused=column_of(stands.catch_up_unused, length) - column_of(stands.kept_as_catch_up, length),
        excess_deferral=column_of(excess, length),
        matched=matched,
        service=np.broadcast_to(facts.service, length),
        vested=np.broadcast_to(clean.rate("vested_percent", ALL).top, length),
        income=column_of(clean.money("income"), length),
        balance=column_of(clean.money("balance"), length),
        earns_known=clean.is_known("income") & clean.is_known("balance"),
    )
    some = Corrections(
        row=clean.rows,
        employee=clean.employee,
        group=group,
        excess_deferral=column_of(excess, length),
        excess_additions=column_of(stands.excess_additions, length),
        kept_as_catch_up=column_of(stands.kept_as_catch_up, length),
        after_tax_returned=column_of(back.after_tax, length),
        deferral_returned=column_of(back.deferral, length),
        match_forfeited=column_of(back.match_forfeited, length),
        employer_forfeited=column_of(back.employer_forfeited, length),
        uncorrected=column_of(back.uncorrected, length),
    )
    wrong = np.flatnonzero((some.excess_deferral > 0) | (some.excess_additions > 0) | (some.kept_as_catch_up > 0))
    return taken(rows, keep), taken(some, wrong)


def _tested_pay(law: Law, clean: Clean, pay: Money, sponsor: Sponsor) -> Money:
    """Pay of the year; within it, of a census that says so, pay so far: the contributions are so far, too."""
    year_ends = datetime.date(sponsor.year, 12, 31)
    if sponsor.as_of is None or sponsor.as_of >= year_ends or "pay_so_far" not in clean.values:
        return pay
    so_far = countable_pay(law, Money(clean.values["pay_so_far"]))
    now = clean.is_known("pay_so_far") & (clean.year == sponsor.year)
    return choose(now, so_far, pay)


def _returned(plan: Any, facts: Any, made: Made, stands: Any, length: int) -> Returned:
    """The correction of annual additions, asked only of the rows that have an excess."""
    from megaroth.kit.column import take

    excess = column_of(stands.excess_additions, length)
    places = np.flatnonzero(excess)
    nothing = Returned(*(Money(0) for _ in fields(Returned)))
    if not places.size:
        return nothing
    few = returned_for_additions(
        plan, take(facts, places, length), take(made, places, length), take(stands, places, length)
    )
    spread = []
    for field in fields(Returned):
        cents = np.zeros(length, np.int64)
        cents[places] = getattr(few, field.name).cents
        spread.append(Money(cents))
    return Returned(*spread)


def column_of(amount: Money, length: int) -> Column:
    """Cents as a column, where they may be one amount for all."""
    return np.broadcast_to(np.asarray(amount.cents, np.int64), length)


def taken(rows: Any, places: Any) -> Any:
    """Some of the rows of a structure of columns."""
    import pyarrow as pa

    kind = type(rows)
    length = len(rows.row)
    if len(places) == length:
        return rows
    return kind(
        *(
            getattr(rows, f.name).take(pa.array(places)) if f.name == "employee" else getattr(rows, f.name)[places]
            for f in fields(kind)
        )
    )


def joined(kind: Any, parts: list[Any]) -> Any:
    """Structures of columns, one after the other; what no part has is empty."""
    import pyarrow as pa

    if len(parts) == 1:
        return parts[0]
    columns = []
    for field in fields(kind):
        each = [getattr(part, field.name) for part in parts]
        if field.name == "employee":
            columns.append(pa.concat_arrays(each) if each else pa.array([], pa.string()))
        else:
            columns.append(np.concatenate(each) if each else np.array([], np.int64))
    return kind(*columns)


@dataclass(frozen=True, slots=True)
class Sums:
    """Of one group, highly compensated or not: how many, and the sums that the averages need."""

    people: int = 0
    adp_steps: int = 0
    adp_steps_all: int = 0
    acp_steps: int = 0
    pay: int = 0

    def __add__(self, other: Sums) -> Sums:
        return Sums(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Sums)))


def partial_sums(rows: Tested) -> dict[tuple[int, bool], Sums]:
    """The sums of some rows by group and whether highly compensated; sums of several batches are added."""
    if not len(rows.row):
        return {}
    groups, which = _numbered(rows.group * 2 + rows.is_hce)
    people = np.bincount(which, minlength=len(groups))
    columns = [
        _sum_by(which, column, len(groups)) for column in (rows.adp_steps, rows.adp_steps_all, rows.acp_steps, rows.pay)
    ]
    return {
        (int(group) // 2, bool(group % 2)): Sums(int(people[at]), *(int(column[at]) for column in columns))
        for at, group in enumerate(groups)
        if people[at]
    }


def _numbered(codes: Column) -> tuple[Any, Any]:
    """Codes, and each row's place among them. Codes that lie close together need no sorting: none is then left out."""
    first, last = int(codes.min()), int(codes.max())
    if last - first < 4_096:
        return np.arange(first, last + 1), codes - first
    return np.unique(codes, return_inverse=True)


def _sum_by(which: Any, values: Column, groups: int) -> Any:
    """Exact sums of whole numbers by group: in floats where they hold them, otherwise one by one."""
    if len(values) and int(np.max(np.abs(values))) * len(values) < 2**53:
        return np.bincount(which, weights=values, minlength=groups).astype(np.int64)
    sums = np.zeros(groups, dtype=object)
    np.add.at(sums, which, values.astype(object))
    return sums
