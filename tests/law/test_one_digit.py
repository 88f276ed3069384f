"""No digit of any number of law can change unseen: each is changed here, and the second entry must contradict it.

The second entry (`second_entry.toml`) was typed apart from the tables that the product reads. What it does not hold, no
digit of it being checked by anybody, would be reported here too: months of the price index that no amount of law uses.
"""

from __future__ import annotations

import copy
import csv
import re
import tomllib
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from megaroth.law.book import LIMITS

SECOND: dict[str, Any] = tomllib.loads((Path(__file__).parent / "second_entry.toml").read_text(encoding="utf-8"))
WITHHOLDING: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "second_entry_withholding.toml").read_text(encoding="utf-8")
)
STATE_WITHHOLDING: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "second_entry_state_withholding.toml").read_text(encoding="utf-8")
)
STATES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "second_entry_state.toml").read_text(encoding="utf-8"))
WORDS = {"text", "status", "source", "cite", "how", "rounding", "in_force"} | {
    "form", "like", "taxes", "at_least", "shared", "whole_dollars", "two_incomes_as_single",
}  # fmt: skip
"""Keys of a row that hold no number of law."""
FILES = [
    *sorted(path.relative_to(LIMITS).as_posix() for path in LIMITS.glob("*.toml")),
    *sorted(path.relative_to(LIMITS).as_posix() for path in LIMITS.glob("tax/*.toml")),
    *sorted(path.relative_to(LIMITS).as_posix() for path in LIMITS.glob("withholding/*.toml")),
    *sorted(path.relative_to(LIMITS).as_posix() for path in LIMITS.glob("state/*.toml")),
    *sorted(path.relative_to(LIMITS).as_posix() for path in LIMITS.glob("state_withholding/*.toml")),
    "cpi_u.csv",
]
UNITS = {
    "irmaa_look_back": "years",
    "early_distribution_age": "months",
    "roth_clock": "years",
    "rollover_period": "days",
    "correction_months": "months",
    "correction_days": "days",
    "correction_months_automatic": "months",
    "last_correction_months": "months",
    "excise_return_months": "months",
}
USED_MONTHS = {(year, month) for year in range(1996, 2027) for month in (7, 8, 9)} - {(2026, 9)}


def numbers(table: Any, path: str = "") -> dict[str, Any]:
    """Every number of a table by its path; decimal strings as fractions, so that 0.90 is 0.9."""
    if isinstance(table, dict):
        found: dict[str, Any] = {}
        for key, value in table.items():
            if key not in WORDS:
                found |= numbers(value, f"{path}.{key}" if path else key)
        return found
    if isinstance(table, list):
        return {path: [next(iter(numbers(value, "_").values())) for value in table]}
    if table in ("unknown", "table"):
        return {path: table}
    return {path: Fraction(table) if isinstance(table, str) else table}


def shipped(file: str, text: str) -> dict[str, Any]:
    """The numbers of a shipped file, as its text says them."""
    if file != "cpi_u.csv":
        return numbers(tomllib.loads(text))
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    months = [((int(row["year"]), int(row["month"])), Fraction(row["index"])) for row in rows]
    found: dict[str, Any] = {
        f"{year}-{month}": index for (year, month), index in months if (year, month) in USED_MONTHS
    }
    if len(months) != len(dict(months)):
        found["a month stands twice"] = True
    return found


@cache
def expected(file: str) -> dict[str, Any]:
    """The same numbers from the second entry, in the layout of the shipped file."""
    name = file.removeprefix("tax/").removesuffix(".toml")
    if file == "cpi_u.csv":
        series = SECOND["index"]["cpi_u"]
        return {f"{year}-{7 + n}": Fraction(index) for year, three in series.items() for n, index in enumerate(three)}
    if file.startswith("withholding/"):
        return numbers(_withholding(int(file[12:16])))
    if file.startswith("state_withholding/"):
        since, state = file[18:-5].split("_")
        return numbers(_state_withholding(STATE_WITHHOLDING[since])[state])
    if file.startswith("state/"):
        return numbers(_states(file[6:10]))
    if file.startswith("tax/"):
        return numbers({"year": int(name), **_tax(SECOND["tax"][name])})
    if name == "statutory":
        return numbers(dict(_statutory()))
    if name == "indexing":
        return numbers(_indexing())
    rows = {
        row: {"amount": v} if type(v) is int else dict(zip(("start", "end"), v, strict=True))
        for row, v in SECOND[name].items()
    }
    return numbers({"year": int(name), **rows})


