"""Every difference to the two recorded programs is of a named class, to the cent; the page says how many of each."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path

import pytest
from tests.oracles_tax import compare
from tests.oracles_tax.compare import PROGRAMS, ROUNDING, YEARS, Recorded, explained, holds, ours, recorded
from tests.oracles_tax.faults import FAULTS
from tests.oracles_tax.generate import STATUSES, households
from tests.oracles_tax.table import PAGE, page

from megaroth.kit.money import percent
from megaroth.tax.federal import federal_tax

SEEN = {year: list(recorded(year)) for year in YEARS}
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("year", YEARS)
def test_every_difference_is_explained(year: int) -> None:
    assert [(seen.made.id, seen.program) for seen in SEEN[year] if not holds(seen, year)] == []


@pytest.mark.parametrize("year", YEARS)
def test_the_households_are_many_and_those_of_the_seed(year: int) -> None:
    made = [seen.made for seen in SEEN[year] if seen.program == PROGRAMS[0]]
    assert len(made) >= 2_000
    assert made == list(households(year))


def test_what_must_be_met_is_met() -> None:
    """Every line of the return and every status occurs often enough to mean something."""
    for year in YEARS:
        answers = [(seen.made, ours(seen.made, year)) for seen in SEEN[year] if seen.program == PROGRAMS[0]]
        for line in ("alternative_minimum_tax", "net_investment_income_tax", "additional_medicare_tax", "credits"):
            assert sum(answer[line] > 0 for _, answer in answers) > 250, line
        for status in STATUSES:
            assert sum(made.filing == status for made, _ in answers) > 400


def test_the_page_is_current() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run: uv run python -m tests.oracles_tax.table"


def test_every_class_is_cited_and_met() -> None:
    met = {name for year in YEARS for seen in SEEN[year] for name in seen.classes}
    assert met <= {fault.name for fault in FAULTS} | {ROUNDING}
    assert {fault.name for fault in FAULTS} <= met
    assert all(fault.cite.startswith("IRC §") for fault in FAULTS)


def test_the_comparison_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rate that is wrong by a thousandth is not taken for any class."""
    seen = next(s for s in SEEN[2026] if s.told["net_investment_income_tax"] > 100_000 and not s.classes)
    assert holds(seen, 2026)
    monkeypatch.setattr(
        compare,
        "federal_tax",
        lambda tax, income: federal_tax(dataclasses.replace(tax, niit_rate=percent("3.801")), income),
    )
    assert not holds(seen, 2026)
    assert explained(seen.made, 2026, seen.program, seen.told) is None


def test_a_class_that_does_not_apply_explains_nothing() -> None:
    seen = next(s for s in SEEN[2026] if s.classes == ("survivor-child-credit",))
    assert holds(seen, 2026)
    assert not holds(Recorded(seen.made, seen.program, seen.told, ()), 2026)


def test_the_other_programs_are_no_dependency() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    locked = {each["name"] for each in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]}
    assert not locked & {"taxcalc", "policyengine-us", "policyengine-core", "tenforty"}
    assert "taxcalc" not in project
    assert "policyengine" not in project
    for path in (ROOT / "src").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "import taxcalc" not in text
        assert "policyengine" not in text
