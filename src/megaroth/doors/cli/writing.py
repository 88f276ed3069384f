"""Writing a file that a person will read: values as TOML has them."""

from __future__ import annotations

from typing import Any

import tomlkit
from tomlkit.items import Table

from megaroth.kit.money import Money, Rate


def number_of(value: Money | Rate) -> Any:
    """An amount or a percentage as TOML writes it: without the cents or decimals that say nothing."""
    if isinstance(value, Rate):
        text = str(value).removesuffix("%")
        return tomlkit.item(int(text)) if text.isdigit() else tomlkit.float_(text)
    cents = int(value.cents)
    return tomlkit.item(cents // 100) if cents % 100 == 0 else tomlkit.float_(value.plain())


def wishes_of(age_known: bool, catches_up: bool, own: bool) -> Table:
    """As much as possible, which is the default; written out so that it can be changed."""
    wishes = tomlkit.table()
    wishes.add("deferral", "max")
    wishes["deferral"].comment('"max" | "match" (just enough for the match) | dollars a year')
    wishes.add("deferral_kind", "pre-tax")
    wishes["deferral_kind"].comment('"pre-tax" | "roth"')
    if not age_known:
        wishes.add("catch_up", "none")
        wishes["catch_up"].comment("the year of birth is not known")
    elif catches_up:
        wishes.add("catch_up", "max")
        wishes["catch_up"].comment('"max" | "none" | dollars a year')
    if own:
        wishes.add("employer", "none")
        wishes["employer"].comment('own employer contribution: "max" | "none" | dollars a year')
    wishes.add("after_tax", "max")
    wishes["after_tax"].comment('"max" | "none" | dollars a year')
    return wishes
