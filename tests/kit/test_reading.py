"""Reading files: texts in, values or findings out."""

from __future__ import annotations

import datetime
import os
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import Field

from megaroth.kit.finding import Finding
from megaroth.kit.money import Money, Rate
from megaroth.kit.reading import (
    MOST_BYTES,
    MOST_MISTAKES,
    Date,
    DollarCap,
    Dollars,
    DollarsOrUnknown,
    FileModel,
    Percent,
    PercentCap,
    RatePercent,
    WordOr,
    check,
    parse_json,
    parse_toml,
    read_text,
    without_mistakes,
)
from megaroth.kit.toml_places import Source
from megaroth.kit.written import near, shown


class Inner(FileModel):
    rate: Percent
    note: str = ""


class Outer(FileModel):
    pay: Dollars | None = None
    cap: DollarCap | None = None
    share: PercentCap | None = None
    rate: RatePercent | None = None
    last: DollarsOrUnknown | None = None
    on: Date | None = None
    mode: Literal["stop", "spread"] = "stop"
    count: int = 0
    weight: float = 0.0
    inner: Inner | None = None
    either: WordOr[str, list[Inner]] = "none"
    tables: dict[str, Inner] = Field(default={})
    words: list[str] = Field(default=[])


def source(text: str, is_json: bool = False) -> Source:
    read = parse_json(text, "me.json") if is_json else parse_toml(text, "me.toml")
    assert isinstance(read, Source)
    return read


def read(text: str, is_json: bool = False) -> Outer:
    model = check(source(text, is_json), Outer)
    assert isinstance(model, Outer), model
    return model


def refused(text: str, is_json: bool = False) -> list[Finding]:
    found = check(source(text, is_json), Outer)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("300_000", 30_000_000),
        ("300_000.50", 30_000_050),
        ('"23_500.00"', 2_350_000),
        ('"23500"', 2_350_000),
        ("0", 0),
        ("0.01", 1),
        ("1e5", 10_000_000),
    ],
)
def test_amounts_are_read_exactly(written: str, cents: int) -> None:
    assert read(f"pay = {written}").pay == Money(cents)


@pytest.mark.parametrize(
    ("written", "rate"),
    [
        ("4.5", Rate(9, 200)),
        ('"66 2/3"', Rate(2, 3)),
        ('"2/3"', Rate(1, 150)),
        ('"4.5"', Rate(9, 200)),
        ("0", Rate(0, 1)),
    ],
)
def test_percentages_are_read_exactly(written: str, rate: Rate) -> None:
    assert read(f"share = {written}").share == rate


def test_words_stand_in_for_amounts_where_the_field_says_so() -> None:
    outer = read('cap = "none"\nshare = "unknown"\nlast = "unknown"\nrate = 1000')
    assert (outer.cap, outer.share, outer.last, outer.rate) == ("none", "unknown", "unknown", Rate(10, 1))
    assert refused('pay = "none"')[0].code == "bad-value"
    assert "1001 percent is more" in refused("rate = 1001")[0].message
    assert "101 percent is more" in refused("share = 101")[0].message


def test_a_date_is_a_day_and_json_may_write_it_as_text() -> None:
    assert read("on = 2026-03-14").on == datetime.date(2026, 3, 14)
    assert read('{"on": "2026-03-14"}', is_json=True).on == datetime.date(2026, 3, 14)
    assert refused('on = "2026-03-14"')[0].remedy == "Write it without quotes: 2026-03-14."
    assert refused("on = 2026-03-14T00:00:00Z")[0].remedy == "Leave the time out: 2026-03-14."
    assert refused("on = 07:30:00")[0].message.endswith("expected a date, found 07:30:00.")
    assert refused('{"on": "14.3.2026"}', is_json=True)[0].remedy.endswith('like "1981-03-14".')
    for text, is_json in (('on = "2026-02-30"', False), ('{"on": "2026-02-30"}', True)):
        assert refused(text, is_json)[0].message.endswith("there is no day 2026-02-30.")
        assert refused(text, is_json)[0].remedy == "Check month and day."


def test_a_day_of_another_age_is_a_slip_of_a_digit() -> None:
    for text, is_json in (("on = 9999-12-31", False), ('{"on": "0198-01-01"}', True)):
        assert "is no day that a plan can mean" in refused(text, is_json)[0].message
        assert refused(text, is_json)[0].remedy == "Write a year from 1800 to 2199."


