"""Messages that can be sent as they are: to ask, to have conversions made automatic, to have an excess corrected.

Each names the provision it rests on and leaves blanks for what only the sender knows.
"""

from __future__ import annotations

from megaroth.plan.draft import Finished
from megaroth.report.plan_text import letter as questions_letter
from megaroth.report.plan_text import own_plan

SIGNED = "Thank you.\n\n[your name, employee number, telephone]"


def ask_letter(finished: Finished, to: str) -> str:
    """The open questions, to human resources or the plan's administrator."""
    text = questions_letter(finished)
    if not text:
        return f"Nothing that matters is open about {finished.draft.name}: there is nothing to ask."
    where = {"hr": "Human Resources", "administrator": "the plan's administrator", "recordkeeper": "the recordkeeper"}[
        to
    ]
    head = text.replace("Hello,", f"To {where}:\n\nHello,", 1)
    right = "\n\nAs a participant I may have the summary plan description and the latest annual report on request (ERISA §104(b)(4))."
    return f"{head}{right}\n\n{SIGNED.removeprefix('Thank you.').strip()}"


def convert_letter(finished: Finished) -> str:
    """To the recordkeeper: make the conversion of after-tax contributions automatic."""
    draft = finished.draft
    mode = draft.says("in_plan_conversion")
    keeper = draft.says("recordkeeper")
    opening = {
        "automatic": "The plan offers automatic conversion. Please turn it on for my account",
        "on-request": "The plan converts on request. Please set up a standing instruction for my account, if that can be done",
    }.get(mode, "If the plan offers conversion to Roth inside the plan, please set it up for my account")
    to = f"To {keeper}:" if keeper != "unknown" else "To the recordkeeper of the plan:"
    return (
        f"Subject: Automatic Roth conversion of after-tax contributions, {own_plan(draft.name)}\n\n{to}\n\nHello,\n\n"
        f"{opening}: every after-tax (non-Roth) contribution, with its earnings, into the designated Roth account of the plan as soon "
        "as it is credited. Only the after-tax source; no pre-tax or employer money.\n\n"
        "Please confirm in writing:\n"
        "1. from which contribution on this holds, and how often conversions are made;\n"
        "2. that only the after-tax source and its earnings are converted;\n"
        "3. what happens to the after-tax money that is in the account already;\n"
        "4. that the conversion is reported on Form 1099-R with code G and the basis in box 5.\n\n"
        "If it cannot be done automatically, please tell me how to request it after each contribution, and whether there is a limit "
        f"or a fee.\n\n{SIGNED}"
    )


def excess_letter(finished: Finished, limit: str, year: int, amount: str) -> str:
    """To the administrator: correct a contribution above a limit of law."""
    name = own_plan(finished.draft.name)
    sum_of = f"${amount}" if amount else "[amount]"
    if limit == "deferrals":
        return (
            f"Subject: Excess deferrals of {year}, {name}\n\nTo the plan's administrator:\n\nHello,\n\n"
            f"My elective deferrals of {year} to all plans exceed the limit of IRC §402(g) by {sum_of}. I notify the plan under Treas. Reg. "
            f"§1.402(g)-1(e) and ask it to distribute {sum_of} with the earnings on it by April 15, {year + 1}.\n\n"
            "Please tell me by when the plan has to have this notice, confirm the amount and the earnings, and send Form 1099-R (code P or 8, "
            f"by the year of distribution). Match on what is returned may have to be forfeited; please tell me what becomes of it.\n\n{SIGNED}"
        )
    return (
        f"Subject: Annual additions above the limit of {year}, {name}\n\nTo the plan's administrator:\n\nHello,\n\n"
        f"By my count the annual additions of {year} to my account exceed the limit of IRC §415(c) by {sum_of}. Please check it and correct it "
        "as the Employee Plans Compliance Resolution System provides (Rev. Proc. 2021-30, §6.06): unmatched after-tax contributions with "
        "their earnings are returned first.\n\n"
        "Please confirm the amount, the earnings, which contributions are returned, and, if they were converted to Roth already, how the "
        f"conversion is treated and reported (Form 1099-R, code E).\n\n{SIGNED}"
    )
