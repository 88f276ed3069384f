"""Two columns of prose in a text that keeps the layout of its PDF are read one after the other; a table is left as it is."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

from megaroth.reader import side_by_side
from megaroth.reader.side_by_side import LEAST_LINES, one_after_the_other

LEFT = """The Plan lets you choose how much of your
pay goes into your account. The Company
adds to what you save: it contributes a
maximum of $9,900 a year as a matching
contribution of 100% of your deferrals
(excluding catch-up and after-tax
contributions), up to 5% of your pay. All
that we add is yours from the first day
on which you work for us, and it is put
into your account after each payday, as
soon as we have word from the payroll
office that your own money has gone in.
Who leaves before then loses nothing of
what has been added until that day.""".splitlines()
RIGHT = """Whoever has reached the age of fifty, or
will do so in the year, may save more than
the limit. What you save beyond it goes in
with your other deferrals, and you need
not ask for it. Your beneficiary is the
person to whom the account is paid when
you die; if you have named nobody it is
your spouse, and if you have none it goes
to your children in equal shares. To name
somebody, sign in and follow the steps on
the screen, which take a few minutes. You
may change your mind at any time, and as
often as you like, without giving a reason
or asking anybody for leave.""".splitlines()


def test_each_column_is_read_for_itself() -> None:
    lines = [f"     {left:<46}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    read = [line.strip() for line in one_after_the_other(["A title", "", *lines, "", "The end."])]
    assert [line for line in read if line] == ["A title", *LEFT, *RIGHT, "The end."]
    told = fields("\n".join(lines))
    assert told["match"] == tiers((100, 5))
    assert told["match_limits"] == {"max_dollars": "9900"}
    assert told["match_on_catch_up"] == "no"


def test_a_table_is_left_as_it_is() -> None:
    rows = [
        f"{label:<34}{value}"
        for label, value in [
            ("Eligibility to join the savings plan", "Immediate, on your first day of work."),
            ("Your own pre-tax and Roth deferrals", "From 1% to 60% of your eligible pay."),
            ("The match that the Company makes each", "Payday: 100% of the first 5% of pay."),
            ("Vesting in all that the Company adds", "Immediate, whatever your service is."),
        ]
        * 4
    ]
    assert one_after_the_other(rows) == rows


def test_a_few_lines_are_no_columns() -> None:
    lines = [f"{left:<46}{right}" for left, right in zip(LEFT, RIGHT, strict=True)][: LEAST_LINES - 1]
    assert one_after_the_other(lines) == lines


def test_a_long_table_is_not_cut_anew_at_each_of_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    cuts: list[str] = []
    halves = side_by_side._halves

    def counted(line: str, column: int) -> tuple[str, ...]:
        cuts.append(line)
        return halves(line, column)

    monkeypatch.setattr(side_by_side, "_halves", counted)
    rows = [
        f"{f'Label {number} of a table that is long':<44}Value {number}, on the same line" for number in range(2000)
    ]
    assert one_after_the_other(rows) == rows
    assert len(cuts) < len(rows)
