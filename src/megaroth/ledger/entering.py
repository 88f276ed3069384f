"""How a year's forms are entered in a tax program: what to type, what to answer where it asks, what to compare at the end.

Programs name their screens differently and change them each year, so the steps say what is meant; docs/tax-programs.md says
where three common programs ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from megaroth.kit.money import ZERO
from megaroth.ledger.entries import Account
from megaroth.ledger.form_1099r import Form1099R
from megaroth.ledger.forms import YearForms


def steps(forms: YearForms, accounts: dict[str, Account]) -> list[str]:
    """The steps of one person and year, in the order a program asks; empty where there is nothing to enter."""
    found = [_form_step(form, accounts) for form in forms.received]
    found += _two_destinations(forms.received)
    found += _ira_steps(forms)
    lines = forms.find("1040")
    if found and lines is not None:
        told = ", ".join(f"{name} {amount}" for name, amount in lines.lines.items())
        found.append(
            f"Compare before you file: {told}. If a line differs, look at the answers above, not at the boxes."
        )
    return found


def _form_step(form: Form1099R, accounts: dict[str, Account]) -> str:
    taxed = "2a empty" if form.box_2a is None else f"2a {form.box_2a}"
    boxes = f"box 1 {form.box_1}, {taxed}, 5 {form.box_5}, 7 {form.box_7}"
    kind = accounts[form.to].kind if form.to in accounts else ""
    from_plan = accounts[form.account].kind == "plan"
    typed = f"Type the Form 1099-R of {form.account} as it is printed ({boxes})"
    if "G" in form.box_7 or "H" in form.box_7:
        if form.to in ("", form.account):
            return f"{typed}. Asked what was done with it: a rollover inside the plan to its Roth account."
        if kind == "roth_ira":
            return (
                f"{typed}. Asked what was done with it: all rolled over to a Roth IRA ({form.to}). It is no IRA "
                "contribution, so nothing goes under IRA contributions, and no Form 8606 comes of it."
            )
        return f"{typed}. Asked what was done with it: all rolled over to {form.to}; nothing of it is taxed."
    if not from_plan and kind == "roth_ira":
        return (
            f"{typed}, with the IRA box marked. Asked what was done with it: all converted to a Roth IRA. Box 2a repeats "
            "box 1 because the payer does not know your basis; Form 8606 finds the taxed part."
        )
    if not from_plan:
        return (
            f"{typed}, with the IRA box marked. Asked what was done with it: kept, unless you put it back in 60 days."
        )
    return f"{typed}. Asked what was done with it: paid to you; say how much you put into an account within 60 days."


def _two_destinations(received: tuple[Form1099R, ...]) -> Iterator[str]:
    """A payer may send one form for rollovers to two accounts; programs take one destination a form."""
    away = [form for form in received if "G" in form.box_7 and form.to not in ("", form.account)]
    for plan in sorted({form.account for form in away}):
        kinds = {form.to for form in away if form.account == plan}
        if len(kinds) > 1:
            yield (
                f"If {plan} sent one form for the rollovers to {' and '.join(sorted(kinds))}, enter it as two that add up "
                "to it, with the boxes above: a program asks for one destination a form."
            )


def _ira_steps(forms: YearForms) -> Iterator[str]:
    form = forms.find("8606")
    if form is None:
        return
    lines = form.lines
    if "1" in lines:
        made = f"{lines['1']} to a traditional IRA, not deducted; " if lines["1"] > ZERO else ""
        yield (
            f"Under IRA contributions: {made}basis of earlier years (last Form 8606, line 14) {lines['2']}; value of all "
            f"traditional IRAs on 31 December {lines.get('6', ZERO)}. A conversion is no recharacterization."
        )
    if "22" in lines:
        yield (
            f"Asked for your Roth IRA basis: contributions {lines['22']}, conversions and rollovers {lines['24']}. Programs often "
            "know only what you entered in them before."
        )
