"""Real texts read as an expert reads them: no critical field wrong, macro-F1 of 0.90 at least, quotes that are there."""

from __future__ import annotations

import os
import shutil

import pytest
from tests.reader import gold

from megaroth.reader import reading
from megaroth.reader.words import folded

pytestmark = pytest.mark.skipif(not gold.DOCUMENTS.exists(), reason="the documents lie beside the project")


def test_no_critical_field_is_wrong_and_the_rest_is_good() -> None:
    scored = gold.scores()
    assert {key: scored[key].wrong for key in gold.CRITICAL} == {key: [] for key in gold.CRITICAL}
    assert gold.macro_f1(scored) >= 0.90, {key: (score.wrong, score.missed) for key, score in scored.items()}


def test_a_wrong_field_would_be_seen() -> None:
    score = gold.Score(right=["one"], wrong=["two: yes"], missed=["two"])
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize("name", ["mma_agency_401k_spd_2024", "openx_benefits_guide_2022", "nvidia_401k_2024"])
def test_every_quote_stands_in_its_text(name: str) -> None:
    file, data = gold.text_of(name)
    read = reading.read(data, file, gold.TODAY)
    assert isinstance(read, reading.Reading)
    text = folded(data.decode())
    for said in read.draft.stated.values():
        if name == "openx_benefits_guide_2022":
            # Its two columns stand beside each other: a sentence goes on in the next line of its own column.
            assert all(word in text for word in said.quote.split())
        else:
            assert said.quote in text


def test_the_two_real_pdfs_are_read_end_to_end() -> None:
    whole = reading.read((gold.DOCUMENTS / "piasc_spd_2010.pdf").read_bytes(), "spd.pdf", gold.TODAY)
    assert isinstance(whole, reading.Reading)
    assert (whole.pages, whole.unread) == (26, ())
    assert str(whole.draft.value("deferral_cap_percent")) == "100%"
    assert "after_tax_allowed" not in whole.draft.stated or whole.draft.says("after_tax_allowed") == "no"


def test_the_scanned_page_is_read_by_ocr() -> None:
    if shutil.which("tesseract") is None:
        assert not os.environ.get("CI"), "apt.txt names tesseract-ocr"
        pytest.skip("tesseract is not installed")
    read = reading.read((gold.DOCUMENTS / "piasc_plan_highlights_scanned.pdf").read_bytes(), "scan.pdf", gold.TODAY)
    assert isinstance(read, reading.Reading)
    assert read.by_ocr == (1,)
    assert read.draft.value("recordkeeper") == "Vanguard"
    assert not read.draft.stated.keys() & set(gold.CRITICAL)
