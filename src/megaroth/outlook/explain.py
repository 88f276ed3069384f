"""Why `worth` says what it says: each way's end as a sum of what went in, what it earned and what was taxed, and the rules behind.

The taxes of three moments stand for all the others: they are explained by the engine, rule by rule, with their citations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from megaroth.kit.money import ZERO, Money
from megaroth.kit.trace import Step, explaining
from megaroth.outlook.answers import AGAINST, Way
from megaroth.outlook.market import expected, share, to_cents
from megaroth.outlook.of_state import Kind
from megaroth.outlook.pieces import NO_TAX
from megaroth.outlook.pots import Taking, taken
from megaroth.outlook.reasons import lines_of_return, step
from megaroth.outlook.run import YearEnd, one_future
from megaroth.outlook.setup import Setup
from megaroth.outlook.strategies import Strategy
from megaroth.outlook.taxes import OnTop

CITE = "docs/outlook.md, “How the figures are made”"


def why_worth(setup: Setup, ways: Sequence[Strategy], shown: Sequence[Way], since: int | None) -> Step:
    """The whole explanation; `ways` and `shown` in the same order, the first is the one that is asked about."""
    mine = shown[0]
    other = next(way for way in shown if way.name == AGAINST)
    parts = [_of_way(setup, strategy, way) for strategy, way in zip(ways, shown, strict=True) if way.name != "none"]
    ahead = step(
        "ahead", "What the same money leaves after all taxes, less what a taxable account leaves, in today's dollars; each rounded by itself.", CITE,
        mine.ahead_by, parts, {mine.called: mine.after_tax, other.called: other.after_tax},
    )  # fmt: skip
    return Step(
        "worth", "", "", parts=[ahead, _why_since(setup, mine, other, since), *_taxes(setup, ways), _put_in(setup)]
    )


def _of_way(setup: Setup, strategy: Strategy, way: Way) -> Step:
    """`put in + growth - taxes on the way - taxes at the end`, each in today's dollars, to the cent."""
    untaxed = to_cents(taken(_without_taxes(setup, strategy)[-1].pots, Taking()))
    put = to_cents(sum(each.roth + each.after_tax + each.taxable + each.pre_tax for each in strategy.payments))
    put = way.paid if way.name == "debt" else put
    saved = {"tax_saved_by_deferring_and_put_in_too": put - way.paid} if put > way.paid else {}
    return step(
        way.called, way.says, CITE, way.after_tax, (),
        {
            "put_in": way.paid, **saved, "growth_without_any_tax": untaxed - way.paid - saved.get("tax_saved_by_deferring_and_put_in_too", ZERO),
            "taxes_on_the_way_and_what_they_would_have_earned": way.before_tax - untaxed,
            "taxes_at_the_end": way.after_tax - way.before_tax,
        },
    )  # fmt: skip


def _without_taxes(setup: Setup, strategy: Strategy) -> list[YearEnd]:
    growth, years = expected(setup.made.real_return, setup.made.inflation), len(setup.path)
    terms = [replace(term, on_conversion=NO_TAX, on_dividends=NO_TAX, on_gains=NO_TAX) for term in setup.terms]
    return one_future(strategy, terms, growth.growth * years, growth.deflator * years)


def _why_since(setup: Setup, mine: Way, other: Way, since: int | None) -> Step:
    """All taken out at once: the last year in which it is behind, and the first of those in which it is not."""
    at = setup.last if since is None else since - setup.household.year
    terms = {f"{way.called}, end of {setup.path[year].year}": way.cash[year] for year in (at - 1, at) if year >= 0
             for way in (mine, other)}  # fmt: skip
    says = "What all of it would bring if taken out at once, taxes, penalties and five-year clocks included."
    return step("leave it alone until", says, "IRC §72(t), §402A(d)(2), §408A(d)(2) and (3)(F)", since, (), terms)


def _taxes(setup: Setup, ways: Sequence[Strategy]) -> list[Step]:
    """The taxes of three moments, on what is really taxed then."""
    found = []
    if setup.budget.waits[0] and any(way.name == "mega" for way in ways):
        grown = share(setup.made.real_return + setup.made.inflation)
        earned = to_cents(setup.budget.amounts[0] * setup.budget.waits[0] * grown)
        says = f"The tax on what this year's money earns before it is converted ({setup.budget.waits[0] * 12:.1f} months on average)."
        found.append(_of_tax(setup, "ordinary", 0, earned, "tax on conversion", says))
    taxable = next((way for way in ways if way.name == AGAINST), None)
    if taxable is None:
        return found
    growth, years = expected(setup.made.real_return, setup.made.inflation), len(setup.path)
    ends = one_future(taxable, setup.terms, growth.growth * years, growth.deflator * years)
    if setup.last and share(setup.made.dividends):
        last = ends[-2].pots.taxable * growth.deflator[0] * share(setup.made.dividends)
        says = f"The tax on the dividends of the taxable account in {setup.path[-1].year}."
        found.append(_of_tax(setup, "dividends", setup.last, to_cents(last), "tax on dividends", says))
    if not setup.made.step_up:
        pots, over = ends[-1].pots, setup.made.payout_years
        gain = to_cents(max(pots.taxable - pots.taxable_basis, 0.0) / over)
        says = f"The tax on the gain of the taxable account: one of {over} equal parts." if over > 1 else (
            "The tax on the gain of the taxable account.")  # fmt: skip
        found.append(_of_tax(setup, "gains", len(setup.path), gain, "tax on gains", says))
    return found


def _of_tax(setup: Setup, kind: Kind, ahead: int, amount: Money, name: str, says: str) -> Step:
    tax = setup.tax(kind, ahead)
    if not isinstance(tax, OnTop):
        dollar = to_cents(tax.on(1.0))
        rate = step(
            "your own rate", "As you say in [outlook].", "[outlook] of your file", dollar, (), {"of one dollar": dollar}
        )
        return step(name, says, CITE, to_cents(tax.on(int(amount.cents) / 100)), (rate,), {"taxed": amount})
    with explaining() as with_it:
        value = tax.in_cents(amount)
    # The last return is the one with the income; the state's part follows it.
    kept = [lines_of_return(part) for part in with_it.parts if part.rule in ("federal_tax", "state_tax_of_conversion")]
    return step(name, says, f"{CITE}; today's dollars", value, kept[-2:] if tax.state else kept[-1:], {"taxed": amount})


def _put_in(setup: Setup) -> Step:
    """This year's amount, by the rules of the room."""
    names = ("annual_additions_limit", "left_of_annual_additions", "after_tax_room")
    found = [job.case.why.find(name) for job in setup.jobs for name in names]
    says = f"What goes in this year; later years by the same rules, to {setup.path[setup.made.saving_years - 1].year}."
    return step(
        "put in this year", says, "IRC §415(c)", setup.path[0].after_tax, [part for part in found if part is not None]
    )
