"""What a document may state: from what the child says to the values of a draft; known shapes alone are believed.

A plan file may hold all of this too (a test compares the two). This module does without the machinery of files: to load
that takes as long as to read thirty pages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from megaroth.kit import written
from megaroth.plan.model import EmployerMoney, MatchLimits, MatchStep, Tier

Read = Callable[[object], Any]
"""The value as a draft holds it; whatever else raises `ValueError`."""


def value_of(field: str, said: object) -> Any:
    """The value of a field as a draft holds it; raises `ValueError` where the field cannot have it."""
    if field not in FIELDS:
        raise ValueError("no term of a plan")
    return FIELDS[field](said)


def _word(*words: str) -> Read:
    def read(said: object) -> str:
        if not isinstance(said, str) or said not in words:
            raise ValueError(f"not one of {', '.join(words)}")
        return said

    return read


def _whole(least: int, most: int) -> Read:
    def read(said: object) -> int:
        if type(said) is not int or not least <= said <= most:
            raise ValueError(f"not a whole number from {least} to {most}")
        return said

    return read


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise ValueError("not a text")
    return said


def _list(read_one: Read) -> Read:
    def read(said: object) -> list[Any]:
        if not isinstance(said, list):
            raise ValueError("not a list")
        return [read_one(each) for each in said]

    return read


def _table(make: Callable[..., Any], needed: tuple[str, ...], **parts: tuple[str, Read]) -> Read:
    """Reads a table; by name in the file: the name in what is made, and how it is read. What is not needed may be left out."""

    def read(said: object) -> Any:
        if not isinstance(said, dict) or said.keys() - parts.keys() or any(name not in said for name in needed):
            raise ValueError("not a table of these names")
        return make(**{parts[name][0]: parts[name][1](value) for name, value in said.items()})

    return read


def _or_none(read_other: Read) -> Read:
    return lambda said: said if said == "none" else read_other(said)


_yes_no, _percent, _dollars = _word("yes", "no"), written.percent_of(), written.dollars()
_percent_cap, _dollar_cap = written.percent_of("none"), written.dollars("none")
_tiers = _list(
    _table(
        Tier, ("rate_percent",), rate_percent=("rate", written.percent_of(most=1000)), up_to_percent_of_pay=("of_pay", _percent),
        up_to_dollars=("dollars", _dollars), service_from=("service_from", _whole(0, 80)), service_below=("service_below", _whole(1, 80)),
    )
)  # fmt: skip
_step = {"deferring_percent": ("deferring", _percent), "earns_percent_of_pay": ("earns", _percent)}
_times = _whole(0, 400)

FIELDS: dict[str, Read] = {
    "after_tax_allowed": _word("yes", "no", "frozen"),
    "after_tax_cap_percent": _percent_cap,
    "after_tax_cap_dollars": _dollar_cap,
    "hce_after_tax_cap_percent": _percent_cap,
    "deferral_cap_percent": _percent_cap,
    "combined_cap_percent": _percent_cap,
    "roth_deferrals": _yes_no,
    "super_catch_up": _yes_no,
    "in_plan_conversion": _word("automatic", "on-request", "no"),
    "conversions_per_year": _times,
    "in_service_withdrawal": _yes_no,
    "match": _or_none(_tiers),
    "match_alternative": _tiers,
    "match_steps": _list(_table(MatchStep, tuple(_step), **_step)),
    "match_limits": _table(MatchLimits, (), max_dollars=("dollars", _dollars), max_percent_of_pay=("of_pay", _percent)),
    "match_on_roth": _yes_no,
    "match_on_catch_up": _yes_no,
    "match_on_after_tax": _yes_no,
    "match_period": _word("payday", "quarter", "year"),
    "true_up": _yes_no,
    "nonelective": _table(EmployerMoney, (), percent_of_pay=("of_pay", _percent), dollars=("dollars", _dollars)),
    "spillover": _yes_no,
    "true_up_last_day": _yes_no,
    "vesting": _text,
    "recordkeeper": _text,
    "phone": _text,
    "eligible_pay": _text,
    "match_eligible_pay": _text,
    "pay_excludes": _list(_word("bonus", "commission", "overtime", "equity", "severance", "expense allowances")),
    "conversion_sources": _list(_word("after-tax", "pre-tax", "match", "rollover")),
    "conversion_minimum_dollars": _dollars,
    "withdrawals_per_year": _times,
    "withdrawal_terms": _text,
    "withdrawal_suspension": _text,
    "auto_enrolment_percent": _percent,
    "auto_increase_percent": _percent,
    "auto_increase_up_to_percent": _percent,
    "safe_harbor": _yes_no,
    "plan_year_ends": _text,
}
