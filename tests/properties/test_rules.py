"""Every registered rule: plain = explained = that row of a batch, to the cent; generated from the registry.

A batch is asked of the rule itself and filled in on its worksheet, in pieces that do not divide the rows evenly.

A rule needs no line here: its type hints say what to draw. A rule with a hint that nothing here can draw fails.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import megaroth
from megaroth.kit import worksheet
from megaroth.kit.column import EXACT_IN_FLOAT, stack
from megaroth.kit.money import NO_CAP, NO_LIMIT, Money, Rate
from megaroth.kit.rule import REGISTRY, Limit, rule
from megaroth.kit.trace import Step, explaining
from megaroth.kit.worksheet import over_columns
from megaroth.law.book import Filing, Law, PhaseOut, known_years, law_for
from megaroth.law.income_tax import Band, IncomeTax, income_tax_for, income_tax_years
from megaroth.law.withholding import Bracket, Withholding, withholding_for, withholding_years
from megaroth.law.withholding_of_states import StateTable, state_editions, state_withholding_years, states_with_tables
from megaroth.plan.model import FOREVER, MatchStep, Plan, Tier
from megaroth.room.room import Facts
from megaroth.tax.s61_income import Income
from megaroth.tax.s1395r_irmaa import Surcharge
from megaroth.workforce.corrections import Judged, Made

PACKAGE = Path(megaroth.__file__).parent


def rules_written(source: str) -> set[str]:
    """The names of the functions that `@rule(...)` marks."""
    return {
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
        for mark in node.decorator_list
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "rule"
    }


WRITTEN = {path: names for path in PACKAGE.rglob("*.py") if (names := rules_written(path.read_text(encoding="utf-8")))}
for _path in WRITTEN:
    importlib.import_module(".".join(("megaroth", *_path.relative_to(PACKAGE).with_suffix("").parts)))

RULES = [REGISTRY[name] for name in sorted(REGISTRY) if REGISTRY[name].module.startswith("megaroth.")]
WITHHOLDINGS = [withholding_for(year) for year in withholding_years()]
STATE_TABLES = [
    table
    for year in state_withholding_years()
    for state in states_with_tables(year)
    for _, method in state_editions(year, state)
    for table in method.tables.values()
]
INCOME_TAXES = [income_tax_for(year, filing) for year in income_tax_years() for filing in get_args(Filing)]
LAWS = [law_for(year) for year in known_years()]
PHASE_OUTS = [value for law in LAWS for f in dataclasses.fields(law) if type(value := getattr(law, f.name)) is PhaseOut]


def _amounts_of_law() -> set[int]:
    limits = [getattr(law, f.name) for law in LAWS for f in dataclasses.fields(law)]
    limits += [limit for phase_out in PHASE_OUTS for limit in (phase_out.start, phase_out.end)]
    return {int(limit.amount.cents) for limit in limits if isinstance(limit, Limit)} - {int(NO_LIMIT.cents)}


EDGES = sorted(
    {
        cents
        for amount in {*_amounts_of_law(), 0, EXACT_IN_FLOAT // 20_000, EXACT_IN_FLOAT // 400, 10**9, 10**11}
        for cents in (amount - 1, amount, amount + 1)
        if 0 <= cents < NO_LIMIT.cents
    }
    | {NO_LIMIT.cents - 1, NO_LIMIT.cents}
)
"""Nothing, a cent, every amount of law and a cent to either side, where exact floats end, the largest amount."""

MONEY = st.builds(
    Money, st.one_of(st.integers(0, 60_000_000), st.sampled_from(EDGES), st.integers(0, 600_000).map(lambda n: n * 100))
)
SHARES = st.sampled_from([1, 2, 3, 40, 200, 999_983, 1_000_000]).flatmap(
    lambda bottom: st.integers(0, min(2 * bottom, 1_000_000)).map(lambda top: Rate(top, bottom))
)
INTS = {  # whole numbers mean different things; a new name must be given its range here
    "age": st.one_of(st.sampled_from([49, 50, 59, 60, 63, 64]), st.integers(0, 110)),
    "months": st.integers(1, 12),
    "limitation_months": st.integers(1, 12),
    **dict.fromkeys(
        ("year", "first_year", "rolled_in", "converted_in", "moved_in"),
        st.one_of(st.integers(2018, 2030), st.integers(1998, 2100)),
    ),
    "period": st.just(5),
    "days": st.one_of(st.sampled_from([59, 60, 61]), st.integers(0, 400)),
    "periods": st.sampled_from([1, 2, 4, 12, 24, 26, 27, 52, 53, 260]),
    "allowances": st.integers(0, 20),
    "aged_or_blind": st.integers(0, 4),
    **dict.fromkeys(("seniors", "children", "other_dependents"), st.integers(0, 4)),
    "people": st.one_of(st.integers(1, 40), st.integers(1, 2_000_000)),
    "service": st.integers(0, 45),
    "service_from": st.sampled_from([0, 1, 5]),
    "service_below": st.sampled_from([5, 10, FOREVER]),
}


def drawn(hint: Any, name: str = "", *, may_be_unset: bool = False) -> st.SearchStrategy[Any]:
    """What a hint stands for; raises `LookupError` for a hint (or a whole number) that nobody has described."""
    if hint is Money:
        return MONEY
    if hint is bool:
        return st.booleans()
    if hint is Rate:
        return st.one_of(SHARES, st.just(NO_CAP)) if may_be_unset else SHARES
    if hint is int and name in INTS:
        return INTS[name]
    if hint is Law:
        return st.sampled_from(LAWS)
    if hint is Withholding:
        return st.sampled_from(WITHHOLDINGS)
    if hint is StateTable:
        return st.sampled_from(STATE_TABLES)
    if hint is IncomeTax:
        return st.sampled_from(INCOME_TAXES)
    if hint is PhaseOut:
        return st.sampled_from(PHASE_OUTS)
    if hint is str and name == "name":
        return st.just("plan")
    if hint in (Plan, Facts, Tier, MatchStep, Bracket, Band, Income, Surcharge, Made, Judged):
        hints = get_type_hints(hint)
        return st.builds(
            hint,
            **{
                f.name: drawn(hints[f.name], f.name, may_be_unset=f.default == NO_CAP) for f in dataclasses.fields(hint)
            },
        )
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
        return st.lists(drawn(get_args(hint)[0]), max_size=3).map(tuple)
    raise LookupError(f"no values are known for {name}: {hint}")


def arguments(rule: Callable[..., Any]) -> dict[str, st.SearchStrategy[Any]]:
    hints = get_type_hints(rule)
    hints.pop("return")
    return {name: drawn(hint, name) for name, hint in hints.items()}


def row(value: Any, number: int) -> Any:
    """One row of an answer, as plain values that compare."""
    if isinstance(value, np.ndarray):
        return value[number].item()
    if dataclasses.is_dataclass(value):
        return {f.name: row(getattr(value, f.name), number) for f in dataclasses.fields(value)}
    return value


@pytest.fixture(autouse=True)
def worksheets_for_few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "WORTHWHILE", 1)
    monkeypatch.setattr(worksheet, "PIECE", 3)


def test_every_rule_written_is_registered() -> None:
    assert len(WRITTEN) > 10
    assert {name for names in WRITTEN.values() for name in names} == {rule.name for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_plain_is_explained_is_that_row(rule: Any) -> None:
    given_rows = st.lists(st.fixed_dictionaries(arguments(rule.function)), min_size=1, max_size=4)

    @given(given_rows)
    def holds(rows: list[Mapping[str, Any]]) -> None:
        compare(rule.function, rows)

    holds()


def compare(function: Callable[..., Any], rows: list[Mapping[str, Any]]) -> None:
    plain = [function(**each) for each in rows]
    steps = []
    for each, value in zip(rows, plain, strict=True):
        with explaining() as root:
            explained = function(**each)
        (step,) = root.parts
        assert row(explained, 0) == row(value, 0) == row(step.value, 0)
        names_a_term(step)
        steps.append(step)

    columns = {name: stack([each[name] for each in rows]) for name in rows[0]}
    batch = function(**columns)
    filled_in = over_columns(function, *(columns[name] for name in inspect.signature(function).parameters))
    with explaining() as root:
        explained_batch = function(**columns)
    for number, value in enumerate(plain):
        assert row(batch, number) == row(value, 0)
        assert row(filled_in, number) == row(value, 0)
        assert row(explained_batch, number) == row(value, 0)
        if root.parts[0].decided_by is not None:
            assert decided(root.parts[0], number) == decided(steps[number], number)


def names_a_term(step: Step) -> None:
    """The deciding term is one of the terms; where rules pick the least or greatest, it is that, and the first such."""
    if step.decided_by is None:
        return
    assert isinstance(step.decided_by, str)
    assert step.decided_by in step.terms
    amounts = [amount.cents for amount in step.terms.values()]
    if "below_the_first_age" not in step.terms:  # an age decides, not an amount
        place = list(step.terms).index(step.decided_by)
        assert place in (amounts.index(min(amounts)), amounts.index(max(amounts)))


def decided(step: Step, number: int) -> str:
    """The name of the deciding term: as it stands, or by its position in that row."""
    if isinstance(step.decided_by, str):
        return step.decided_by
    assert step.decided_by is not None
    return str(list(step.terms)[step.decided_by[number]])


def test_an_unknown_parameter_fails() -> None:
    def of_a_date(law: Law, when: complex) -> Money:
        raise AssertionError

    def of_a_number(height: int) -> Money:
        raise AssertionError

    of_a_date.__annotations__ = {"law": Law, "when": complex, "return": Money}
    of_a_number.__annotations__ = {"height": int, "return": Money}
    for function in (of_a_date, of_a_number):
        with pytest.raises(LookupError, match="no values are known for"):
            arguments(function)


def test_the_comparison_can_fail() -> None:
    def wrong_in_a_column(amount: Money) -> Money:
        return Money(amount.cents + (type(amount.cents) is not int))

    marked = rule("none", "wrong in a column")(wrong_in_a_column)
    try:
        with pytest.raises(AssertionError):
            compare(marked, [{"amount": Money(1)}, {"amount": Money(2)}])
    finally:
        del REGISTRY["wrong_in_a_column"]
