"""The larger catch-up of those of 60 to 63, said in few words."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

SAID = [
    ("3. I'll be 61 this year.\nThen your catch-up is $9,000, not $6,000.", "yes"),
    ("I'm over 50\nYou can put in an extra $6,000. We did not add the larger one for 60 to 63.", "no"),
    ("The larger catch-up limit for those of ages 60 to 63 is something that payroll can't do yet, so it isn't in the plan for now.", "no"),
    ("Turning 60, 61, 62, 63\nYour catch-up limit is larger in those years ($9,000).", "yes"),
    ("I'm 50!\n$6,000 extra. If you turn 60, 61, 62 or 63 this year, $9,000 extra.", "yes"),
    ("Turning 60\nYour catch-up of $6,000 goes on.", None),
    ("I'll be 62 this year.\nThen your catch-up is $6,000, not $9,000.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SAID)
def test_the_larger_catch_up(text: str, said: str | None) -> None:
    assert fields(f"You may contribute to the 401(k) plan.\n\n{text}").get("super_catch_up") == said
