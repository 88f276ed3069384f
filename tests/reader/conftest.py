"""What is read in these tests is read with the patterns that the child uses, tuned and kept."""

from __future__ import annotations

from megaroth.reader import kept, pattern, work

assert work  # imports every pattern
kept.ready(pattern.EVERY)
