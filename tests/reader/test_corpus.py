"""A sample of the corpus of plan documents of our own; `python -m tests.reader.corpus.run 30 --both` reads all sixty."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reader import unseen
from tests.reader.corpus.compose import LAYOUTS
from tests.reader.corpus.run import one


@pytest.mark.parametrize("number", [place for place, layout in enumerate(LAYOUTS) if layout != "scans"])
def test_nothing_accepted_is_wrong_and_little_is_missed(number: int) -> None:
    made, counts, faults, _, pages = one(number, held_out=number % 2 == 1, most_pages=6)
    assert pages > 1
    assert counts["wrong"] == 0, faults
    assert counts["missed"] <= 0.3 * len(made.truth), faults


MET = {"unseen.toml": 107, "unseen2.toml": 126}
"""Expectations met today; the first readings, which tell more, stand in docs/reader.md."""


@pytest.mark.parametrize("file", unseen.FILES, ids=lambda file: file.name)
def test_short_documents_by_another_hand(file: Path) -> None:
    read = [(document["name"], *unseen.faults(document)) for document in unseen.documents(file)]
    assert [(name, wrong) for name, wrong, _, _ in read if wrong] == []
    assert sum(met for _, _, _, met in read) >= MET[file.name]