def _tax(entry: dict[str, Any]) -> dict[str, Any]:
    def by_status(values: dict[str, Any], key: str) -> dict[str, Any]:
        return {status: {key: value} for status, value in {**values, "survivor": values["joint"]}.items()}

    extra = entry["additional_standard_deduction"]
    of_status = {s: extra["unmarried" if s in ("single", "head") else "married"] for s in entry["standard_deduction"]}
    return {
        "ordinary": by_status(entry["ordinary"], "upper"),
        "long_term_gain": by_status(entry["ltcg"], "upper"),
        "standard_deduction": by_status(entry["standard_deduction"], "amount"),
        "additional_standard_deduction": by_status(of_status, "amount"),
        **_amt_and_salt(entry, by_status),
    }


def _amt_and_salt(entry: dict[str, Any], by_status: Callable[[dict[str, Any], str], dict[str, Any]]) -> dict[str, Any]:
    """Three amounts stand for unmarried, joint and separate; two for all and separate."""

    def amounts(row: list[int]) -> dict[str, Any]:
        unmarried, joint, separate = row if len(row) == 3 else (row[0], *row)
        return by_status({"single": unmarried, "joint": joint, "separate": separate, "head": unmarried}, "amount")

    amt, other = entry["amt"], entry["other"]
    return {
        "amt_exemption": amounts(amt["exemption"]),
        "amt_phase_out_start": amounts(amt["phase_out_start"]),
        "amt_phase_out_rate": {"all": {"percent": amt["phase_out_rate"]}},
        "amt_28_percent_start": amounts(amt["rate_28_above"]),
        **{name: amounts(row) for name, row in other.items() if isinstance(row, list)},
        "child_tax_credit": {"each": {"amount": other["child_tax_credit"]}},
        **_irmaa_and_ranges(entry["irmaa"], entry["ranges"]),
    }


def _irmaa_and_ranges(irmaa: dict[str, Any], ranges: dict[str, Any]) -> dict[str, Any]:
    """Only a joint return has other tiers and ranges than single, head and survivor; two ranges: none for separate returns."""

    def ends(pair: list[int]) -> dict[str, int]:
        return dict(zip(("start", "end"), pair, strict=True))

    def rows(values: list[Any]) -> dict[str, Any]:
        others = dict.fromkeys(("single", "head", "survivor"), values[0])
        return others | {"joint": values[1]} | ({"separate": values[2]} if len(values) == 3 else {})

    return {
        "irmaa": {status: {"upper": tiers} for status, tiers in rows(irmaa["upper"]).items()},
        "irmaa_part_b": {"all": {"monthly": irmaa["part_b"]}},
        "irmaa_part_d": {"all": {"monthly": irmaa["part_d"]}},
        **{name: {status: ends(pair) for status, pair in rows(values).items()} for name, values in ranges.items()},
    }


def _withholding(year: int) -> dict[str, Any]:
    """The second entry has the tables row by row, as printed: at least, column C, column D."""
    tables = {
        kind: {
            status: {"over": [over for over, _, _ in rows], "base": [base for _, base, _ in rows]}
            for status, rows in by_status.items()
        }
        for kind, by_status in WITHHOLDING[str(year)].items()
    }
    rates = {tuple(rate for *_, rate in rows) for each in WITHHOLDING[str(year)].values() for rows in each.values()}
    (common,) = rates
    return {"year": year, **tables, "rates": {"percent": list(common)}, **WITHHOLDING["constants"]}


PERIODS = ("52", "26", "24", "12")


def _rows(pairs: list[Any]) -> dict[str, Any]:
    return {"over": [over for over, _ in pairs], "base": [base for _, base in pairs]}


