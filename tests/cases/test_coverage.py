"""Nothing is left out: every rule has its citation and a signed case, every worked example a case or a reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
import yaml
from tests.cases.signed import HERE, IndexedCase, RuleCase, Signed, import_rules, signed_cases
from tests.schedule.signed import CASES as PAY_CASES

from megaroth.kit.rule import REGISTRY

import_rules()
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared" / "cases"
CASES = list(signed_cases())
COVERING_YEARS = [case for case in PAY_CASES if "covers" in case]
COVERED = {item for signed in CASES for item in signed.case.covers} | {
    item for case in COVERING_YEARS for item in case["covers"]
}
TOPICS = {
    "ledger and forms", "tax", "nondiscrimination testing", "reader", "outlook", "workforce",
    "not to be followed",
}  # fmt: skip


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


IDS = read("ids.toml")
DEFERRED: list[dict[str, Any]] = read("deferred.toml")["deferred"]
WHOLLY = [each["id"] for each in DEFERRED if "fields" not in each]
PARTLY = {each["id"] for each in DEFERRED if "fields" in each}


# Rules


def test_every_rule_has_a_signed_case() -> None:
    signed = {each.case.rule for each in CASES if isinstance(each.case, RuleCase)}
    assert sorted(REGISTRY.keys() - signed) == []


def test_every_rule_has_its_sentence_and_citation() -> None:
    assert [rule.name for rule in REGISTRY.values() if len(rule.cite.ref) < 8 or not rule.says.endswith(".")] == []


def test_a_rule_of_law_cites_the_law() -> None:
    law = re.compile(r"IRC §\d|Reg\. §\d|Form \d")
    rules = [rule for rule in REGISTRY.values() if rule.module.startswith("megaroth.law.")]
    assert rules
    assert [rule.name for rule in rules if not law.search(rule.cite.ref)] == []


# Worked examples


def test_a_year_of_pay_that_covers_an_example_names_its_source() -> None:
    assert [case["name"] for case in COVERING_YEARS if len(case.get("source", "")) < 8] == []


def test_every_example_is_a_case_or_waits_for_a_reason() -> None:
    every = [*IDS["official"], *IDS["scenarios"]]
    assert len(every) == len(set(every))
    assert COVERED | set(WHOLLY) == set(every)


def test_what_waits_wholly_is_not_covered_and_what_waits_partly_is() -> None:
    assert sorted(COVERED & set(WHOLLY)) == []
    assert sorted(PARTLY - COVERED) == []
    assert len(WHOLLY) == len(set(WHOLLY))


def test_every_reason_is_given() -> None:
    for each in DEFERRED:
        assert each.keys() <= {"id", "fields", "topic", "reason"}
        assert each["topic"] in TOPICS
        assert len(each["reason"]) > 15


# The shared lists themselves, where they are at hand

shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared lists of examples are not at hand")


@cache
def items() -> dict[str, dict[str, Any]]:
    official, scenarios = (
        yaml.safe_load((SHARED / name).read_text(encoding="utf-8"))
        for name in ("official_examples.yaml", "scenarios.yaml")
    )
    return {each["id"]: each for each in [*official, *scenarios["scenarios"]]}


@shared
def test_the_list_of_ids_is_current() -> None:
    assert [*IDS["official"], *IDS["scenarios"]] == list(items())


@shared
def test_every_deferred_field_is_an_outcome() -> None:
    expected = {name: each["expected"] for name, each in items().items()}
    for each in DEFERRED:
        for path in each.get("fields", []):
            assert reach(expected[each["id"]], path.split(".")) is not None, f"{each['id']} has no outcome {path}"


@shared
@pytest.mark.parametrize("item", sorted(COVERED))
def test_every_figure_of_the_example_stands_in_its_cases(item: str) -> None:
    waiting = [path for each in DEFERRED if each["id"] == item for path in each.get("fields", [])]
    wanted = {
        digits(number): path
        for path, number in figures(items()[item]["expected"])
        if not any(path == other or path.startswith(f"{other}.") for other in waiting)
    }
    written = {digits(n) for signed in CASES if item in signed.case.covers for n in numbers_of(signed)}
    for case in COVERING_YEARS:
        if item in case["covers"]:
            signed = [case.get(part) for part in ("expect", "expect_of", "working", "name")]
            written |= {digits(n) for n in numbers_in(str(signed))}
    assert {path for number, path in wanted.items() if number not in written} == set()


def reach(tree: Any, path: list[str]) -> Any:
    for key in path:
        tree = tree[key] if isinstance(tree, dict) and key in tree else None
    return tree


def figures(tree: Any, path: str = "") -> Iterator[tuple[str, Decimal]]:
    """Every number of an item's outcome, with its place."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from figures(value, f"{path}.{key}" if path else str(key))
    elif isinstance(tree, list):
        for value in tree:
            yield from figures(value, path)
    elif isinstance(tree, int | float) and not isinstance(tree, bool):
        yield path, Decimal(str(tree))


def numbers_of(signed: Signed) -> Iterator[Decimal]:
    """Every number that a case signs: its outcome, and the arithmetic in words."""
    outcome = [signed.row.get("expect"), signed.row.get("published"), signed.case.working, signed.case.name]
    if isinstance(signed.case, RuleCase):
        outcome += [signed.case.expect, signed.case.published]
    elif isinstance(signed.case, IndexedCase):
        outcome.append(signed.case.expect)
    else:
        outcome.append(signed.case.expect)
    yield from numbers_in(str(outcome))


def numbers_in(text: str) -> Iterator[Decimal]:
    for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text):
        yield Decimal(number.replace(",", ""))


def digits(number: Decimal) -> str:
    """The significant digits: 0.03, 3 and 3,000 are the same share of different wholes."""
    return "".join(map(str, number.normalize().as_tuple().digits))
