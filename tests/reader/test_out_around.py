"""Money that comes out, as what stands around its clause tells: who has such money, where it is described, how it was before."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

_AT = "You may make pre-tax, Roth and traditional after-tax contributions.\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "While you are employed, you can withdraw after-tax contributions without waiting until 59½.",
        "Withdrawals of after-tax money stay as they are – at any time, for any reason – and are described in the booklet.",
        "If you made after-tax contributions before then (you will see them on your statement) you may withdraw them at any age and for any reason, up to once every four months.",
        "Your after-tax account is yours to take out whenever you like, as under the old contract, which let you draw it every year.",
        "From your after-tax account\nWhile employed you may withdraw from your after-tax account for any reason. There is no limit on the number of withdrawals.",
        "Life happens, so while you work here you can\n+ borrow from your account,\n+ take after-tax contributions and their earnings at any time – in cash, or rolled to an IRA,\n+ apply for a hardship withdrawal of pre-tax contributions.",
        "Withdrawals at 59½\nOnce you are 59½ any money may be withdrawn.\n\nAfter-tax withdrawals\nYou may withdraw after-tax contributions at any age and for any reason.",
    ],
)  # fmt: skip
def test_it_comes_out(said: str) -> None:
    assert fields(_AT + said).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize(
    "said",
    [
        "You cannot withdraw after-tax contributions while employed without waiting until 59½.",
        "There is no limit on the number of withdrawals.",
        "If you have after-tax contributions you may convert them; withdrawals are described in the booklet.",
        "Withdrawals at 59½\nAfter-tax, pre-tax and Roth contributions may be withdrawn for any reason.",
        "Under the old contract you could take after-tax money out whenever you liked.",
        "Before you leave\n+ after-tax contributions,\n+ pre-tax contributions.",
    ],
)
def test_it_does_not_say_so(said: str) -> None:
    assert fields(_AT + said).get("in_service_withdrawal") != "yes"


def test_no_limit_denies_nothing() -> None:
    told = fields(f"{_AT}Your after-tax account, while you are employed\nThere is no minimum for a withdrawal.\n")
    assert told.get("in_service_withdrawal") != "no"


def test_a_numbered_part_is_a_title() -> None:
    """`7.8 Getting at your money while you work here`: long, with small letters, and above the table all the same."""
    text = (
        f"{_AT}7.7 Loans\nTwo at once.\n\n7.8 Getting at your money while you are working here\n\n"
        "Kind of money           When\nAfter-tax savings       Any time, at least $300, not more than four times a year\n"
        "Before-tax savings      From 59½, or for hardship\n"
    )
    assert fields(text).get("in_service_withdrawal") == "yes"


def test_what_a_yes_calls_so() -> None:
    """`Yes. These are called “Voluntary Contributions.”` names what the question asked for."""
    text = (
        "Can I make after-tax contributions that are not Roth contributions?\n{} These are called \"Voluntary Contributions.\"\n\n"
        "While I work here\n\nWhen can I withdraw my Voluntary Contributions?\n"
        "You may take your Voluntary Contributions Account, in whole or in part, at any time.\n"
    )  # fmt: skip
    assert fields(text.format("Yes.")).get("in_service_withdrawal") == "yes"


def test_the_plan_is_ours_though_an_old_one_is_named() -> None:
    text = (
        "Accessing your money\n\nYou are an Exemplar associate.\n\nHardship withdrawals\nOnly your pre-tax and Roth contributions are available.\n\nRollover withdrawals\nRollover money, including after-tax money, at any time.\n\nPrior plan after-tax money\nDid you work at Duvall & Sons before 2008? "
        "You might have an after-tax account from the old Duvall Thrift Plan. The Exemplar plan does not take after-tax contributions, but "
        "this money can be withdrawn at any time.\n"
    )
    told = fields(text)
    assert told.get("after_tax_allowed") == "no"
    other = fields("Accessing your money\n\nThe Duvall plan lets you withdraw after-tax money at any time.\n")
    assert other.get("in_service_withdrawal") != "yes"