def _state_withholding(entry: dict[str, Any]) -> dict[str, Any]:
    """The second entry in the layout of the shipped file."""
    nothing = {"over": [0], "base": ["0"]}
    ga = entry["GA"]
    georgia: dict[str, Any] = {"percent": [ga["rate"]], "together": ga["rate"], "alone": ga["rate"]}
    for n, (joint, single, each) in ga["table_e"].items():
        georgia[n] = {
            "allowance": each,
            "single": nothing | {"deduction": single},
            "joint": nothing | {"deduction": joint},
        }
    if len(entry) == 1:
        return {"GA": georgia}
    ca, ny, nj, ma, nc = (entry[state] for state in ("CA", "NY", "NJ", "MA", "NC"))
    found: dict[str, Any] = {
        "GA": georgia,
        "CA": {"percent": ca["rates"], "alone": ca["alone"]},
        "NY": {"regular_below": ny["below"], "together": ny["flat"], "alone": ny["flat"]},
        "NJ": {"alone": "table"},
        "MA": {
            "percent": [ma["rate"]], "total_below": ma["threshold"], "fica_deduction": ma["fica"],
            "together": ma["rate"], "alone": ma["rate"],
        },
        "NC": {"percent": [nc["rate"]], "together": nc["rate"], "alone": nc["rate"]},
    }  # fmt: skip
    for n in PERIODS:
        low, standard, rows = ca["low_income"][n], ca["standard"][n], ca["rows"][n]
        found["CA"][n] = {
            "credit": ca["credit"][n],
            "single": _rows(rows["single"]) | {"nothing_up_to": low[0], "deduction": standard[0]},
            "joint": _rows(rows["joint"])
            | {"nothing_up_to": low[0], "nothing_up_to_from_two": low[1]}
            | {"deduction": standard[0], "deduction_from_two": standard[1]},
            "head": _rows(rows["head"]) | {"nothing_up_to": low[1], "deduction": standard[1]},
        }
        for state, own in (("NY", ny), ("NJ", nj)):
            found[state][n] = {"allowance": own["exemption"][n]}
            for place, status in enumerate(("single", "joint")):
                found[state][n][status] = _rows(own["rows"][n][status]) | {"percent": own["rates"][status]}
                if state == "NY":
                    found[state][n][status]["deduction"] = ny["deduction"][n][place]
        each, first = ma["exemption"][n]
        found["MA"][n] = {
            "allowance": each, "first_allowance": first, "nothing_below_with_allowance": ma["low_wage"][n],
            "single": nothing, "head": nothing | {"off_tax": ma["head"][n]},
        }  # fmt: skip
        single, head = nc["deduction"][n]
        found["NC"][n] = {
            "allowance": nc["allowance"][n],
            "single": nothing | {"deduction": single},
            "head": nothing | {"deduction": head},
        }
    for state, (rate, allowance) in entry["flat"].items():
        of_year = {"allowance": allowance} if allowance else {}
        found[state] = {"together": rate, "alone": rate, "1": of_year | {"single": nothing | {"percent": [rate]}}}
    for state, own in entry["annual"].items():
        of_year = {"allowance": own["allowance"]} if own["allowance"] else {}
        for status in ("single", "joint"):
            if status in own:
                deduction, pairs = own[status]
                of_year[status] = _rows(pairs) | ({"deduction": deduction} if deduction else {})
        found[state] = {"percent": own["rates"], "alone": own["alone"], "1": of_year}
    return found


def _states(year: str) -> dict[str, Any]:
    """The states of a year in the layout of the shipped file."""
    found: dict[str, Any] = {"year": int(year), **STATES["bound"]}
    for state, rate in STATES[year]["flat"].items():
        found[state] = {"all": {"percent": [rate], "upper": [], "deduction": 0}}
    for state, amount in STATES["excluded"].items():
        found[state]["all"]["retirement_exclusion"] = amount
    for state, (edge, rate) in STATES[year]["from"].items():
        found[state] = {"all": {"percent": ["unknown", rate], "upper": [edge], "deduction": 0}}
    for name, statuses in STATES["graduated"].items():
        state, _, of_year = name.partition("_")
        if of_year not in ("", year):
            continue
        rise = STATES["rise"].get(f"{state}_{year}")
        rows = {
            status: {"percent": row[1::2], "upper": row[2::2], "deduction": row[0]}
            | ({"edges_may_rise_percent": rise} if rise else {})
            for status, row in statuses.items()
            if status != "like"
        }
        found[state] = rows | {status: rows[other] for status, other in statuses["like"].items()}
    for state, age in STATES["ages"].items():
        found[state]["age"] = {"below": age}
    return found


