"""The federal income tax numbers of one year and one filing status, every amount with its source.

Knows: the tables of `limits/tax` and what the statute fixes. A year without tables is refused, no neighbour stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, TypeAlias

from megaroth.kit.money import NO_LIMIT, ZERO, Ints, Money, Rate, Rounding, dollars, percent
from megaroth.kit.rule import Cite, Limit, Status
from megaroth.kit.words import portion
from megaroth.law.book import LIMITS, Filing, UnknownYear, statutory_rows, tax_rows


@dataclass(frozen=True, slots=True)
class Band:
    """Income from `over` up to `up_to` is taxed at `rate`."""

    over: Money
    up_to: Money
    rate: Rate
    PAD: ClassVar[Band]


# No income lies in it.
Band.PAD = Band(NO_LIMIT, NO_LIMIT, Rate(0, 1))
Bands: TypeAlias = tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class IncomeTax:
    """The numbers of a return (or, with `stack`, of a column of returns). What a year does not have is nothing or no limit."""

    year: Ints
    ordinary: Bands
    gains: Bands
    standard_deduction: Limit
    additional_standard_deduction: Limit
    senior_deduction: Limit
    senior_phase_out_start: Limit
    senior_phase_out_rate: Rate
    salt_cap: Limit
    salt_floor: Limit
    salt_phase_down_start: Limit
    salt_phase_down_rate: Rate
    itemized_limitation_start: Limit
    itemized_limitation_rate: Rate
    amt_exemption: Limit
    amt_phase_out_start: Limit
    amt_phase_out_rate: Rate
    amt_separate_start: Limit
    """Where the exemption of a separate return has gone; from there on its AMT income is raised. No limit for others."""
    amt_bands: Bands
    niit_threshold: Limit
    niit_rate: Rate
    additional_medicare_threshold: Limit
    additional_medicare_rate: Rate
    social_security_base: Limit
    social_security_adjusted_base: Limit
    social_security_first_rate: Rate
    social_security_second_rate: Rate
    child_credit: Limit
    other_dependent_credit: Limit
    child_phase_out_start: Limit
    child_phase_out_step: Limit
    child_lost_per_step: Limit

    @property
    def status(self) -> Status:
        """`projected` if any of the amounts is, else `announced`."""
        limits = (getattr(self, field.name) for field in fields(self))
        projected = any(isinstance(limit, Limit) and limit.status == "projected" for limit in limits)
        return "projected" if projected else "announced"


def income_tax_years() -> list[int]:
    """The years whose income tax the book has."""
    return sorted(int(path.stem) for path in (LIMITS / "tax").glob("2*.toml"))


@cache
def income_tax_for(year: int, filing: Filing) -> IncomeTax:
    """The numbers of a year and filing status. Raises `UnknownYear` where the book has no tables."""
    rows, statute = tax_rows(year), statutory_rows()
    if not rows:
        known = ", ".join(map(str, income_tax_years()))
        raise UnknownYear(f"there are no income tax tables for {year}; the book has {known}")

    def yearly(table: str) -> Limit:
        return _limit(rows[table][filing]) if table in rows else _NO_RULE

    def fixed(name: str) -> Limit:
        return _limit(statute[f"{name}_{filing}"])

    ordinary = _bands(rows["ordinary"][filing]["upper"], statute["ordinary_rates"]["percent"])
    exemption, start = yearly("amt_exemption"), yearly("amt_phase_out_start")
    amt_rate = percent(rows["amt_phase_out_rate"]["all"]["percent"])
    separate = filing == "separate"
    all_lost = start.amount + portion(exemption.amount, Rate(amt_rate.bottom, amt_rate.top), Rounding.UP)
    top_band = Limit(ordinary[-1].over, Cite(rows["ordinary"][filing]["source"]), rows["ordinary"][filing]["status"])
    senior, limitation = statute["senior_deduction"], statute["itemized_limitation"]
    # A married person has the senior deduction on a joint return only.
    is_senior_year = senior["first_year"] <= year <= senior["last_year"] and not separate
    first, second = (percent(rate) for rate in statute["social_security_rates"]["percent"])
    return IncomeTax(
        year=year,
        ordinary=ordinary,
        gains=_bands(rows["long_term_gain"][filing]["upper"], statute["long_term_gain_rates"]["percent"]),
        standard_deduction=yearly("standard_deduction"),
        additional_standard_deduction=yearly("additional_standard_deduction"),
        senior_deduction=_limit(senior) if is_senior_year else _NOTHING,
        senior_phase_out_start=_NO_RULE if separate else fixed("senior_deduction_phase_out_start"),
        senior_phase_out_rate=percent(statute["senior_deduction_phase_out_rate"]["percent"]),
        salt_cap=yearly("salt_cap"),
        salt_floor=fixed("salt_floor"),
        salt_phase_down_start=yearly("salt_phase_down_start"),
        salt_phase_down_rate=percent(statute[f"salt_phase_down_rate{'_separate' * separate}"]["percent"]),
        itemized_limitation_start=top_band if year >= limitation["first_year"] else _NO_RULE,
        itemized_limitation_rate=Rate(limitation["top"], limitation["bottom"]),
        amt_exemption=exemption,
        amt_phase_out_start=start,
        amt_phase_out_rate=amt_rate,
        amt_separate_start=Limit(all_lost, start.cite, start.status) if separate else _NO_RULE,
        amt_bands=_bands([_dollars(yearly("amt_28_percent_start"))], statute["amt_rates"]["percent"]),
        niit_threshold=fixed("niit_threshold"),
        niit_rate=percent(statute["niit_rate"]["percent"]),
        additional_medicare_threshold=fixed("additional_medicare_threshold"),
        additional_medicare_rate=percent(statute["additional_medicare_rate"]["percent"]),
        social_security_base=fixed("social_security_base"),
        social_security_adjusted_base=fixed("social_security_adjusted_base"),
        social_security_first_rate=first,
        social_security_second_rate=second,
        child_credit=_limit(rows["child_tax_credit"]["each"]),
        other_dependent_credit=_limit(statute["other_dependent_credit"]),
        child_phase_out_start=fixed("child_tax_credit_phase_out_start"),
        child_phase_out_step=_limit(statute["child_tax_credit_phase_out_step"]),
        child_lost_per_step=_limit(statute["child_tax_credit_lost_per_step"]),
    )


_NO_RULE = Limit(NO_LIMIT, Cite("no such rule for this year and status"), "enacted")
_NOTHING = Limit(ZERO, Cite("no such rule for this year and status"), "enacted")


def _limit(row: dict[str, Any]) -> Limit:
    return Limit(dollars(row["amount"]), Cite(row["source"]), row["status"])


def _dollars(limit: Limit) -> int:
    return int(limit.amount.cents // 100)


def _bands(tops: list[int], rates: list[str]) -> Bands:
    edges = [ZERO, *(dollars(top) for top in tops), NO_LIMIT]
    return tuple(
        Band(over, up_to, percent(rate)) for over, up_to, rate in zip(edges[:-1], edges[1:], rates, strict=True)
    )
