"""Answers of the ledger as lines: balances and clocks, a year's forms, what may come out, what converting costs."""

from __future__ import annotations

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.ledger.answer import FormsAnswer, LedgerAnswer, WithdrawAnswer
from megaroth.ledger.convert import ConvertAnswer
from megaroth.ledger.excess_answer import ExcessAnswer
from megaroth.ledger.form_1099r import Form1099R
from megaroth.ledger.withdraw import free_now
from megaroth.report.lines import BLANK, Line, labelled, wrapped
from megaroth.report.text import finding_lines

_NOT_ADVICE = "A planning aid, not advice."


def ending(findings: tuple[Finding, ...], width: int) -> list[Line]:
    """What is to be known and done, below an answer."""
    if not findings:
        return []
    return [BLANK, Line("To know and to do", "title"), *finding_lines(list(findings), width)]


def ledger_lines(answer: LedgerAnswer, width: int = 80) -> list[Line]:
    """Balances by source, basis, layers and clocks."""
    balances = answer.balances
    entries = answer.book.ledger.entries
    lines = [Line(f"{balances.through}: {len(entries)} entries", "faint")]
    for account in answer.book.ledger.accounts.values():
        lines += [
            BLANK,
            Line(f"{account.name} ({account.kind.replace('_', ' ')}): {balances.value_of(account.name)}", "title"),
        ]
        for (name, source), held in balances.held.items():
            if name == account.name and account.kind == "plan":
                lines += labelled(source.value.replace("_", " "), str(held), width)
        for (name, contract_name), contract in balances.contracts.items():
            if name != account.name:
                continue
            what = "after-tax" if contract_name == "after_tax" else "Roth"
            lines += labelled("basis", f"{contract.basis} in the {what} contract", width)
            for layer in contract.layers:
                lines += labelled(f"of {layer.year}", f"converted: {layer.taxed} taxed, {layer.untaxed} untaxed", width)
    for name, years in answer.years.items():
        lines += [BLANK, Line(name, "title")]
        year = balances.through.year
        if year in years.ira and years.ira[year].basis_after > ZERO:
            lines += labelled("basis", f"{years.ira[year].basis_after} in traditional IRAs (Form 8606 line 14)", width)
        if year in years.roth:
            lines += labelled("regular", f"{years.roth[year].regular_left} of Roth IRA contributions", width)
            for layer in years.roth[year].layers:
                lines += labelled(
                    f"of {layer.year}", f"in Roth IRAs: {layer.taxed} taxed, {layer.untaxed} untaxed", width
                )
        for clock in answer.clocks[name]:
            lines += labelled(
                "clock", f"{clock.what}: from {clock.first_year} to 31 December {clock.ends_after}", width
            )
    return lines + ending(answer.findings, width)


def forms_lines(answer: FormsAnswer, width: int = 80) -> list[Line]:
    """Every form of a year, and how those received compare."""
    lines = [Line(f"Forms of {answer.year}", "faint")]
    for person in answer.forms:
        lines += [BLANK, Line(person.owner, "title")]
        for sent in person.received:
            lines += labelled("1099-R", f"{sent.account}{f' to {sent.to}' if sent.to else ''}: {_boxes(sent)}", width)
        for form in person.others:
            told = ", ".join(f"{name}: {amount}" for name, amount in form.lines.items())
            about = "" if form.about == person.owner else f"{form.about}: "
            lines += labelled(form.name, f"{about}{told}", width)
            for note in form.notes:
                lines += labelled("", note, width, role="faint")
        if entering := answer.entering[person.owner]:
            lines += [BLANK, Line("In your tax program", "title")]
            for number, step in enumerate(entering, 1):
                lines += wrapped(f"{number}. {step}", width, "  ", "     ")
    if answer.matches:
        lines += [BLANK, Line("Received", "title")]
        for match in answer.matches:
            lines += labelled(match.says, f"{match.account}, code {match.code}", width)
    return lines + ending(answer.findings, width) + [BLANK, Line(_NOT_ADVICE, "faint")]