def _statutory() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, value in SECOND["statutory"].items():
        if isinstance(value, dict) and "single" in value:
            yield from ((f"{name}_{status}", {"amount": amount}) for status, amount in value.items())
        elif isinstance(value, dict):
            yield name, value
        elif isinstance(value, list) and type(value[0]) is int:
            yield name, dict(zip(("start", "end"), value, strict=True))
        elif type(value) is int:
            yield name, {UNITS.get(name, "years" if name.endswith("_age") else "amount"): value}
        else:
            yield name, {"percent": value}


def _indexing() -> dict[str, Any]:
    rows = copy.deepcopy(SECOND["indexing"])
    sections: dict[str, Any] = {"section_415d": {}, "section_1f3": {}}
    for name, row in rows.items():
        if "base_quarter" in row:
            row["base_quarter"] = int(row["base_quarter"].removesuffix("Q3"))
        sections["section_415d" if "base_quarter" in row else "section_1f3"][name] = row
    index = SECOND["index"]
    averages = {name: {"by_year": means} for name, means in index["averages"].items()}
    return {**sections, "averages": averages, "estimates": index["estimates"]}


def differences(file: str, text: str) -> list[str]:
    """What the text of a file says otherwise than the second entry: empty when both say the same."""
    try:
        found = shipped(file, text)
    except (ValueError, KeyError) as error:
        return [f"{file} cannot be read: {error}"]
    wanted = expected(file)
    return [f"{file}: {path}" for path in sorted(found.keys() | wanted.keys()) if found.get(path) != wanted.get(path)]


def digits(file: str, text: str) -> Iterator[int]:
    """Where a digit of a number of law stands: not in remarks, words or (for the index) unused months."""
    place = 0
    for line in text.splitlines(keepends=True):
        key = re.match(r"(\w+) = ", line)
        is_number = not line.startswith("#") and not (key and key[1] in WORDS)
        if file == "cpi_u.csv":
            is_number = _is_used(line)
        if is_number:
            yield from (place + n for n, letter in enumerate(line) if letter.isdigit())
        place += len(line)


def _is_used(line: str) -> bool:
    year, month, *_ = *line.split(","), ""
    return year.isdigit() and (int(year), int(month)) in USED_MONTHS


def read(file: str) -> str:
    return (LIMITS / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES)
def test_both_entries_agree_on_every_number(file: str) -> None:
    assert differences(file, read(file)) == []


@pytest.mark.parametrize("file", FILES)
def test_one_changed_digit_is_seen(file: str) -> None:
    text = read(file)
    if file == "cpi_u.csv":  # four fifths of its months are used by no amount of law: leave them out, for speed
        text = "".join(line for line in text.splitlines(keepends=True) if "year" in line or _is_used(line))
    places = list(digits(file, text))
    assert len(places) >= (3 if file.startswith("state_withholding/") else 6)
    unseen = [
        f"{file}:{text.count(chr(10), 0, place) + 1}"
        for place in places
        if not differences(file, f"{text[:place]}{(int(text[place]) + 1) % 10}{text[place + 1 :]}")
    ]
    assert unseen == []


def test_every_value_of_the_second_entry_is_used() -> None:
    """Nothing of the second entry is left over that no shipped file is held against."""
    assert {*SECOND} == {
        *(file[:4] for file in FILES if file[:4].isdigit()),
        "projected_2027",
        "tax",
        "statutory",
        "indexing",
        "index",
    }
    assert {*WITHHOLDING} == {"constants", *(file[12:16] for file in FILES if file.startswith("withholding/"))}
    states = [file[18:-5].split("_") for file in FILES if file.startswith("state_withholding/")]
    assert {*STATE_WITHHOLDING} == {since for since, _ in states}
    for since, entry in STATE_WITHHOLDING.items():
        assert {*_state_withholding(entry)} == {state for day, state in states if day == since}
    assert {*STATES} == {
        "graduated",
        "rise",
        "excluded",
        "bound",
        "ages",
        *(file[6:10] for file in FILES if file.startswith("state/")),
    }
    assert {*SECOND["tax"]} == {file[4:8] for file in FILES if file.startswith("tax/")}


def test_a_missing_row_and_a_new_row_are_seen() -> None:
    text = read("2026.toml")
    assert differences("2026.toml", text.replace("[catch_up]", "[catch_down]")) == [
        "2026.toml: catch_down.amount",
        "2026.toml: catch_up.amount",
    ]
