"""A plan that is written and read again is the same draft: for the directory, and for drafts of every shape."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from megaroth.kit.money import LARGEST, Money, Rate, percent
from megaroth.plan import companies
from megaroth.plan.draft import PlanDraft, Read
from megaroth.plan.file import EmployerMoneyFile, MatchLimitsFile, StepFile, TierFile
from megaroth.plan.read import plan_of
from megaroth.plan.write import plan_text


def again(draft: PlanDraft) -> PlanDraft:
    """The draft of the written text, whatever its terms contradict."""
    from megaroth.kit.finding import Finding
    from megaroth.kit.reading import check, parse_toml
    from megaroth.plan.draft import draft_of
    from megaroth.plan.file import PlanFile

    source = parse_toml(plan_text(draft, "written\nby a test"), "mine.toml")
    assert not isinstance(source, Finding), source
    file = check(source, PlanFile)
    assert not isinstance(file, list), file
    return draft_of(file)


def same(one: PlanDraft, other: PlanDraft) -> bool:
    return (one.name, one.stated, one.conflicts) == (other.name, other.stated, other.conflicts)


@pytest.mark.parametrize("name", companies.names())
def test_a_directory_entry(name: str) -> None:
    draft = companies.draft_from_directory(name)
    assert draft is not None
    assert draft.stated
    read, found = plan_of(plan_text(draft), "mine.toml")
    assert read is not None
    assert same(draft, read)
    assert not [finding for finding in found if finding.severity == "error"]


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
amounts = st.integers(0, LARGEST - 1).map(Money)
percents = st.decimals(0, 100, places=4).map(percent) | st.sampled_from(("1/3", "66 2/3", "2 1/7")).map(percent)
years = st.integers(1, 80)


def table(model: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional=fields).map(lambda given: model(**{**_needed(model), **given}).term())


def _needed(model: Any) -> dict[str, Any]:
    """Values for the required fields, as the file writes them: models read what was written."""
    return {name: 50 for name, field in model.model_fields.items() if field.is_required()}


def _written(rate: Rate) -> str:
    from fractions import Fraction

    share = Fraction(int(rate.top), int(rate.bottom)) * 100
    return f"{share.numerator}/{share.denominator}"


percent_texts = percents.map(_written)
amount_texts = amounts.map(lambda money: money.plain())
tiers = st.lists(
    table(
        TierFile,
        rate_percent=percent_texts,
        up_to_percent_of_pay=percent_texts,
        up_to_dollars=amount_texts,
        service_from=years,
        service_below=years,
    ),
    max_size=3,
)
money = table(EmployerMoneyFile, percent_of_pay=percent_texts, dollars=amount_texts)
values: dict[str, st.SearchStrategy[Any]] = {
    "after_tax_allowed": st.sampled_from(("yes", "no", "frozen")),
    "after_tax_cap_percent": percents | st.just("none"),
    "after_tax_cap_dollars": amounts | st.just("none"),
    "conversions_per_year": st.integers(0, 400),
    "match": tiers | st.sampled_from(("none", "unknown")),
    "match_alternative": tiers,
    "match_steps": st.lists(table(StepFile, deferring_percent=percent_texts, earns_percent_of_pay=percent_texts)),
    "match_limits": table(MatchLimitsFile, max_dollars=amount_texts, max_percent_of_pay=percent_texts),
    "nonelective": money,
    "eligible_pay": text.filter(lambda said: said != "unknown"),
}
dates = st.dates(datetime.date(1800, 1, 1), datetime.date(2199, 12, 31)).map(str) | st.sampled_from(
    ("", "2020-2025", "undated", "2026-02-31", "2026-13-1x")
)


@st.composite
def drafts(draw: st.DrawFn) -> PlanDraft:
    stated = {
        name: Read(
            value=draw(values[name]),
            quote=draw(text),
            page=draw(st.none() | st.integers(1, 400)),
            source=draw(text),
            date=draw(dates),
            confidence=draw(st.sampled_from(("", "official", "blog"))),
            note=draw(text),
            also=tuple(draw(st.lists(st.tuples(text, st.none() | st.integers(1, 400)), max_size=3))),
        )
        for name in draw(st.sets(st.sampled_from(sorted(values))))
    }
    return PlanDraft(draw(text.filter(bool)), stated, conflicts=tuple(draw(st.lists(text, max_size=2))))


@given(drafts())
@settings(max_examples=150, deadline=None)
def test_a_draft_of_any_shape(draft: PlanDraft) -> None:
    assert same(draft, again(draft)), plan_text(draft)
