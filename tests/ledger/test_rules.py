"""The rules of basis, rollovers, Roth clocks and corrections against signed cases: zero tolerance, one loop."""

from __future__ import annotations

import importlib
import inspect
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from megaroth.kit.money import Money, Rate, parse_money, percent
from megaroth.kit.rule import REGISTRY
from megaroth.kit.trace import explaining

HERE = Path(__file__).parent
MODULES = (
    "s72_basis", "s402c_rollover", "s402A_designated_roth", "s408A_roth_ira", "s408d4_returned_contributions",
    "s402g_excess", "s415_correction", "s401m_refund", "s408_ira_basis", "s6102_whole_dollars",
)  # fmt: skip
for _name in MODULES:
    importlib.import_module(f"megaroth.law.{_name}")
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases/rules.toml").read_text("utf-8"), parse_float=Decimal)["case"]
RULES = sorted(name for name, rule in REGISTRY.items() if rule.module.rpartition(".")[2] in MODULES)


def arguments(rule: str, given: dict[str, Any]) -> dict[str, Any]:
    """Dollars become `Money`, `…_percent` a `Rate`; years, days, periods and truth values stay as they are."""
    found: dict[str, Any] = {}
    hints = inspect.get_annotations(REGISTRY[rule].function, eval_str=False)
    for name, value in given.items():
        if name.endswith("_percent"):
            found[name.removesuffix("_percent")] = percent(value)
        else:
            found[name] = parse_money(value) if "Money" in str(hints[name]) else value
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_signed_case(case: dict[str, Any]) -> None:
    rule = REGISTRY[case["rule"]]
    given = arguments(case["rule"], case["given"])
    expected = case["expect"] if isinstance(case["expect"], bool) else parse_money(case["expect"])
    assert case["source"]
    assert rule.function(**given) == expected
    with explaining() as why:
        assert rule.function(**given) == expected
    step = why.find(case["rule"])
    assert step is not None
    assert step.value == expected


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_signed_case(name: str) -> None:
    assert any(case["rule"] == name for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_column_says_the_same(case: dict[str, Any]) -> None:
    import numpy as np

    given: dict[str, Any] = {}
    for name, value in arguments(case["rule"], case["given"]).items():
        if isinstance(value, Money):
            given[name] = Money(np.array([value.cents, value.cents]))
        elif isinstance(value, Rate):
            given[name] = value
        else:
            given[name] = np.array([value, value])
    result = REGISTRY[case["rule"]].function(**given)
    values = result.cents if isinstance(result, Money) else result
    expected = case["expect"] if isinstance(case["expect"], bool) else parse_money(case["expect"]).cents
    assert list(np.broadcast_to(values, 2)) == [expected, expected]
