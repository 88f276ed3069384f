"""Rules, explanations and findings: what is registered, what a step holds, and how they are carried to the outside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from megaroth.kit.column import column
from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.money import NO_LIMIT, Money, dollars
from megaroth.kit.rule import REGISTRY, Cite, Limit, Rule, rule
from megaroth.kit.trace import Step, explaining, open_steps, silently
from megaroth.kit.words import least, total

LIMIT = Limit(dollars(5), Cite("Notice 1"))


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[str, Rule]:
    kept = dict(REGISTRY)
    monkeypatch.setattr("megaroth.kit.rule.REGISTRY", kept)
    return kept


def inner(amount: Money) -> Money:
    """The inner one."""
    return least(limit=LIMIT, amount=amount)


def outer(amount: Money) -> Money:
    return total(inner=rule_inner(amount), again=rule_inner(Money(1)))


rule_inner = rule("§1", "Inner.")(inner)
rule_outer = rule("§2", "Outer.")(outer)
for _name in ("inner", "outer"):
    del REGISTRY[_name]


def test_a_rule_is_registered_once(registry: dict[str, Rule]) -> None:
    def fresh() -> Money:
        return Money(1)

    marked = rule("IRC §9", "Says.")(fresh)
    entry = registry["fresh"]
    assert (entry.name, entry.says, entry.cite, entry.function) == ("fresh", "Says.", Cite("IRC §9"), marked)
    assert entry.module == __name__
    assert marked() == Money(1)
    with pytest.raises(ValueError, match="two rules are called fresh"):
        rule("IRC §9", "Says.")(fresh)


def test_a_rule_keeps_its_name_and_docstring() -> None:
    assert rule_inner.__name__ == "inner"
    assert rule_inner.__doc__ == "The inner one."


def test_nothing_is_recorded_unless_asked() -> None:
    assert open_steps.get() is None
    assert rule_outer(dollars(9)) == Money(501)
    assert open_steps.get() is None


def test_steps_hang_below_their_caller() -> None:
    with explaining() as root:
        assert rule_outer(dollars(9)) == Money(501)
    (top,) = root.parts
    assert (top.rule, top.says, top.cite, top.value) == ("outer", "Outer.", "§2", Money(501))
    assert [part.rule for part in top.parts] == ["inner", "inner"]
    assert [part.decided_by for part in top.parts] == ["limit", "amount"]
    assert root.find("outer") is top
    assert root.find("inner") is top.parts[0]
    assert root.find("absent") is None
    assert open_steps.get() is None


def test_explanations_nest_and_silence_ends() -> None:
    with explaining() as first:
        with explaining() as second:
            rule_inner(Money(1))
        with silently():
            rule_inner(Money(2))
        rule_inner(Money(3))
    assert [part.value for part in first.parts] == [Money(3)]
    assert [part.value for part in second.parts] == [Money(1)]


def test_a_failing_rule_closes_its_step() -> None:
    def fails() -> Money:
        raise KeyError("no")

    marked = rule("§3", "Fails.")(fails)
    with explaining() as root:
        with pytest.raises(KeyError):
            marked()
        rule_inner(Money(3))
    assert [(part.rule, part.value) for part in root.parts] == [("fails", None), ("inner", Money(3))]


@dataclass
class Pair:
    left: Money
    sure: bool


def test_an_explanation_as_json() -> None:
    with explaining() as root:
        rule_outer(dollars(9))
    assert root.parts[0].parts[0].as_json() == {
        "rule": "inner",
        "says": "Inner.",
        "cite": "§1",
        "terms": {"limit": "5.00", "amount": "9.00"},
        "sources": {"limit": "Notice 1 (announced)"},
        "decided_by": "limit",
        "value": "5.00",
        "parts": [],
    }
    assert [part["value"] for part in root.parts[0].as_json()["parts"]] == ["5.00", "0.01"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (NO_LIMIT, "no limit"),
        (None, None),
        (True, True),
        (3, 3),
        ("text", "text"),
        (Pair(Money(5), False), {"left": "0.05", "sure": False}),
        (1.5, "1.5"),
    ],
)
def test_values_as_written(value: object, written: object) -> None:
    assert Step("r", "s", "c", value=value).as_json()["value"] == written


def test_a_batch_names_no_single_decider() -> None:
    with explaining() as root:
        rule_inner(column([100, 900]))
    assert isinstance(root.parts[0].decided_by, np.ndarray)
    assert Step("r", "s", "c", decided_by=root.parts[0].decided_by).as_json()["decided_by"] == ""


def test_findings() -> None:
    mild = Finding("a", "warning", "Careful.")
    bad = Finding("b", "error", "Wrong.", "file:1:2", "Mend it.", "§1")
    assert not has_errors([])
    assert not has_errors([mild])
    assert has_errors([mild, bad])
    assert bad.as_json() == {
        "code": "b",
        "severity": "error",
        "message": "Wrong.",
        "where": "file:1:2",
        "remedy": "Mend it.",
        "cite": "§1",
    }
