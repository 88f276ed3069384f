"""The directory: every entry can be read, says where each field comes from, and every use says that it is to be confirmed."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from megaroth import questions
from megaroth.law.book import law_for
from megaroth.plan import companies
from megaroth.plan.check import check_plan
from megaroth.plan.draft import HEARSAY
from megaroth.plan.file import PlanFile
from megaroth.room.answer import RoomAnswer

NAMES = companies.names()
DESCRIPTIVE = {"name", "employer", "aliases", "read_on", "conflicts", "history", "evidence"}
KINDS = {"official", "recordkeeper", "guide", "third-party", "blog", *HEARSAY}


def entry(name: str) -> PlanFile:
    found = companies.entry(name)
    assert found is not None
    return found


def test_there_are_many() -> None:
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_every_stated_field_has_evidence(name: str) -> None:
    file = entry(name)
    draft = companies.draft_from_directory(name)
    assert draft is not None
    assert file.name
    assert file.employer
    assert file.read_on is not None
    for field, read in draft.stated.items():
        if read.value == "unknown":
            continue
        assert read.source, field
        assert read.date, field
        assert read.confidence in KINDS - set(HEARSAY), field
        assert read.note or read.quote, field
    for field, proof in file.evidence.items():
        assert proof.confidence in KINDS, field


@pytest.mark.parametrize("name", NAMES)
def test_no_entry_leaves_its_match_open(name: str) -> None:
    # Left out, a match would count as none: what nobody says stands there as "unknown".
    assert entry(name).model_fields_set & {"match", "match_steps"}


@pytest.mark.parametrize("name", NAMES)
def test_no_entry_contradicts_itself_or_the_law(name: str) -> None:
    draft = companies.draft_from_directory(name)
    assert draft is not None
    assert not check_plan(draft, law_for(2026))


@pytest.mark.parametrize("name", NAMES)
def test_every_use_says_confirm(name: str) -> None:
    text = f"""year = 2026
people.ana.born = 1981-03-14
[[jobs]]
name = "Work"
person = "ana"
plan = "{name}"
pay = 300_000
"""
    answer = questions.room(text)
    assert isinstance(answer, RoomAnswer)
    found = [finding for finding in answer.findings if finding.code == "plan-from-directory"]
    assert len(found) == 1
    assert found[0].remedy.startswith("Confirm them in your own plan document.")


def test_hearsay_does_not_count_as_stated() -> None:
    file = entry("electronic-arts")
    assert file.after_tax_allowed == "yes"
    assert file.evidence["after_tax_allowed"].confidence == "forum"
    draft = companies.draft_from_directory("electronic-arts")
    assert draft is not None
    assert draft.says("after_tax_allowed") == "unknown"


def test_names_aliases_and_near_names() -> None:
    assert entry("Capital One") is entry("capital_one") is entry("capital-one")
    assert entry("facebook") is entry("meta")
    assert companies.entry("no such employer") is None
    assert companies.draft_from_directory("no such employer") is None
    assert companies.nearest("amazn") == ["amazon"]
    assert companies.nearest("zzzzzz") == []


@pytest.mark.parametrize(
    ("text", "says"), [("true_up = 5", "true_up"), ("true_up = ", "has no value")], ids=["a mistake", "no TOML"]
)
def test_a_broken_entry_is_our_own_mistake(
    text: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(companies, "DIRECTORY", tmp_path)
    with pytest.raises(ValueError, match=f"shipped directory entry broken.toml is broken.*{says}"):
        companies._read("broken")


def test_no_entry_was_read_in_the_future() -> None:
    days = [file.read_on for file in map(entry, NAMES) if file.read_on]
    assert max(days) <= datetime.date.today()
