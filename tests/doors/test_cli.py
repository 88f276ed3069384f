"""The command line on shipped examples: what a person types, and what comes back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from megaroth.doors.cli import _is_plain, _parsed, _room_of, run

EXAMPLE = Path(__file__).parents[2] / "examples" / "households" / "amazon.toml"


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert run(words) == code
    return capsys.readouterr().out


def test_plan_prints_verdict_number_reason_steps_sources_and_law(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "plan", str(EXAMPLE))
    assert "May I?       YES, by public sources" in out
    assert "How much?    $40,300.00 after tax in 2026" in out
    assert "Decided by   the limit on annual additions, IRC §415(c)" in out
    assert "$72,000.00 limit - $24,500.00 deferral - $7,200.00 match =\n     $40,300.00 after tax" in out
    for start in ("  1. Confirm", "  2. The amount", "  3. Into Roth", "  4. Elect after tax: 8% of pay"):
        assert start in out
    assert "Sources of the terms of Amazon 401(k) Plan" in out
    assert "Annual additions      $72,000.00  announced, IRS Notice 2025-67" in out


def test_room_as_json_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(said(capsys, "room", str(EXAMPLE), "--json"))
    assert answer["format"] == 1
    job = answer["jobs"][0]
    assert (job["match"], job["after_tax_room"], job["total"]) == ("7200.00", "40300.00", "72000.00")
    assert job["decided_by"] == "annual_additions"
    assert "steps" not in answer


def test_plan_as_json_has_the_steps(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(said(capsys, "plan", str(EXAMPLE), "--json"))
    assert list(answer)[-3:] == ["steps", "findings", "why"]
    assert len(answer["steps"]) == 4


@pytest.mark.parametrize(("words", "code"), [(["schedule"], 0), (["audit"], 1)])
def test_schedule_and_audit_print_paydays(words: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(EXAMPLE.with_name("paydays.toml"))
    out = said(capsys, words[0], file, code=code)
    assert "  total         220,000.00" in out
    assert "\n  total" in out
    assert said(capsys, words[0], file, "--csv", code=code).startswith("job,date,pay,")
    told = json.loads(said(capsys, words[0], file, "--json", code=code))
    assert len(told["jobs"][0]["paydays"]) == 24


def test_why_shows_rules_terms_and_citations(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "room", str(EXAMPLE), "--why")
    assert "annual additions limit = $72,000.00  [IRC §415(c)(1)" in out
    assert "> dollar limit: $72,000.00" in out.replace("  ", " ").replace("  ", " ")


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
@pytest.mark.parametrize("words", [["plan", str(EXAMPLE), "--why"], ["limits", "2027"], ["check", "microsoft"]])
def test_no_line_is_wider_than_the_window(
    words: list[str], columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    run(words)
    lines = capsys.readouterr().out.splitlines()
    # A single word (a path, a module, a site) is never broken, and rows of figures need their columns.
    wide = [line for line in lines if len(line) > max(columns, 50) and len(line.split()) > 2]
    assert wide == []


def test_standard_input_is_read_for_a_dash() -> None:
    done = _process("room", "-", "--json", given=EXAMPLE.read_text(encoding="utf-8"))
    assert done.returncode == 0
    assert json.loads(done.stdout)["jobs"][0]["after_tax_room"] == "40300.00"


def test_output_in_a_pipe_is_plain() -> None:
    done = _process("plan", str(EXAMPLE))
    assert done.returncode == 0
    assert "\x1b" not in done.stdout


def test_an_encoding_without_signs_does_not_break_the_answer() -> None:
    done = _process("plan", str(EXAMPLE), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "$40,300.00" in done.stdout


def test_whoever_stops_reading_gets_no_traceback() -> None:
    command = f'"{sys.executable}" -m megaroth plan "{EXAMPLE}" --why | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == "2026, law announced\n"
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("room", "nowhere.toml"), "There is no file nowhere.toml"),
        (("room", "."), ". is a folder, not a file"),
        (("plan",), "FILE requires an argument"),
        (("rom", "x"), 'Did you mean "room"?'),
        (("room", "x", "--jsn"), "Did you mean --json?"),
        (("limits", "2031"), "There is no law data for 2031"),
        (("limits", "next"), 'unable to convert "next" into a whole number'),
        (("companies", "amazn"), 'Did you mean "amazon"?'),
        (("check", "nowhere.toml"), "There is no file nowhere.toml"),
        (("check", str(EXAMPLE)), "describes a household, not a plan"),
        (("schema", "foo"), '"household", "plan"'),
    ],
)
def test_mistakes_are_findings_with_exit_code_2(
    words: tuple[str, ...], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(capsys, *words, code=2)
    assert out.startswith("[!!] ERROR: ")
    assert expected in " ".join(out.split())


def test_mistakes_are_findings_for_programs_too(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("room", "nowhere.toml", "--json"), ("rom", "--json"), ("limits", "2031", "--json")):
        answer = json.loads(said(capsys, *words, code=2))
        assert answer["findings"][0]["severity"] == "error"


def test_error_findings_give_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "over.toml"
    text = (
        EXAMPLE.read_text(encoding="utf-8") + "\n[jobs.so_far]\nas_of = 2026-06-01\npay = 300_000\nafter_tax = 73_000\n"
    )
    file.write_text(text, encoding="utf-8")
    assert "[!!] ERROR: Amazon: what was contributed" in said(capsys, "plan", str(file), code=1)


def test_a_projected_year_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "limits", "2027")
    assert out.startswith("Important planning numbers of 2027, law projected")
    assert "PROJECTED" in out


def test_limits_by_the_names_of_a_law_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert "  annual_additions                                     $72,000 [1]" in said(
        capsys, "limits", "2026", "--names"
    )


def test_limits_of_this_year_without_a_year(capsys: pytest.CaptureFixture[str]) -> None:
    assert "What changes in" in said(capsys, "limits", "2026")


def test_companies_lists_all_and_shows_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert "amazon " in said(capsys, "companies")
    out = said(capsys, "companies", "amazon")
    assert "match: 50% of the first 4% of pay" in out
    assert "Ready to send" not in out


def test_check_asks_what_the_plan_leaves_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(
        'name = "Initech 401(k)"\nafter_tax_allowed = "yes"\n[[match]]\nrate_percent = 50\n', encoding="utf-8"
    )
    out = said(capsys, "check", str(file))
    assert "NOT UNTIL YOU ASK this: Can I convert after-tax contributions" in " ".join(out.split())
    assert "Subject: Questions about Initech 401(k)" in out


def test_check_of_a_plan_that_contradicts_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.toml"
    text = 'after_tax_allowed = "yes"\nroth_deferrals = "no"\nin_plan_conversion = "automatic"\n'
    file.write_text(text, encoding="utf-8")
    out = said(capsys, "check", str(file), code=1)
    assert "[!!] ERROR: The plan is said to convert in plan but to accept no Roth deferrals" in " ".join(out.split())
    assert "plan.toml:3:1" in out


def test_ira_shows_the_back_door(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ira.toml"
    text = EXAMPLE.read_text(encoding="utf-8").replace('filing = "single"', "magi = 490_000")
    file.write_text(text, encoding="utf-8")
    out = said(capsys, "ira", str(file), "--why")
    assert "Through the back door       $7,500.00" in out
    assert "[IRC §408A(c)(3)" in out


def test_where_finds_rules_and_says_when_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert "megaroth.law.s415c_annual_additions" in said(capsys, "where", "annual", "additions")
    assert "No rule has all of these words" in said(capsys, "where", "zebra")


def test_schema_prints_a_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    for what in ("household", "plan"):
        assert json.loads(said(capsys, "schema", what))["$id"] == f"{what}.schema.json"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_script_knows_the_commands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "completion", "show", shell)
    assert "companies" in out or "megaroth" in out


def test_completion_is_installed_where_the_shell_looks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    out = said(capsys, "completion", "install", "fish")
    assert (tmp_path / ".config/fish/completions/megaroth.fish").exists()
    assert "Wrote " in out


HEAVY = [
    "numpy",
    "pyarrow",
    "apsw",
    "psycopg",
    "cyclopts",
    "rich",
    "pygments",
    "tomlkit",
    "typst",
    "pypdfium2",
    "fastapi",
    "starlette",
    "jinja2",
    "mcp",
    "megaroth.questions.asking",
    "megaroth.ledger",
    "megaroth.schedule",
    "megaroth.tax",
    "megaroth.law.indexing",
    "megaroth.kit.column",
]


@pytest.mark.parametrize("command", ["room", "plan"])
def test_the_one_person_path_stays_lean(command: str) -> None:
    """A plan needs no columns, no parser of command lines, no painting, no interview: the time to start is the time to answer."""
    spared = {"megaroth.tax", "megaroth.law.indexing"} if command == "plan" else set()  # it tells of years to come
    code = (
        f"import sys; from megaroth.doors.cli import run; run([{command!r}, {str(EXAMPLE)!r}]); "
        f"print(sorted((set({HEAVY}) - {spared or 'set()'}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("command", ["room", "plan"])
def test_a_plain_command_leaves_at_once_with_everything_said(command: str, tmp_path: Path) -> None:
    """It skips Python's tidying up: output to a file is all there, and so is the exit code."""
    said = tmp_path / "said.txt"
    with said.open("w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "megaroth", command, str(EXAMPLE), "--json"], stdout=out, timeout=60
        )
    assert done.returncode == 0
    assert json.loads(said.read_text(encoding="utf-8"))["jobs"]
    broken = subprocess.run(
        [sys.executable, "-m", "megaroth", command, str(tmp_path / "none.toml")], capture_output=True, timeout=60
    )
    assert broken.returncode == 2
    assert broken.stdout or broken.stderr


