"""From what a file states to terms that rules can read: what counts as stated, and which side a gap falls to."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.kit.money import NO_CAP, NO_LIMIT, NONE, ZERO, Money, Rate
from megaroth.plan.draft import PlanDraft, Question, Read, draft_of, finish, may_i, questions_for
from megaroth.plan.model import FOREVER, MatchStep, Tier
from megaroth.plan.read import plan_of


def draft(text: str) -> PlanDraft:
    found, findings = plan_of(text, "mine.toml")
    assert found is not None, findings
    return found


def stated(**values: Any) -> PlanDraft:
    return PlanDraft("a plan", {name: Read(value) for name, value in values.items()})


def test_unknown_and_left_out_are_not_stated() -> None:
    assert draft('true_up = "unknown"\nroth_deferrals = "no"').stated.keys() == {"roth_deferrals"}
    assert draft("").name == "your plan"


@pytest.mark.parametrize("confidence", ["forum", "blog_weak", " Forum "])
def test_hearsay_is_not_stated_and_a_match_by_hearsay_is_unknown(confidence: str) -> None:
    text = """
after_tax_allowed = "yes"
true_up = "yes"
[[match]]
rate_percent = 50
[match_limits]
max_dollars = 7_500
[nonelective]
percent_of_pay = 3
"""
    proof = f'confidence = "{confidence}"\n'
    assert draft(f"{text}[evidence.true_up]\n{proof}").says("true_up") == "unknown"
    weak = draft(f"{text}[evidence.match]\n{proof}")
    assert weak.value("match") == "unknown"
    assert not finish(weak).match_known
    assert finish(weak).plan.match_dollar_cap is NO_LIMIT
    limits = draft(f"{text}[evidence.match_limits]\n{proof}")
    assert not finish(limits).match_known
    assert finish(draft(text)).match_known


def test_the_evidence_of_the_match_is_that_of_its_parts() -> None:
    text = """
[[match_steps]]
deferring_percent = 6
earns_percent_of_pay = 7
[match_limits]
max_dollars = 7_500
[evidence.match]
source = "SPD"
page = 4
[evidence.match_limits]
source = "a letter"
"""
    read = draft(text).stated
    assert (read["match_steps"].source, read["match_steps"].page) == ("SPD", 4)
    assert (read["match_limits"].source, read["match_limits"].page) == ("a letter", None)


def test_a_plan_of_which_nothing_is_stated_is_on_the_safe_side() -> None:
    finished = finish(PlanDraft("a plan", {}))
    plan = finished.plan
    assert finished.may_i == "ask"
    assert plan.after_tax_allowed is True  # the room is shown; the answer asks
    assert not finished.after_tax_known
    for cap in (plan.after_tax_cap, plan.hce_after_tax_cap, plan.deferral_cap, plan.combined_cap, plan.match_pay_cap):
        assert cap == NO_CAP
    assert (plan.after_tax_dollar_cap, plan.match_dollar_cap) == (NO_LIMIT, NO_LIMIT)
    assert plan.super_catch_up is False
    assert plan.match_on_catch_up is True  # room is kept for it
    assert plan.match_on_after_tax is False
    assert plan.roth_deferrals is True
    assert (plan.nonelective, plan.profit_sharing, plan.nonelective_dollars) == (NONE, NONE, ZERO)
    assert {question.field for question in finished.questions} == {
        "after_tax_allowed",
        "in_plan_conversion",
        "in_service_withdrawal",
        "after_tax_cap_percent",
        "match",
        "match_on_catch_up",
        "true_up",
        "super_catch_up",
        "roth_deferrals",
    }


def test_every_term_arrives() -> None:
    plan = finish(
        draft("""
