"""The page of important planning numbers of a year: grouped, each with status and source, and what changes next year.

Knows how numbers are called and grouped. Refuses to know any number: all come from the book.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.kit.money import Money, dollars
from megaroth.kit.rule import Status
from megaroth.law.book import Row, known_years, rows_of, statutory_rows, tax_rows
from megaroth.report.lines import BLANK, Line, wrapped

GROUPS: dict[str, dict[str, str]] = {
    "401(k) and other plans": {
        "elective_deferrals": "Elective deferrals, §402(g)",
        "catch_up": "Catch-up from age 50",
        "catch_up_60_to_63": "Catch-up at 60 to 63, where offered",
        "annual_additions": "Annual additions, §415(c)",
        "compensation": "Pay that counts, §401(a)(17)",
        "hce_pay": "Highly paid in {next}: pay of {year} above",
        "key_employee_pay": "Key employee: officer's pay above",
        "roth_catch_up_wages": "Roth catch-up: FICA wages of {last} above",
        "sep_minimum_pay": "SEP: least pay that must be covered",
    },
    "IRA": {
        "ira_contribution": "Contribution, all IRAs together",
        "ira_catch_up": "Catch-up from age 50",
        "roth_phase_out_single": "Roth phase-out, single or head",
        "roth_phase_out_joint": "Roth phase-out, joint",
        "roth_phase_out_separate": "Roth phase-out, separate",
        "ira_deduction_phase_out_single": "Deduction phase-out, single or head",
        "ira_deduction_phase_out_joint": "Deduction phase-out, joint",
        "ira_deduction_phase_out_spouse_active": "Deduction phase-out, spouse has a plan",
        "ira_deduction_phase_out_separate": "Deduction phase-out, separate",
    },
    "Health savings account": {
        "hsa_self_only": "Contribution, self only",
        "hsa_family": "Contribution, family",
        "hsa_catch_up": "Catch-up from age 55",
        "hdhp_min_deductible_self": "Health plan's deductible, self only",
        "hdhp_min_deductible_family": "Health plan's deductible, family",
        "hdhp_max_out_of_pocket_self": "Its most out of pocket, self only",
        "hdhp_max_out_of_pocket_family": "Its most out of pocket, family",
    },
    "Stock": {"espp_stock_value": "Stock that an ESPP may sell you in a year"},
    "Social security and Medicare": {
        "social_security_wage_base": "Social security wage base",
        "additional_medicare_threshold_single": "Additional Medicare tax above, single",
        "additional_medicare_threshold_joint": "Additional Medicare tax above, joint",
        "additional_medicare_threshold_separate": "Additional Medicare tax above, separate",
        "niit_threshold_single": "Investment income tax above, single",
        "niit_threshold_joint": "Investment income tax above, joint",
        "niit_threshold_separate": "Investment income tax above, separate",
    },
}
"""The groups in order, the rows of each, and what a reader calls them."""
OTHER, TAX = "Other numbers", "Federal income tax"
_FILINGS = ("single", "joint", "separate", "head")


@dataclass(frozen=True, slots=True)
class Number:
    """One planning number: its name in the book, how it is called, its amounts, where it stands, and next year's."""

    name: str
    label: str
    values: tuple[Money, ...]
    status: Status
    source: str
    rates: tuple[str, ...] = ()
    next_year: Number | None = None

    def as_json(self) -> dict[str, Any]:
        """The form for programs; `rates` only for brackets, one more than there are tops."""
        following = self.next_year
        return {
            "name": self.name,
            "label": self.label,
            "values": [value.plain() for value in self.values],
            "status": self.status,
            "source": self.source,
            **({"rates": list(self.rates)} if self.rates else {}),
            "next_year": following
            and {
                "values": [value.plain() for value in following.values],
                "status": following.status,
                "source": following.source,
            },
        }


@dataclass(frozen=True, slots=True)
class LimitsAnswer:
    """The planning numbers of a year by group."""

    year: int
    groups: dict[str, list[Number]]
    findings: tuple[Finding, ...]

    @property
    def status(self) -> Status:
        """`projected` if any of the numbers is."""
        numbers = [number for group in self.groups.values() for number in group]
        return "projected" if any(number.status == "projected" for number in numbers) else "announced"

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {
            "format": 1,
            "year": self.year,
            "law_status": self.status,
            "groups": [
                {"name": name, "numbers": [number.as_json() for number in numbers]}
                for name, numbers in self.groups.items()
            ],
            "findings": [finding.as_json() for finding in self.findings],
        }


def limits_answer(year: int) -> LimitsAnswer:
    """The planning numbers of `year`. Raises `UnknownYear` where the book has none."""
    rows = {row.name: row for row in rows_of(year)}
    following = {row.name: row for row in rows_of(year + 1)} if year + 1 in known_years() else {}
    groups: dict[str, list[Number]] = {}
    named = {name for labels in GROUPS.values() for name in labels}
    for group, labels in GROUPS.items():
        found = ((rows.get(name) or _statutory(name), label) for name, label in labels.items())
        groups[group] = [_number(row, label, year, following.get(row.name)) for row, label in found if row]
    rest = [
        _number(row, name.replace("_", " "), year, following.get(name))
        for name, row in rows.items()
        if name not in named
    ]
    if rest:
        groups[OTHER] = rest
    if tax := _tax(year):
        groups[TAX] = tax
    return LimitsAnswer(year, groups, tuple(_findings(year, groups)))