def _boxes(form: Form1099R) -> str:
    boxes: list[tuple[str, Money | None]] = [
        ("1", form.box_1),
        ("2a", form.box_2a),
        ("4", form.box_4),
        ("5", form.box_5),
    ]
    told = [
        f"box {name} {'empty' if amount is None else amount}" for name, amount in boxes if name != "4" or amount != ZERO
    ]
    told.append(f"box 7 {form.box_7}")
    if form.box_10 > ZERO:
        told.append(f"box 10 {form.box_10}")
    if form.box_11 is not None:
        told.append(f"box 11 {form.box_11}")
    return ", ".join(told)


def excess_lines(answer: ExcessAnswer, width: int = 80) -> list[Line]:
    """What goes back, the forms, and what else there is to do."""
    tax = answer.tax
    paid = f"{tax.returned} comes back to you" if tax else "nothing comes back to you now"
    lines = [Line(f"Excess of {answer.facts.year}: {paid}", "title"), BLANK]
    for step in answer.steps:
        forfeited = f", {step.forfeited} of match forfeited" if step.forfeited > ZERO else ""
        lines += labelled(str(step.returned), f"{step.what}{forfeited}", width)
    for line in answer.lines:
        lines += wrapped(line, width, "  ", "    ")
    if tax:
        lines += [BLANK, *wrapped("No 10% tax on it, and it may not be rolled over.", width)]
        for note in tax.notes:
            lines += wrapped(note, width, role="faint")
    return lines + ending(answer.findings, width) + [BLANK, Line(_NOT_ADVICE, "faint")]


def withdraw_lines(answer: WithdrawAnswer, width: int = 80) -> list[Line]:
    """What may come out, in which order."""
    lines = [Line(f"On {answer.today}", "faint")]
    word = {"yes": "YES", "ask": "ASK", "no": "NO"}
    for name, slices in answer.slices.items():
        lines += [BLANK, Line(f"{name}: {free_now(slices)} may come out today without any tax", "title")]
        for part in slices:
            taxed = []
            if part.income > ZERO:
                taxed.append(f"{part.income} of it income")
            if part.additional_tax > ZERO:
                taxed.append(f"10% tax {part.additional_tax}")
            head = f"{part.amount} {part.account}, {part.what}: {', '.join(taxed) or 'no tax'}"
            lines += labelled(word[part.access], head, width, column=5)
            lines += labelled("", f"{part.why} [{part.cite}]", width, column=5, role="faint")
    return lines + ending(answer.findings, width) + [BLANK, Line(_NOT_ADVICE, "faint")]


def convert_lines(answer: ConvertAnswer, width: int = 80) -> list[Line]:
    """One conversion today, the cost of waiting, and where to."""
    lines = [Line(f"{answer.account} on {answer.today}", "faint"), BLANK]
    now = f"{answer.amount} after-tax money, of which {answer.taxable} would be income and {answer.tax} tax."
    lines += wrapped(f"Converted today: {now}", width, hang="  ", role="title")
    if answer.waiting:
        lines += [BLANK, Line("What waiting costs, this year's contributions at your assumed return", "title")]
        for plan in answer.waiting:
            left = f", {plan.left} left at the year's end" if plan.left > ZERO else ""
            later = f" and {plan.later} to come" if plan.later > ZERO else ""
            times = f"{len(plan.conversions)} conversion{'' if len(plan.conversions) == 1 else 's'}"
            told = f"costs {plan.cost}: {times}, {plan.taxable} taxed, {plan.tax} tax{later}{left}"
            lines += labelled(plan.frequency, told, width)
    lines += [BLANK, Line("In the plan, or to a Roth IRA?", "title")]
    for row in answer.table:
        cite = f" [{row.cite}]" if row.cite else ""
        lines += wrapped(f"{row.about}: {row.leans}{cite}", width, "  ", "    ")
        lines += wrapped(f"in the plan: {row.in_plan}; Roth IRA: {row.roth_ira}", width, "    ", role="faint")
    return lines + ending(answer.findings, width) + [BLANK, Line(_NOT_ADVICE, "faint")]