@pytest.mark.parametrize("flags", [[], ["--json"], ["--why"], ["--why", "--no-color"], ["--json", "--why"]])
@pytest.mark.parametrize("words", [["plan", str(EXAMPLE)], ["room", str(EXAMPLE)], ["room", "nowhere.toml"]])
def test_the_short_way_and_the_parser_answer_alike(
    words: list[str], flags: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _is_plain([*words, *flags])
    code = _room_of([*words, *flags])
    short = capsys.readouterr().out
    assert _parsed([*words, *flags]) == code
    assert capsys.readouterr().out == short


@pytest.mark.parametrize(
    "words",
    [
        ["room"],
        ["room", "--json"],
        ["room", "--help"],
        ["room", "x", "--jsn"],
        ["room", "a", "b"],
        ["limits"],
        ["room", "-x"],
    ],
)
def test_the_short_way_leaves_everything_else_to_the_parser(words: list[str]) -> None:
    assert not _is_plain(words)


def test_a_painted_terminal_says_the_same_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = said(capsys, "room", str(EXAMPLE))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    painted = said(capsys, "room", str(EXAMPLE))
    assert "\x1b[" in painted
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain
    assert said(capsys, "room", str(EXAMPLE), "--no-color") == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert said(capsys, "room", str(EXAMPLE)) == plain


def _process(*words: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "megaroth", *words],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "COLUMNS": "80", **environment},
    )
