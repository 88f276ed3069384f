"""The ADP and ACP tests of a census, from its parts to the answer: one machine, bounded memory.

Of those who are not highly compensated only sums stay (and their pay, so that a qualified contribution can be priced to
the cent); the highly compensated stay whole until their group is decided.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa

from megaroth.kit.money import Money
from megaroth.law.s401m_acp import qualified_contribution
from megaroth.workforce.checks import REJECTS
from megaroth.workforce.fields import FIELDS
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.masking import masked_column
from megaroth.workforce.outcomes import Outcome, Refunds, outcomes
from megaroth.workforce.repeats import Read
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.several import usable
from megaroth.workforce.testing import (
    Corrections,
    Sums,
    Tested,
    entering,
    group_number,
    joined,
    partial_sums,
    taken,
)
from megaroth.workforce.top_paid import with_top_paid

NOT_TESTED = {
    "pre_tax_percent", "roth_percent", "after_tax_percent", "paydays_left", "employer", "deferred_elsewhere",
}  # fmt: skip
"""Fields that the tests do not read."""
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class TestAnswer:
    """The answer: the outcome of every test, who gives what back, what the limits send back, and the rows not used."""

    outcomes: tuple[Outcome, ...]
    refunds: Any
    corrections: Any
    rejects: Any
    rows: int
    used: int


def run_tests(read: Read, mapping: Mapping, sponsor: Sponsor, progress: Progress = lambda rows: None) -> TestAnswer:
    """Both tests of every plan, year and part in a census."""
    sponsor = with_top_paid(read, mapping, sponsor)
    mapping = for_tests(mapping)
    sums: dict[tuple[int, bool], Sums] = {}
    hce: list[Tested] = []
    others: dict[str, list[Any]] = {"group": [], "pay": []}
    corrections: list[Corrections] = []
    rejects: list[Any] = []
    rows = 0
    for part, used, rejected in usable(read, mapping, sponsor):
        rows += len(part.batch) + len(part.broken)
        rejects.append(rejected)
        if len(used):
            tested, corrected = entering(used, sponsor)
            for key, each in partial_sums(tested).items():
                sums[key] = sums.get(key, Sums()) + each
            hce.append(taken(tested, np.flatnonzero(tested.is_hce)))
            corrections.append(corrected)
            rest = ~np.asarray(tested.is_hce, np.bool_)
            others["group"].append(tested.group[rest].astype(np.int32))
            others["pay"].append(tested.pay[rest])
        progress(len(part.batch))
    found, refunds = outcomes(sponsor, sums, joined(Tested, hce))
    found = [_priced(sponsor, outcome, others) for outcome in found]
    back = joined(Corrections, corrections)
    rejected = pa.concat_tables(rejects) if rejects else REJECTS.empty_table()
    return TestAnswer(
        tuple(found),
        refund_table(refunds, sponsor, mapping),
        correction_table(back, sponsor, mapping),
        rejected,
        rows,
        rows - rejected.num_rows,
    )


def for_tests(mapping: Mapping) -> Mapping:
    """The mapping with the fields alone that the tests read."""
    return replace(
        mapping, columns={name: column for name, column in mapping.columns.items() if name not in NOT_TESTED}
    )


def _priced(sponsor: Sponsor, outcome: Outcome, others: dict[str, list[Any]]) -> Outcome:
    """What the qualified contribution that passes the test costs, to the cent: the same share of pay for everyone.

    It raises each ratio by at least that share, which is whole hundredths, and so their average by no less.
    """
    if outcome.qualified_share is None or not others["group"]:
        return outcome
    plan = sponsor.names.index(outcome.plan)
    part = ("", "union", "excludable").index(outcome.part)
    number = group_number(plan, outcome.year, part)
    pay = np.concatenate([p[g == number] for g, p in zip(others["group"], others["pay"], strict=True)])
    return replace(outcome, qualified_cost=Money(priced(pay, outcome)))


def priced(pay: Any, outcome: Outcome) -> int:
    """What the qualified contribution costs for people of this pay, in cents."""
    assert outcome.qualified_share is not None  # noqa: S101  (asked only of failed tests)
    return int(np.sum(qualified_contribution(Money(pay), outcome.qualified_share).cents))


def refund_table(refunds: list[Refunds], sponsor: Sponsor, mapping: Mapping) -> Any:
    """Who gives what back, one row a person and test, in the order of the census."""
    rows: Refunds = joined(Refunds, refunds)
    plan, year, part = _names(rows.group, sponsor)
    amounts = {
        name: decimals(getattr(rows, name))
        for name in (
            "excess", "kept_as_catch_up", "returned_already", "from_deferral", "from_after_tax", "from_match", "match_paid",
            "match_forfeited",
        )
    }  # fmt: skip
    income = decimals(rows.income, rows.income_known == 0)
    table = pa.table(
        {
            "row": pa.array(rows.row, pa.int64()),
            "employee": masked_column(rows.employee, mapping),
            "plan": plan,
            "year": year,
            "part": part,
            "test": pa.array(np.where(np.asarray(rows.is_acp) == 1, "ACP", "ADP"), pa.string()),
            "ratio_percent": percents(rows.ratio_steps),
            **amounts,
            "income": income,
        }
    )
    return table.sort_by([("row", "ascending"), ("test", "descending")])


def correction_table(rows: Corrections, sponsor: Sponsor, mapping: Mapping) -> Any:
    """What the limits send back before any test, in the order of the census."""
    plan, year, _ = _names(rows.group, sponsor)
    names = [
        "excess_deferral", "excess_additions", "kept_as_catch_up", "after_tax_returned", "deferral_returned",
        "match_forfeited", "employer_forfeited", "uncorrected",
    ]  # fmt: skip
    return pa.table(
        {
            "row": pa.array(rows.row, pa.int64()),
            "employee": masked_column(rows.employee, mapping),
            "plan": plan,
            "year": year,
            **{name: decimals(getattr(rows, name)) for name in names},
        }
    ).sort_by("row")


def _names(groups: Any, sponsor: Sponsor) -> tuple[Any, Any, Any]:
    groups = np.asarray(groups, np.int64)
    plan, year, part = groups // 1024, groups // 4 % 256 + 2000, groups % 4
    names = pa.DictionaryArray.from_arrays(pa.array(plan, pa.int32()), pa.array(sponsor.names, pa.string()))
    parts = pa.DictionaryArray.from_arrays(
        pa.array(part, pa.int32()), pa.array(["", "union", "excludable"], pa.string())
    )
    return names.dictionary_decode(), pa.array(year, pa.int64()), parts.dictionary_decode()


def decimals(cents: Any, null: Any = None) -> Any:
    """Cents as a column of decimal dollars, without copying; `null` flags the cells that are empty."""
    values = np.ascontiguousarray(cents, np.int64)
    bits = None if null is None else pa.py_buffer(np.packbits(~np.asarray(null, np.bool_), bitorder="little"))
    return pa.Array.from_buffers(pa.decimal64(18, 2), len(values), [bits, pa.py_buffer(values)])


def percents(steps: Any) -> Any:
    """Hundredths of a percent as a column of decimal percent."""
    return decimals(steps)


def fields_used() -> list[str]:
    """The fields that the tests read."""
    return [name for name in FIELDS if name not in NOT_TESTED]
