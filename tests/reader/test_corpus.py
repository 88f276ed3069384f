"""A sample of the corpus of plan documents of our own; `python -m tests.reader.corpus.run 30 --both` reads all sixty."""

from __future__ import annotations

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


def test_short_documents_by_another_hand() -> None:
    wrong, met = [], 0
    for document in unseen.documents():
        faults, _, right = unseen.faults(document)
        wrong += [f"{document['name']}: {fault}" for fault in faults]
        met += right
    assert wrong == []
    assert met >= 90


def test_what_must_never_be_accepted_is_not() -> None:
    for document in unseen.documents():
        for name, value in document.get("never", {}).items():
            wrong, missed, _ = unseen.faults({**document, "expect": {name: value}})
            assert wrong or missed, (document["name"], name)
