"""The person's ledger beside the scenarios: one TOML file, which `megaroth ledger` reads as well; entries are only added."""

from __future__ import annotations

import datetime
import re
import shutil
import tempfile
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from megaroth import questions
from megaroth.doors.web.shape import household_toml
from megaroth.kit.finding import Finding
from megaroth.kit.writing import write_whole
from megaroth.ledger.entries import Kind

if TYPE_CHECKING:
    from megaroth.ledger.file import ImportFile

KINDS = (
    (Kind.CONTRIBUTE.value, "Contributed"),
    (Kind.CONVERT.value, "Converted to Roth"),
    (Kind.ROLL_OUT.value, "Rolled over directly"),
    (Kind.EARN.value, "Earned (or lost)"),
    (Kind.VALUE.value, "Was worth"),
    (Kind.DISTRIBUTE.value, "Paid to me"),
    (Kind.ROLL_IN.value, "Put back within 60 days"),
    (Kind.OPEN.value, "Held already at the start"),
)
SOURCES = (
    ("", "–"),
    ("after_tax", "After-tax"),
    ("pre_tax", "Pre-tax"),
    ("roth", "Roth deferrals"),
    ("match", "Match"),
    ("converted", "Converted in the plan"),
)
IMPORTS: tuple[tuple[Literal["pay_stubs", "form_1099r", "entries"], str], ...] = (
    ("pay_stubs", "Pay stubs"),
    ("form_1099r", "Forms 1099-R"),
    ("entries", "Entries of a ledger"),
)
TYPED = ("on", "kind", "account", "amount", "source", "to", "basis", "for_year", "withheld", "note")
FORM = ("year", "account", "box_1", "box_2a", "box_4", "box_5", "box_7")
_EMPTY = {"box_2a": "unknown", "year": "", "account": "", "box_7": ""}
MOST_SHOWN = 60


class Book:
    """The ledger file. Without a folder it lives as long as the run."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def path(self) -> Path:
        """The file; a folder of its own is made for it where none is named."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="megaroth-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder / "ledger.toml"

    def exists(self) -> bool:
        """Whether it was begun."""
        return self._folder is not None and self.path.is_file()

    def begin(self, household: Mapping[str, Any]) -> None:
        """A ledger for the people of a household: a plan for each job, the two kinds of IRA for each person."""
        if self.exists():
            return
        people = list(household["people"])
        accounts: dict[str, dict[str, str]] = {}
        for job in household["jobs"]:
            terms = job.get("plan") if isinstance(job.get("plan"), dict) else {}
            wanted = {"kind": "plan", "owner": job["person"], "separate_contract": terms.get("separate_accounting", ""),
                      "in_service": terms.get("in_service_withdrawal", "")}  # fmt: skip
            accounts[_free(str(job.get("name", "plan")), accounts)] = {k: v for k, v in wanted.items() if v}
        for person in people:
            mine = "" if len(people) == 1 else f"{person} "
            accounts[_free(f"{mine}IRA", accounts)] = {"kind": "traditional_ira", "owner": person}
            accounts[_free(f"{mine}Roth IRA", accounts)] = {"kind": "roth_ira", "owner": person}
        born = {name: {k: v for k, v in household["people"][name].items() if k == "born"} for name in people}
        text = household_toml({"format": 1, "people": born, "accounts": accounts})
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self.path, text.replace("household", "ledger", 1))

    def enter(self, said: Mapping[str, str]) -> list[Finding]:
        """Add one entry from what was typed; what is wrong with it."""
        from megaroth.ledger.imports import entry_of
        from megaroth.ledger.write import add

        entry = entry_of({**dict.fromkeys(TYPED, ""), "withheld": "0", "pre_1987": "0", **_clean(said)})
        return self._added([entry] if isinstance(entry, Finding) else add(self.path, [entry]))

    def receive(self, said: Mapping[str, str]) -> list[Finding]:
        """Add one Form 1099-R that came."""
        from megaroth.ledger.file import ImportFile

        typed = _clean(said)
        head = ",".join(FORM)
        row = ",".join(f'"{typed.get(name, "") or _EMPTY.get(name, "0")}"' for name in FORM)
        return self.take(f"{head}\n{row}\n", ImportFile(kind="form_1099r", file="form"))

    def undo(self, key: str, today: datetime.date) -> list[Finding]:
        """Correct an entry: another one says that it never was."""
        return self.enter({"on": str(today), "kind": Kind.CORRECT.value, "undoes": key, "amount": "0"})

    def take(self, text: str, wanted: ImportFile) -> list[Finding]:
        """Add the rows of a CSV; what stands there already is left out."""
        from megaroth.ledger.imports import rows_of
        from megaroth.ledger.write import add

        rows = rows_of(text, "the file", wanted)
        return rows.findings or self._added(add(self.path, [entry for entry, _ in rows.entries], rows.received))

    def answers(self, today: datetime.date, year: int) -> dict[str, Any]:
        """Balances, forms of a year and what may come out, each as its question answers, or findings."""
        shown, forms, out = (
            questions.ledger(self.path, today),
            self._forms(year, today),
            questions.withdraw(self.path, today),
        )
        bad = [finding for each in (shown, forms, out) if isinstance(each, list) for finding in each]
        if isinstance(shown, list) or isinstance(forms, list) or isinstance(out, list):
            return {"findings": bad[:5], "shown": None}
        every = [
            {"entry": entry, "undone": any(other.undoes == entry.key for other in shown.book.ledger.entries if other.undoes)}
            for entry in shown.book.ledger.entries
        ]  # fmt: skip
        once = {(f.code, f.message): f for f in (*shown.findings, *forms.findings, *out.findings)}
        return {
            "shown": shown.as_json(),
            "forms": forms.as_json(),
            "out": out.as_json(),
            "accounts": [(name, name) for name in shown.book.ledger.accounts],
            "entries": every[: -MOST_SHOWN - 1 : -1],
            "more": max(len(every) - MOST_SHOWN, 0),
            "findings": list(once.values()),
        }

    def _forms(self, year: int, today: datetime.date) -> Any:
        from megaroth.ledger.answer import forms
        from megaroth.ledger.read import read_ledger

        book = read_ledger(self.path)
        return book if isinstance(book, list) else forms(book, year, today)

    def _added(self, added: Any) -> list[Finding]:
        return added if isinstance(added, list) else []


