"""Hypothesis profiles.

quick (the default): few examples, for every run; a failure is kept in `.hypothesis/` and tried again first.
deep: many examples; `MEGAROTH_PROFILE=deep uv run pytest tests/properties`, or `--hypothesis-profile deep`.
Neither has a deadline (shared machines stall) nor fixed seeds (each run looks elsewhere).
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("quick", max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("deep", max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("MEGAROTH_PROFILE", "quick"))