after_tax_allowed = "yes"
after_tax_cap_percent = 10
after_tax_cap_dollars = 30_000
hce_after_tax_cap_percent = 4.5
deferral_cap_percent = "none"
combined_cap_percent = 90
roth_deferrals = "no"
super_catch_up = "yes"
match_on_roth = "no"
match_on_catch_up = "no"
match_on_after_tax = "yes"
other_wages_in_415_pay = "yes"
limitation_year_months = 6
match = [{ rate_percent = 50, up_to_percent_of_pay = 4, service_below = 5 }, { rate_percent = 25, up_to_dollars = 99.5, service_from = 5 }]
match_alternative = [{ rate_percent = 10 }]
match_steps = [{ deferring_percent = 6, earns_percent_of_pay = 7 }]
match_limits = { max_dollars = 7_500, max_percent_of_pay = 3 }
nonelective = { percent_of_pay = 3, dollars = 1 }
profit_sharing = { percent_of_pay = 2, dollars = 5 }
""")
    ).plan
    assert (plan.after_tax_cap, plan.hce_after_tax_cap, plan.deferral_cap) == (Rate(1, 10), Rate(9, 200), NO_CAP)
    assert (plan.after_tax_dollar_cap, plan.combined_cap) == (Money(3_000_000), Rate(9, 10))
    assert (plan.roth_deferrals, plan.super_catch_up, plan.other_pay_counts) == (False, True, True)
    assert (plan.match_on_roth, plan.match_on_catch_up, plan.match_on_after_tax) == (False, False, True)
    assert plan.limitation_months == 6
    assert plan.match == (
        Tier(Rate(1, 2), Rate(1, 25), NO_LIMIT, 0, 5),
        Tier(Rate(1, 4), NO_CAP, Money(9_950), 5, FOREVER),
    )
    assert plan.match_alternative == (Tier(Rate(1, 10)),)
    assert plan.match_steps == (MatchStep(Rate(3, 50), Rate(7, 100)),)
    assert (plan.match_dollar_cap, plan.match_pay_cap) == (Money(750_000), Rate(3, 100))
    assert (plan.nonelective, plan.nonelective_dollars) == (Rate(3, 100), Money(100))
    assert (plan.profit_sharing, plan.profit_sharing_dollars) == (Rate(1, 50), Money(500))


@pytest.mark.parametrize(
    ("allowed", "inside", "outside", "verdict"),
    [
        ("yes", "automatic", "unknown", "yes"),
        ("yes", "on-request", "no", "yes"),
        ("yes", "no", "yes", "yes"),
        ("yes", "unknown", "no", "ask"),
        ("yes", "no", "unknown", "ask"),
        ("yes", "no", "no", "no"),
        ("unknown", "no", "no", "no"),
        ("unknown", "automatic", "yes", "ask"),
        ("no", "automatic", "yes", "no"),
        ("frozen", "automatic", "yes", "no"),
    ],
)
def test_may_i(allowed: str, inside: str, outside: str, verdict: str) -> None:
    said = stated(after_tax_allowed=allowed, in_plan_conversion=inside, in_service_withdrawal=outside)
    assert may_i(said) == verdict


def fields(questions: tuple[Question, ...]) -> set[str]:
    return {question.field for question in questions}


def test_what_is_settled_is_not_asked() -> None:
    assert questions_for(stated(after_tax_allowed="no")) == ()
    asked = fields(questions_for(stated(after_tax_allowed="yes", in_service_withdrawal="yes")))
    assert not asked & {"after_tax_allowed", "in_plan_conversion", "in_service_withdrawal"}
    assert "after_tax_cap_percent" not in fields(questions_for(stated(after_tax_cap_dollars=Money(1))))
    assert not fields(questions_for(stated(match="none"))) & {"match", "match_on_catch_up", "true_up"}
    assert fields(questions_for(stated(match="none", match_steps=[]))) >= {"match_on_catch_up", "true_up"}
    assert "true_up" not in fields(questions_for(stated(match_period="year")))
    assert "match" in fields(questions_for(stated(match="unknown")))


def test_a_draft_knows_where_it_comes_from() -> None:
    from megaroth.plan.file import PlanFile

    file = PlanFile.model_validate({"conflicts": ["one says so"], "true_up": "no"})
    found = draft_of(file, "here", from_directory=True)
    assert (found.where, found.from_directory, found.conflicts) == ("here", True, ("one says so",))