def test_every_mistake_is_found_at_once_with_its_place() -> None:
    found = refused('pay = -1\nmode = "stopp"\n[inner]\nrat = 5\n')
    assert [(f.code, f.where) for f in found] == [
        ("bad-value", "me.toml:1:1 pay"),
        ("bad-value", "me.toml:2:1 mode"),
        ("missing", "me.toml:3:1 inner.rate"),
        ("unknown-name", "me.toml:4:1 inner.rat"),
    ]
    assert found[1].remedy == 'Did you mean "stop"?'
    assert found[3].remedy == "Did you mean `rate`?"


def test_names_are_suggested_from_the_table_they_stand_in() -> None:
    assert refused("tables.x.rat = 1")[1].remedy == "Did you mean `rate`?"
    assert refused("either = [{ rate = 1, noet = 1 }]")[0].remedy == "Did you mean `note`?"
    assert refused("qqq = 1")[0].remedy.startswith("Known names: pay, cap")


def test_only_the_shape_that_was_written_is_checked() -> None:
    assert [f.message for f in refused("either = 5")] == ["`either` needs a word in quotes or a list, found 5."]
    assert refused("either = [5]")[0].where == "me.toml:1:11 either[0]"
    assert read('either = "all"').either == "all"
    assert "either" not in refused("tables = 5")[0].message


def test_a_text_where_a_list_belongs() -> None:
    assert refused('words = "one"')[0].remedy == 'Write a list in brackets, like ["text"].'
    assert refused("words = 5")[0].remedy != 'Write a list in brackets, like ["text"].'
    assert read('words = ["one"]').words == ["one"]


def test_a_mistake_that_nobody_foresaw_is_told_in_the_librarys_words() -> None:
    assert refused('weight = "much"')[0].message == '`weight` needs input should be a valid number, found "much".'
    assert refused('weight = "much"')[0].remedy == "Correct the value."


def test_a_truth_value_is_taken_for_the_word_that_was_meant() -> None:
    class Asked(FileModel):
        answer: Literal["yes", "no"] = "no"

    for written, meant in (("true", "yes"), ("false", "no")):
        found = check(source(f"answer = {written}"), Asked)
        assert isinstance(found, list)
        assert found[0].remedy == f'Did you mean "{meant}"?'
    assert refused("mode = true")[0].remedy == "Write one of these words, in quotes."


def test_beyond_a_number_of_mistakes_they_are_counted() -> None:
    text = "".join(f"x{number} = 1\n" for number in range(MOST_MISTAKES + 7))
    found = refused(text)
    assert len(found) == MOST_MISTAKES + 1
    assert (found[-1].code, found[-1].message) == ("more-mistakes", "And 7 more.")
    assert [f.code for f in refused("".join(f"x{number} = 1\n" for number in range(MOST_MISTAKES)))].count(
        "unknown-name"
    ) == MOST_MISTAKES


def test_what_is_no_table_is_refused() -> None:
    found = refused("[1]", is_json=True)
    assert (found[0].code, found[0].where) == ("not-a-table", "me.json:1:1")
    assert without_mistakes(source("[1]", is_json=True), Outer) is None


def test_the_rest_can_be_looked_at_without_the_mistakes() -> None:
    rest = without_mistakes(source('pay = "x"\nqqq = 1\ncount = 3\nmode = "stop"'), Outer)
    assert rest is not None
    assert (rest.pay, rest.count) == (None, 3)
    # Without a field that must be there, and without one item of a list, there is no rest.
    assert without_mistakes(source("inner.note = 'x'"), Outer) is None
    assert without_mistakes(source("either = [5, { rate = 1 }]"), Outer) is None
    assert without_mistakes(source("either = [{ rate = 1, noet = 2 }]\ncount = 1"), Outer) is not None
    # The same value refused twice is left out once.
    assert without_mistakes(source("tables.x = 5\ncount = 1"), Outer) == Outer(count=1, tables={})
    assert without_mistakes(source("count = 1"), Outer) == Outer(count=1)


