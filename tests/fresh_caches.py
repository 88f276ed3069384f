"""A pytest plugin for mutation testing: every test reads anew what the program caches (`-p tests.fresh_caches`).

Otherwise only the first test that asks is seen to reach a cached function, and no other is run on its mutants.
"""

from __future__ import annotations

import sys

import pytest


def empty_caches() -> None:
    """Forget what was read before."""
    for name, module in list(sys.modules.items()):
        if name.startswith("megaroth."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


@pytest.fixture(autouse=True)
def _fresh_caches() -> None:
    empty_caches()