def _number(row: Row, label: str, year: int, following: Row | None = None) -> Number:
    called = label.format(year=year, next=year + 1, last=year - 1)
    after = _number(following, label, year + 1) if following else None
    return Number(row.name, called, row.values, row.status, row.source, next_year=after)


def _statutory(name: str) -> Row | None:
    row = statutory_rows().get(name)
    if row is None:
        return None
    keys = ("start", "end") if "start" in row else ("amount",)
    return Row(name, tuple(dollars(row[key]) for key in keys), row["source"], row["status"])


def _tax(year: int) -> list[Number]:
    now, after = _tax_numbers(year), {number.name: number for number in _tax_numbers(year + 1)}
    return [Number(n.name, n.label, n.values, n.status, n.source, n.rates, after.get(n.name)) for n in now]


def _tax_numbers(year: int) -> list[Number]:
    tables, statute = tax_rows(year), statutory_rows()
    if not tables:
        return []
    called = {
        "standard_deduction": ("Standard deduction", ()),
        "additional_standard_deduction": ("Extra for 65 or older, blind", ()),
        "ordinary": ("Brackets", tuple(statute["ordinary_rates"]["percent"])),
        "long_term_gain": ("Long-term gains", tuple(statute["long_term_gain_rates"]["percent"])),
    }
    found = []
    for table, (label, rates) in called.items():
        for filing in _FILINGS:
            row = tables[table][filing]
            amounts = row["upper"] if "upper" in row else [row["amount"]]
            values = tuple(dollars(amount) for amount in amounts)
            name = f"{table}.{filing}"
            found.append(Number(name, f"{label}, {filing}", values, row["status"], row["source"], rates))
    return found


def _findings(year: int, groups: dict[str, list[Number]]) -> list[Finding]:
    found = []
    projected = [n for numbers in groups.values() for n in numbers if n.status == "projected"]
    if projected:
        message = (
            f"{len(projected)} numbers of {year} are projected from the price index; no notice has announced them."
        )
        remedy = 'Plan with care; give announced ones in a file: law_file = "…" in the household file.'
        found.append(Finding("law-projected", "warning", message, "year", remedy, "IRC §415(d), §1(f)(3)"))
    if TAX not in groups:
        message = f"The book has no tax brackets of {year} yet."
        found.append(Finding("no-brackets", "info", message, "year", "Use the last year's with care."))
    return found


def limits_lines(answer: LimitsAnswer, width: int = 80, names: bool = False) -> list[Line]:
    """The page: every number with a mark of its source, projected ones in capitals, then next year's changes.

    `names` calls the numbers as the tables of a law file are called.
    """
    sources: dict[str, int] = {}
    projected = answer.status == "projected"
    head = f"Important planning numbers of {answer.year}, law {answer.status}"
    lines = [Line(head, "warning" if projected else "title")]
    for group, numbers in answer.groups.items():
        lines += [BLANK, Line(group, "title")]
        for number in numbers:
            if names:
                number = replace(number, label=number.name)
            lines += _number_lines(number, sources.setdefault(number.source, len(sources) + 1), width)
    lines += _changes(answer, width)
    lines += [BLANK, Line("Sources", "title")]
    for source, mark in sources.items():
        lines += wrapped(f"[{mark}] {source}", width, "  ", "      ")
    return lines


_WORD = {"announced": "", "projected": " PROJECTED", "enacted": " statute"}
_LABEL = 41


def _number_lines(number: Number, mark: int, width: int) -> list[Line]:
    beside = f"[{mark}]{_WORD[number.status]}"
    if number.rates:
        tops = zip(number.rates, number.values, strict=False)
        text = ", ".join(f"{rate}% to {_short(top)}" for rate, top in tops) + f", {number.rates[-1]}% above"
        return wrapped(f"{number.label}: {text} {beside}", width, "  ", "      ")
    line = f"  {number.label:<{_LABEL}}{_amounts(number):>19} {beside}"
    return (
        [Line(line)]
        if len(line) <= width
        else wrapped(f"{number.label}: {_amounts(number)} {beside}", width, "  ", "      ")
    )


def _changes(answer: LimitsAnswer, width: int) -> list[Line]:
    lines: list[Line] = []
    for numbers in answer.groups.values():
        for number in numbers:
            after = number.next_year
            if after and not number.rates and after.values != number.values:
                text = f"{after.label}: {_amounts(after)}{_WORD[after.status]} (now {_amounts(number)})"
                lines += wrapped(text, width, "  ", "      ")
    return [BLANK, Line(f"What changes in {answer.year + 1}", "title"), *lines] if lines else []


def _amounts(number: Number) -> str:
    return " - ".join(_short(value) for value in number.values)


def _short(amount: Money) -> str:
    return str(amount).removesuffix(".00")
