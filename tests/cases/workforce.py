"""What a workforce case of `signed.py` says: the outcome of each test, and who gives what back.

`tests."PLAN YEAR TEST"` (with ` PART` after the year where a part is tested apart) holds fields of the outcome: averages
and shares in percent, amounts in dollars, days. `refunds.EMPLOYEE.TEST` and `corrections.EMPLOYEE` hold amounts; an
employee who is not named there must have none, where the table is written at all.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow as pa

from megaroth.kit.money import Money, Rate, parse_money
from megaroth.workforce.mapping import guess
from megaroth.workforce.nondiscrimination import run_tests
from megaroth.workforce.settings import sponsor_of
from megaroth.workforce.tables import reader_of


def workforce_differences(people: list[dict[str, Any]], sponsor: str, expect: dict[str, Any]) -> list[str]:
    """What the program says otherwise than the case."""
    read = sponsor_of(sponsor, "the case's sponsor", Path())
    if isinstance(read, list):
        raise ValueError(f"the case's sponsor cannot be read: {read}")
    columns = list(dict.fromkeys(key for each in people for key in each))
    table = pa.table({name: pa.array([_cell(each.get(name)) for each in people]) for name in columns})
    answer = run_tests(reader_of(table), guess(columns), read)
    wrong = [f"row {each['row']} is rejected: {each['reason']}" for each in answer.rejects.to_pylist()]
    outcomes = {" ".join(filter(None, (o.plan, str(o.year), o.part, o.test))): o for o in answer.outcomes}
    for name, fields in expect.get("tests", {}).items():
        outcome: Any = outcomes[name]
        for field, value in fields.items():
            found = (
                getattr(outcome.deadlines, field)
                if field in ("without_excise", "last", "excise_return")
                else getattr(outcome, field)
            )
            if not _same(found, value):
                wrong.append(f"{name}: {field} is {found}, signed is {value}")
    for table_name, told in (("refunds", answer.refunds), ("corrections", answer.corrections)):
        if table_name not in expect:
            continue
        found_rows = {(row["employee"], row.get("test", "")): row for row in told.to_pylist()}
        wanted = {
            (who, test): amounts
            for who, tests in expect[table_name].items()
            for test, amounts in (tests.items() if table_name == "refunds" else [("", tests)])
        }
        wrong += [
            f"{who} {test} has {table_name}: {found_rows[who, test]}" for who, test in found_rows.keys() - wanted.keys()
        ]
        for key, amounts in wanted.items():
            row = found_rows.get(key)
            if row is None:
                wrong.append(f"{key} has no {table_name}")
                continue
            wrong += [
                f"{key}: {name} is {row[name]}, signed is {value}"
                for name, value in amounts.items()
                if row[name] != Decimal(value)
            ]
    return wrong


def _cell(written: Any) -> str | None:
    return None if written is None else str(written)


def _same(found: Any, written: Any) -> bool:
    if isinstance(found, Rate):
        return Fraction(found.top, found.bottom) == Fraction(written) / 100  # type: ignore[arg-type]
    if isinstance(found, Money):
        return bool(found == parse_money(written))
    if isinstance(found, datetime.date):
        return found.isoformat() == str(written)
    return bool(found == written)