def imported(said: Mapping[str, str]) -> ImportFile | list[Finding]:
    """What the rows of a file are, from what was picked and typed."""
    kinds = {kind: kind for kind, _ in IMPORTS}
    kind, dates = kinds.get(said.get("kind", "")), said.get("date_format", "")[:20] or "%Y-%m-%d"  # type: ignore[call-overload]
    if kind is None or not re.fullmatch(r"[%A-Za-z0-9 ,./-]+", dates):
        return [
            Finding(
                "bad-value",
                "error",
                "It is not clear what the rows are or how dates are written.",
                "file",
                "Pick and write both.",
            )
        ]
    from megaroth.ledger.file import ImportFile

    to_date = said.get("year_to_date") == "yes"
    return ImportFile(
        kind=kind, file="the file", account=said.get("account", ""), date_format=dates, year_to_date=to_date
    )


def waiting(
    after_tax: list[tuple[str, str]],
    year: int,
    returns: str,
    rate: str,
    household: Mapping[str, Any],
    born: datetime.date | None,
) -> Any:
    """What converting late costs: the year's after-tax money (day and amount) at a return and a marginal rate.

    The household says what its plan and its state add to the choice between plan and IRA.
    """
    from megaroth.kit.money import AmountError, percent
    from megaroth.questions import conversion

    try:
        yearly, marginal = percent(returns), percent(rate)
    except AmountError as error:
        return [Finding("bad-value", "error", f"{error}.", "return", "Write percent like 4.5.")]
    today = datetime.date(year, 12, 31)
    assumed = conversion.assumed_of(rate=marginal, household=household, today=today, yearly_return=yearly)
    if isinstance(assumed, list):
        return assumed
    return conversion.waiting(
        [(datetime.date.fromisoformat(day), amount) for day, amount in after_tax], today, assumed, born
    )


def _free(name: str, taken: Mapping[str, Any]) -> str:
    plain = re.sub(r"[^\w ().&-]", " ", name).strip()[:60] or "plan"
    found, number = plain, 2
    while found in taken:
        found, number = f"{plain} {number}", number + 1
    return found


def _clean(said: Mapping[str, str]) -> dict[str, str]:
    """Amounts as people type them, without the commas and the sign of currency."""
    made = {}
    for name, text in said.items():
        plain = text.strip()[:200]
        if name in ("amount", "basis", "withheld") or (name.startswith("box_") and name != "box_7"):
            plain = plain.replace("$", "").replace(" ", "")
            plain = plain.replace(",", "") if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d*)?", plain) else plain
        elif name.startswith("box_") or name == "account":
            plain = plain.replace('"', "").replace("\n", " ")
        made[name] = plain
    return made
