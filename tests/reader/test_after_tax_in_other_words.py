"""After-tax contributions said in words that only their classes make out: yes, no, once, and what merely looks so."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


def _read(text: str) -> object:
    return fields(text).get("after_tax_allowed")


@pytest.mark.parametrize(
    "text",
    [
        "Looking for a third way to save? Try our after-tax option.",
        "Beyond the IRS limit, you're free to keep going with after-tax contributions.",
        "After-tax savings are another choice you have under the plan.",
        "Traditional after-tax contributions can be started in the portal under Contribution Elections.",
        "To begin after-tax contributions, log on and choose Change My Deferrals.",
        "The Plan has an after-tax feature. It is separate from the Roth feature.",
        "Want to save more than the limit? Our plan makes room for after-tax contributions.",
        "Each Participant shall be entitled to make Voluntary After-Tax Contributions.",
        "A Member may direct the Employer to withhold from Compensation and pay to the Trustee an amount as an After-Tax Contribution.",
        "Contribution sources: pre-tax, Roth, after-tax, rollover.",
        "Can I contribute after-tax (non-Roth)? You can.",
        "Can I make after-tax contributions that aren't Roth? Absolutely.",
        "After-tax (non-Roth): open to all",
        "Does the plan take after-tax money? It does, up to 10% of pay.",
        "Yes, we do allow after-tax contributions besides Roth.",
        "There's nothing to keep you from making after-tax contributions in addition to Roth.",
        "You don't have to max out Roth before you make after-tax contributions.",
        "After-tax contributions: available through payroll only",
        "The Company will deduct after-tax contributions from your paycheck if you ask it to.",
        "What makes our plan special is its after-tax feature, on top of pre-tax and Roth.",
        "Our 401(k) comes with pre-tax, Roth and after-tax sources.",
        "Your savings can be pre-tax, Roth, after-tax or any mix of the three.",
        "You save with pre-tax dollars, Roth dollars, after-tax dollars, or all three.",
        "Elections of pre-tax, Roth and after-tax contributions are made online.",
        "New this year: after-tax contributions.",
        "We've added after-tax contributions to the plan.",
        "Since January 2024 the plan has accepted after-tax contributions as well as Roth.",
        "It isn't Roth, and it isn't pre-tax: after-tax is the plan's third source, and you may use it whenever you like.",
        "What kinds of contributions can I make? Before-tax, Roth and, if you want to go further, after-tax.",
        "The after-tax bucket is yours to use once the IRS limit has been reached.",
        "After-tax contributions don't count toward the deferral limit, and you don't need to reach it before making them.",
        "Section 3.5 After-Tax Contributions. A Participant's after-tax election shall be made in whole percentages of Compensation.",
        "Each pay period the Employer shall remit to the Trustee the After-Tax Contributions withheld from Participants' pay.",
        "After-tax contributions may be suspended by the Participant at any time and resumed on thirty days' notice.",
        "How do I sign up for after-tax contributions? Go to the plan website and enter a percentage on the after-tax line.",
        "You'll find a separate box for after-tax savings on the enrollment page. Roth has its own box.",
        "Did you know that our 401(k) also takes after-tax contributions?",
        "Employees who have maxed out their pre-tax and Roth contributions still have one more way to save: after-tax.",
        "The Plan provides for three sources of employee money, namely before-tax, Roth and after-tax.",
        "Staff can put up to 6% of salary in the after-tax account, which is not the Roth account.",
        "Both Roth and regular after-tax contributions can be elected.",
        "True after-tax contributions: Yes",
        "After-tax contributions: Yes, 1%-8%",
        "Your paycheck: choose how much goes to pre-tax, how much to Roth, and how much to after-tax.",
        "An eligible employee who wishes to make after-tax contributions shall file an election with the Committee.",
        "Doctors reach the 402(g) limit in spring. After-tax contributions let them save for the rest of the year in our plan.",
        "The mega backdoor Roth works here because our plan allows after-tax contributions and conversions.",
        "You aren't limited to pre-tax and Roth. After-tax saving is possible, too.",
        "After-tax (not Roth) contributions are made by payroll deduction.",
        "There is no minimum for after-tax contributions.",
    ],
)
def test_it_is_said_that_it_is(text: str) -> None:
    assert _read(text) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "After-tax contributions (other than Roth) aren't something our plan has.",
        "Sorry, no after-tax contributions here.",
        "The plan is limited to pre-tax and Roth; after-tax isn't available.",
        "After-tax contributions are not an available source.",
        "We don't do after-tax contributions.",
        "Neither after-tax contributions nor rollovers are accepted.",
        "No provision is made for after-tax employee contributions.",
        "The Plan contains no provision for After-Tax Contributions.",
        "The Plan shall not accept Nondeductible Employee Contributions, that is, after-tax contributions.",
        "Can I make after-tax contributions? Not at this time.",
        "Can I make after-tax contributions? I'm afraid not.",
        "Can I make after-tax contributions? No, only pre-tax and Roth.",
        "After-tax (non-Roth): —none—",
        "Non-Roth after-tax contributions: our plan doesn't offer these.",
        "Apart from Roth, no after-tax contributions can be made.",
        "After-tax contributions are out: the plan offers pre-tax and Roth only.",
        "Employee after-tax contributions have never been permitted under the Plan.",
        "True after-tax contributions: No",
        "After-tax contributions are unavailable to participants of this plan.",
        "We get asked about after-tax contributions a lot. The plan does not allow for them.",
        "We get asked about mega backdoor Roth a lot. It isn't possible, because our plan doesn't take after-tax contributions.",
        "Participants shall neither be required nor permitted to make after-tax contributions.",
        "The only money that can go in is pre-tax and Roth, so after-tax contributions are not an option.",
        "After-tax contributions? Not in this plan.",
        "Voluntary after-tax contributions: Not permitted under the Plan at any time",
        "Though many large plans allow after-tax contributions, ours does not.",
        "Unlike Roth contributions, voluntary after-tax contributions aren't permitted.",
        "The Plan shall not receive any contributions by Participants that are not Elective Deferrals. After-tax contributions are therefore not permitted.",
        "An after-tax feature was considered in 2021 but was not added.",
    ],
)
def test_it_is_said_that_it_is_not(text: str) -> None:
    assert _read(text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "After-tax contributions stopped on December 31, 2012.",
        "You can no longer make after-tax contributions, though you may withdraw what you have.",
        "After-tax contributions could be made until 2009. They cannot be made now.",
        "Members were once able to make after-tax contributions. That ended in 2011.",
        "We quit taking after-tax contributions in 2015.",
        "If you made after-tax contributions before 2008, they remain in your account; no new ones can be made.",
        "Before 2010 the plan took after-tax contributions. It doesn't any more.",
        "After-Tax Contributions: closed to new money since 2013",
        "Your after-tax account (from contributions made before 1999) stays invested; new contributions aren't accepted.",
        "After-tax is a frozen source in our plan.",
        "After-tax contributions were discontinued when the Roth option came in.",
        "Prior to July 1, 2005, Participants could make After-Tax Contributions. No After-Tax Contributions are permitted on or after that date.",
        "The after-tax feature was taken out of the plan in 2016.",
        "Contributions to the After-Tax Account are no longer possible.",
        "Since 2014 nobody has been able to add to an after-tax account.",
        "New after-tax contributions have not been accepted since 2003.",
        "After-tax contributions ended with the last payroll of 2017.",
        "The company closed the after-tax option in 2019; balances stay invested.",
        "As of July 1, 2018, no further after-tax contributions may be made.",
        "After-tax contributions were allowed until 2016 and are now closed.",
        "Your statement may show an after-tax source. It holds contributions from years in which the plan still took them; it no longer does.",
        "Is the after-tax account still open? No, it was frozen in 2014.",
        "Effective January 1, 2020, the right to make After-Tax Contributions was eliminated.",
        "Participants may not make After-Tax Contributions after December 31, 2009.",
        "The Plan formerly permitted After-Tax Contributions. It does not do so now.",
        "We no longer offer the after-tax option.",
    ],
)
def test_it_is_said_that_it_was(text: str) -> None:
    assert _read(text) == "frozen"


@pytest.mark.parametrize(
    "text",
    [
        "After-tax contributions may be added to the plan some day.",
        "Some plans allow after-tax contributions; ask your administrator.",
        "If your plan allows after-tax contributions, you can convert them to Roth.",
        "We are looking at adding after-tax contributions in 2028.",
        "Your after-tax balance can be withdrawn at any time.",
        "Rollovers of after-tax money are accepted.",
        "Roth contributions are made on an after-tax basis.",
        "Your after-tax contributions (Roth) grow tax-free.",
        "Were the plan to permit after-tax contributions, the test would have to be run.",
        "The committee will decide next year whether to allow after-tax contributions.",
        "You asked for after-tax contributions. We've heard you.",
        "Long-term disability premiums are paid after-tax.",
        "After-tax contributions are a way to save beyond the limit in some 401(k) plans.",
        "Would you use after-tax contributions if the plan had them? Tell us in the survey.",
        "Loan repayments are made with after-tax dollars.",
        "Had the plan allowed after-tax contributions, you could have saved more.",
        "After-tax contributions from your previous employer's plan may be rolled in.",
        "Until the plan document is amended, after-tax contributions remain a wish.",
        "Contributions made after-tax grow tax-free in the Roth account.",
        "You may roll over after-tax amounts from a prior employer's plan.",
        "The tax treatment of after-tax contributions is described in IRS Publication 575.",
        "Talk to a tax adviser before making after-tax contributions to an IRA.",
        "Roth vs. pre-tax: after-tax dollars now, or tax later?",
        "If after-tax contributions are of interest to you, let the committee know.",
        "We're polling employees: would an after-tax option be useful to you?",
        "Whether the plan will accept after-tax contributions is to be decided at the May meeting.",
        "Your after-tax income is what is left when taxes are paid.",
        "Participants with an after-tax account may take a withdrawal from it.",
        "Pre-tax contributions lower your tax; Roth contributions are after-tax.",
        "Medical premiums may be deducted pre-tax or after-tax.",
        "Employees of our Canadian affiliate may make after-tax contributions to their own plan.",
        "What are after-tax contributions? They are contributions from pay that has been taxed.",
        "The Smith plan allowed after-tax contributions before it was merged into ours.",
        "A plan that accepts after-tax contributions has to pass the ACP test.",
    ],
)
def test_nothing_is_said_of_it(text: str) -> None:
    assert _read(text) is None