def test_the_original_values_stay_as_they_are() -> None:
    one = source("inner.rate = 1\ninner.qqq = 1")
    without_mistakes(one, Outer)
    assert one.values == {"inner": {"rate": 1, "qqq": 1}}


@pytest.mark.parametrize(
    ("text", "where", "piece"),
    [
        ("x = 1e99999999999999999999", "me.toml:1:6", "beyond all bounds"),
        ("y = 1\nx = " + "9" * 5000, "me.toml:2:5", "beyond all bounds"),
        ("y = 1\nx = 1e" + "9_" * 20 + "9", "me.toml:1:1", "beyond all bounds"),
        ("x = " + "[" * 100_000, "me.toml:1:1", "nested too deeply"),
        ("y = 1\n" + "a." * 100 + "a = 1", "me.toml:2:1", "more parts"),
        ("x = yes", "me.toml:1:1", "without quotes"),
    ],
)
def test_a_text_that_is_not_toml_is_a_finding(text: str, where: str, piece: str) -> None:
    found = parse_toml(text, "me.toml")
    assert isinstance(found, Finding)
    assert (found.code, found.where, piece in found.message) == ("not-toml", where, True)


@pytest.mark.parametrize(
    ("text", "where", "piece"),
    [
        ('{"a": 1,}', "me.json:1:9", "not valid JSON"),
        ("", "me.json:1:1", "not valid JSON"),
        ('{"a": 1, "b": 2, "b": 3}', "me.json:1:1", "`b` is set twice"),
        ("[" * 100_000, "me.json:1:1", "nested too deeply"),
        ('{\n"a": 1E-99999999999999999999}', "me.json:2:7", "beyond all bounds"),
        ('{"a": "\\ud800"}', "me.json:1:1", "half a character"),
    ],
)
def test_a_text_that_is_not_json_is_a_finding(text: str, where: str, piece: str) -> None:
    found = parse_json(text, "me.json")
    assert isinstance(found, Finding)
    assert (found.code, found.where, piece in found.message) == ("not-json", where, True)


def test_a_mark_of_byte_order_is_passed_over() -> None:
    assert source("\ufeffcount = 1").values == {"count": 1}
    assert source('\ufeff{"count": 1}', is_json=True).values == {"count": 1}
    assert source('{"pay": 1.10}', is_json=True).values == {"pay": Decimal("1.10")}


def test_a_file_is_read_as_text_whatever_wrote_it(tmp_path: Path) -> None:
    path = tmp_path / "me.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\rc = 3\n")
    assert read_text(path) == "a = 1\nb = 2\nc = 3\n"
    path.write_bytes(b"#" * MOST_BYTES)
    assert read_text(path) == "#" * MOST_BYTES


def finding(path: Path) -> Finding:
    found = read_text(path)
    assert isinstance(found, Finding)
    return found


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "me.toml"
    assert finding(path).code == "file-not-found"
    assert finding(tmp_path).code == "file-is-a-folder"
    assert finding(tmp_path / ("x" * 5000)).code == "file-not-readable"
    assert "no file can have this name" in finding(tmp_path / "a\0b").message
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    assert finding(path).code == "file-too-large"
    path.write_bytes(b"caf\xe9")
    assert (finding(path).code, "byte 3" in finding(path).message) == ("file-not-text", True)
    (tmp_path / "below").symlink_to(tmp_path / "below")
    assert finding(tmp_path / "below").code == "file-not-readable"


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device here")  # noqa: PTH110
def test_a_device_without_end_is_read_no_further_than_a_file() -> None:
    assert finding(Path("/dev/zero")).code == "file-too-large"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "nothing"),
        (True, "true"),
        ({}, "a table"),
        ([], "a list"),
        (10**16, "a number beyond all bounds"),
        (10**16 - 1, "9999999999999999"),
        ("it\n", '"it\\n"'),
        (Decimal("1.50"), "1.50"),
        (datetime.date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_a_value_is_shown_as_it_was_written(value: Any, said: str) -> None:
    assert shown(value) == said


def test_the_nearest_option_is_the_likeliest_one() -> None:
    assert near("filling", ["filing", "format"]) == "filing"
    assert near("married filing jointly", ["single", "joint"]) == "joint"
    assert near("Joint", ["joint"]) == "joint"
    assert near("x", ["xyz"]) is None
    assert near("", ["none"]) is None
