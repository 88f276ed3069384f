"""Tables that blanks alone draw: a label on two lines is one label, and its values stand below the names of their columns."""

from __future__ import annotations

from tests.reader.said import fields

from megaroth.reader.wrapped_labels import whole_labels

TABLE = """\
                        Pre-tax      Roth         After-tax
Counted toward the
 limit on deferrals     Yes          Yes          No
Matched by us           Yes          Yes          No
Can be taken out
 before age 59½ while
 you work here          Hardship     Hardship     Yes, at any time
"""


def test_labels_are_whole() -> None:
    assert whole_labels(TABLE.splitlines()) == [
        "|  | Pre-tax | Roth | After-tax |",
        "| Counted toward the limit on deferrals | Yes | Yes | No |",
        "| Matched by us | Yes | Yes | No |",
        "| Can be taken out before age 59½ while you work here | Hardship | Hardship | Yes, at any time |",
    ]


def test_what_the_table_says_is_read() -> None:
    said = fields("You can save pre-tax, Roth or after-tax.\n\n" + TABLE)
    assert said["in_service_withdrawal"] == "yes"
    assert said["match_on_after_tax"] == "no"


def test_a_title_among_the_rows_and_a_footnote_join_no_label() -> None:
    titled = TABLE.replace("Matched by us ", "Money from us\nMatched by us ")
    assert whole_labels(titled.splitlines()) == titled.splitlines()
    noted = whole_labels([*TABLE.splitlines(), "*If you ask for it."])
    assert noted[-1] == "*If you ask for it."


def test_other_lines_stay_as_they_are() -> None:
    for text in (
        "You may save up to 50% of pay.\nThe match is 50% of the first 6%.",
        "        Pre-tax      Roth         After-tax\nMatched Yes          Yes          No\nLoans   Yes          Yes          Yes",
        "   A quote   in the middle\nof a sentence that\ngoes on over lines.",
    ):
        assert whole_labels(text.splitlines()) == text.splitlines()


def test_a_formula_of_the_match_caps_nothing() -> None:
    assert "deferral_cap_percent" not in fields(
        "MATCHING CONTRIBUTIONS\n\n[X] Fixed: 50% of Elective Deferrals up to 8% of Plan Compensation\n[ ] None"
    )
