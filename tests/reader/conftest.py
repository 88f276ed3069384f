"""What is read in these tests is read with the patterns that the child uses, tuned and kept."""

from __future__ import annotations

from megaroth.reader import kept, pattern, work

assert work  # imports every pattern
for _ in range(20):  # a slow machine makes them in several goes
    kept.ready(pattern.EVERY)
    if set(pattern.EVERY) <= kept._places.keys():
        break
