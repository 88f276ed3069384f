"""What an independent generator holds for valid is read: no household of it is refused."""

from __future__ import annotations

import json
import random

from tests.oracle.generate import random_household

from megaroth import questions


def test_no_random_household_is_refused() -> None:
    for seed in range(300):
        household = random_household(random.Random(seed))
        answer = questions.room(json.dumps(household, default=str), is_json=True)
        assert not isinstance(answer, list), (seed, answer)
