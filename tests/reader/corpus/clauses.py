"""How plan documents say things: our own sentences, many for each fact, written without a look at the reader's patterns.

Each family is a list; every third sentence of a list is *held out*: development documents never use it. `{…}` are filled
from the facts of the document.
"""

from __future__ import annotations

AFTER_TAX: dict[str, list[str]] = {
    "yes": [
        "In addition to pre-tax and Roth contributions, you may elect to make after-tax (non-Roth) contributions through payroll deduction.",
        "The Plan permits Participants to make Voluntary After-Tax Contributions from each paycheck.",
        "You can save in three ways: pre-tax, Roth, and after-tax.",
        "Eligible employees may also contribute traditional after-tax money. It is held apart from your Roth account.",
        "The Plan offers a third contribution type, after-tax contributions, beside pre-tax and Roth contributions.",
        "Besides your pre-tax and Roth elections you can direct part of each paycheck to the Plan as regular after-tax contributions.",
        "Can I make after-tax contributions that are not Roth contributions? Yes. Enter an after-tax percentage on the contributions page.",
        "Members are permitted to make Supplemental After-Tax Contributions under this Plan.",
        "Once your pre-tax and Roth contributions reach the annual IRS limit, you can continue saving by making after-tax contributions.",
        "You choose whether your savings go in as pre-tax, Roth or after-tax contributions, or a combination of all three.",
        "Employee After-Tax Contributions are permitted. They are not Roth contributions, and their earnings are taxable when paid out.",
        "The Company allows employees to set aside additional pay on a non-Roth after-tax basis.",
        "As a participant you have the option to make conventional after-tax contributions on top of your pre-tax and Roth deferrals.",
        "Our plan lets you put away extra money through after-tax contributions once you have made your pre-tax and Roth elections.",
        "Associates can make contributions to the plan on a before-tax, Roth 401(k), and after-tax basis.",
        "Non-deductible voluntary employee contributions may be made to the Plan by payroll deduction; these are different from Roth contributions.",
        "After-tax contributions are available to all participants as an additional savings option beyond Roth and pre-tax.",
        "If you would like to save more than the pre-tax and Roth limit, you are able to make after-tax contributions as well.",
    ],
    "no": [
        "The Plan does not accept after-tax contributions other than Roth contributions.",
        "Voluntary after-tax (non-Roth) contributions are not permitted under the Plan.",
        "You may not make traditional after-tax contributions to the Plan.",
        "No after-tax employee contributions may be made to the Plan.",
        "The Company does not offer non-Roth after-tax contributions at this time.",
        "Can I make after-tax contributions that are not Roth? No. Only the contribution types above are available.",
        "There are only two ways to contribute to the Plan: pre-tax and Roth.",
        "Regular after-tax contributions are not available.",
        "Participants are not permitted to make voluntary after-tax contributions under this Plan.",
    ],
    "frozen": [
        "Effective January 1, 2016, the Plan no longer accepts traditional after-tax contributions.",
        "Voluntary after-tax contributions were discontinued as of January 1, 2013.",
        "As of July 1, 2014, participants may no longer make voluntary after-tax contributions; existing balances remain in the Plan.",
        "The Plan stopped accepting regular after-tax contributions on December 31, 2011.",
        "Since April 1, 2018, traditional after-tax contributions are no longer permitted.",
        "Traditional after-tax contributions have been frozen since 2010, and no new money can be added to that source.",
    ],
}  # fmt: skip

AFTER_TAX_CAP = [
    "You may contribute from 1% to {cap}% of your Eligible Pay as after-tax contributions.",
    "After-tax contributions may not exceed {cap}% of Eligible Pay in any pay period.",
    "Your after-tax contributions are limited to {cap}% of your eligible compensation.",
    "You can elect an after-tax contribution of up to {cap}% of eligible earnings.",
    "The most you can contribute on an after-tax basis is {cap}% of your Eligible Pay.",
    "The maximum after-tax contribution rate is {cap}% of eligible compensation.",
    "Any whole percentage from 1% to {cap}% of Eligible Pay may be elected as after-tax contributions.",
    "After-tax contributions: 1%-{cap}% of Eligible Pay each pay period.",
    "No more than {cap} percent of your eligible pay can be contributed as after-tax contributions.",
]
HCE_CAP = [
    "Highly Compensated Employees may contribute no more than {hce}% of Eligible Pay as after-tax contributions.",
    "If you are a highly compensated employee, your after-tax contributions are limited to {hce}% of Eligible Pay.",
    "For HCEs, the after-tax contribution limit is {hce}% of eligible compensation.",
    "After-tax contributions of Highly Compensated Employees may not exceed {hce}% of Eligible Pay.",
    "A lower after-tax maximum of {hce}% applies to highly compensated employees.",
    "Participants who are highly compensated can make after-tax contributions of up to {hce}% of pay only.",
]
COMBINED_CAP = [
    "The total of your pre-tax, Roth and after-tax contributions may not exceed {combined}% of your Eligible Pay.",
    "Your combined pre-tax, Roth and after-tax contributions are limited to {combined}% of eligible compensation.",
    "Together, all of your pre-tax, Roth and after-tax contributions cannot be more than {combined}% of Eligible Pay.",
    "You may contribute up to {combined}% of Eligible Pay in pre-tax, Roth and after-tax contributions combined.",
    "An overall maximum of {combined}% of Eligible Pay applies to the sum of pre-tax, Roth and after-tax contributions.",
    "The aggregate of pre-tax, Roth and after-tax contributions may be up to {combined}% of pay.",
]
DEFERRAL_CAP = [
    "You may defer from 1% to {deferral}% of your Eligible Pay as pre-tax or Roth contributions.",
    "You can contribute between 1% and {deferral}% of your Eligible Pay on a pre-tax or Roth basis.",
    "Pre-tax and Roth contributions together may not exceed {deferral}% of Eligible Pay.",
    "Elective deferrals of up to {deferral}% of eligible compensation are allowed, in whole percentages.",
    "The Plan allows pre-tax and Roth deferrals of up to {deferral} percent of your pay, subject to IRS limits.",
    "Your pre-tax and Roth 401(k) contributions can be any whole percentage from 1% to {deferral}% of eligible earnings.",
]
CONVERSION: dict[str, list[str]] = {
    "automatic": [
        "You may elect to have your after-tax contributions converted to Roth automatically each pay period through an in-plan Roth conversion.",
        "Automatic Roth in-plan conversion is available: after-tax contributions are converted to Roth daily once you turn the feature on.",
        "You can set up a standing instruction so that every after-tax contribution is automatically converted to your Roth account within the Plan.",
        "Sign up for automatic in-plan conversions and each after-tax contribution will be moved to Roth as soon as it is credited.",
        "Unless you opt out, after-tax contributions are automatically converted to Roth within the Plan each payroll.",
        "With the auto-convert feature, your after-tax contributions are converted to designated Roth money on a daily basis.",
        "The recordkeeper will automatically convert new after-tax contributions to Roth in the Plan if you enroll in the conversion service.",
        "Once you enroll in the Roth conversion service, your after-tax contributions will be converted to Roth within the plan every pay period.",
        "By default, all after-tax contributions are swept into an in-plan Roth conversion account automatically after each payroll.",
    ],
    "on-request": [
        "You may request an in-plan Roth conversion of your after-tax account by calling the recordkeeper.",
        "The Plan allows you to convert all or part of your after-tax account to Roth within the Plan.",
        "After-tax contributions can be converted to Roth through an In-Plan Roth Rollover at your request.",
        "You can convert your after-tax contributions to Roth savings inside the Plan at any time.",
        "Participants may elect an In-Plan Roth Transfer of amounts held in their after-tax accounts.",
        "In-plan Roth conversions of after-tax money are available; each conversion has to be requested.",
        "An in-plan Roth conversion lets you move after-tax balances into the Plan's Roth account.",
        "If you wish, you may convert after-tax contributions and their earnings to a Roth account in the Plan.",
        "The Plan offers Roth in-plan conversions of after-tax contributions on request.",
        "When you execute an in-plan conversion by telephone, your after-tax contributions are automatically converted to Roth contributions.",
        "Can I convert after-tax money to Roth inside the Plan? Yes. Call the service center each time you want to convert.",
        "Participants are allowed to make in-plan Roth conversions of their after-tax contributions.",
    ],
    "no": [
        "The Plan does not offer in-plan Roth conversions.",
        "In-plan Roth conversions are not permitted under the Plan.",
        "The Plan does not currently permit In-Plan Roth Rollovers.",
        "You may not convert your after-tax contributions to Roth within the Plan.",
        "In-Plan Roth Transfers are not available.",
        "Can I convert after-tax money to Roth in the Plan? No.",
    ],
}  # fmt: skip
WITHDRAWAL: dict[str, list[str]] = {
    "yes": [
        "You may withdraw all or part of your after-tax account at any time while you are employed.",
        "While still employed, you can take a withdrawal from your after-tax contributions for any reason.",
        "In-service withdrawals of after-tax contributions are permitted at any age.",
        "An active participant may withdraw after-tax contributions and their earnings once per calendar quarter.",
        "Your after-tax account is available for in-service withdrawal at any time.",
        "You may request a distribution of your after-tax contributions while working for the Company, up to twice per calendar year.",
        "Before age 59½, you may take in-service withdrawals only from your after-tax and rollover accounts.",
        "After-tax contributions may be withdrawn at any time, even while you are still working, and may be rolled over to a Roth IRA.",
        "Can I take my after-tax money out while I am still employed? Yes. After-tax contributions may be withdrawn at any time.",
        "Active employees may elect to withdraw amounts from their After-Tax Account once in any six-month period.",
        "The Plan allows in-service withdrawals of your after-tax account for any reason.",
        "At any time during your employment you can withdraw some or all of your after-tax balance.",
    ],
    "no": [
        "After-tax contributions may not be withdrawn while you are employed.",
        "In-service withdrawals of after-tax contributions are not permitted.",
        "You may not withdraw your after-tax account before you terminate employment.",
        "Your after-tax account is not available for in-service withdrawals.",
        "The Plan does not allow in-service withdrawals of after-tax contributions.",
        "Your after-tax contributions cannot be distributed until you leave the Company.",
    ],
}
MATCH_TIERS: dict[str, list[str]] = {
    "one": [
        "The Company matches {rate}% of the first {reach}% of Eligible Pay that you contribute.",
        "For every $1 you contribute, the Company contributes {cents} cents, up to {reach}% of your Eligible Pay.",
        "The Company will match {rate}% of your contributions up to {reach}% of Eligible Pay.",
        "You receive a Company match of ${dollars} for each $1 you contribute, up to {reach}% of your eligible compensation.",
        "The Company makes a Matching Contribution equal to {rate}% of your pre-tax and Roth contributions that do not exceed {reach}% of Eligible Pay.",
        "The Employer will make a matching contribution of {rate}% on the first {reach}% of eligible earnings you defer.",
        "We match the first {reach}% of pay you save at a rate of {rate}%.",
        "The match is {rate}% of the first {reach} percent of pay that you save in the Plan.",
        "Your employer adds {cents} cents for each dollar you contribute on the first {reach}% of eligible pay.",
    ],
    "two": [
        "The Company matches {rate}% of the first {reach}% of Eligible Pay that you contribute, plus {rate2}% of the next {reach2}%.",
        "Your match is {rate}% of the first {reach}% of pay you contribute and {rate2}% of the next {reach2}% of pay.",
        "Matching Contributions equal {rate}% of your deferrals up to {reach}% of Eligible Pay, and {rate2}% of deferrals between {reach}% and {upper}% of Eligible Pay.",
        "The Company will contribute {rate}% of the first {reach}% of compensation that you defer and {rate2}% of the next {reach2}% of compensation that you defer.",
        "We match {rate}% on the first {reach}% you contribute and {rate2}% on the next {reach2}%.",
        "Each dollar on the first {reach}% of pay is matched at {rate}%, and each dollar on the next {reach2}% at {rate2}%.",
    ],
    "full": [
        "The Company matches your contributions dollar for dollar on the first {reach}% of Eligible Pay.",
        "The Company matches $1 for $1 on the first {reach}% of Eligible Pay that you contribute.",
        "Your contributions are matched 100% up to {reach}% of your eligible compensation.",
    ],
    "dollars": [
        "The Company matches 100% of the first ${first} you contribute, and 50% of the next ${next}.",
        "The match is 100% of the first ${first} of your contributions and 50% of the next ${next} of your contributions.",
        "Each year you receive a match of 100% on the first ${first} and 50% on the next ${next} that you contribute.",
    ],
}
MATCH_MOST = [
    "The maximum annual Company match is ${most}.",
    "Matching Contributions are limited to ${most} per year.",
    "In no event will the Company match exceed ${most} in a Plan Year.",
    "The most the Company will match in a year is ${most}.",
    "The match may not exceed ${most} per calendar year.",
    "Your Company match is capped at ${most} a year.",
]
MATCH_PERIOD = {
    "payday": [
        "The match is calculated and deposited each pay period.",
        "Matching Contributions are made every pay period.",
        "Company matching contributions are determined on a payroll-by-payroll basis.",
    ],
    "quarter": [
        "The match is calculated and deposited at the end of each calendar quarter.",
        "Matching Contributions are made quarterly.",
        "Company matching contributions are credited after the end of each quarter.",
    ],
    "year": [
        "Matching Contributions are made once a year, after the end of the Plan Year.",
        "The Company match is calculated annually and deposited in the first quarter of the following year.",
        "The match is determined on an annual basis.",
    ],
}
TRUE_UP = {
    "yes": [
        "After the end of the year, the Company makes a true-up contribution if your match was less than the full-year formula would have given you.",
        "The Plan provides a year-end true-up of the match.",
        "If you reach the IRS limit early, a matching true-up is made after year end.",
        "At the end of the Plan Year the match is recalculated on your annual pay, and any shortfall is contributed as an additional matching contribution.",
        "Your match will be trued up after the close of the calendar year.",
        "If you stopped contributing early because you reached the limit, you will receive an additional matching contribution after the end of the year to make up the difference.",
        "The Company will continue making matching contributions until the full percentage of your annual Eligible Pay is matched.",
        "A true-up match is deposited by March 31 for participants employed on December 31.",
        "Following the end of each Plan Year, the Company compares the match you received with the match on your full-year pay and contributes the difference as a match.",
    ],
    "no": [
        "The Plan does not provide a true-up contribution.",
        "There is no true-up of the match at year end.",
        "The Company does not make true-up matching contributions.",
    ],
}
CATCH_UP_MATCH = {
    "yes": [
        "Catch-up contributions are also eligible for the Company match.",
        "Your catch-up contributions will be matched at the same rate as your other contributions.",
        "The Company match applies to catch-up contributions as well.",
    ],
    "no": [
        "Catch-up contributions are not matched.",
        "Catch-up contributions are not eligible for Matching Contributions.",
        "The Company does not match catch-up contributions.",
    ],
}
AFTER_TAX_MATCH = {
    "yes": [
        "After-tax contributions are eligible for the Company match.",
        "The Company matches pre-tax, Roth and after-tax contributions.",
        "After-tax contributions are matched in the same way as pre-tax contributions.",
    ],
    "no": [
        "After-tax contributions are not matched.",
        "After-tax contributions are not eligible for Matching Contributions.",
        "The Company does not match after-tax contributions.",
    ],
}
ELIGIBLE_PAY = [
    "Eligible Pay means your base salary and {includes}, but excludes {excludes}.",
    "Your Eligible Pay includes base pay and {includes}. It does not include {excludes}.",
    "For purposes of the Plan, Eligible Pay includes base wages and {includes} but does not include {excludes}.",
    "Eligible compensation consists of base salary and {includes}, excluding {excludes}.",
    "Eligible Pay is your regular base pay plus {includes}; it excludes {excludes}.",
    "Eligible Pay is defined as base pay and {includes}, other than {excludes}.",
]
EXCLUDES = {
    "equity": [
        "restricted stock units (RSUs) and stock options",
        "equity awards such as RSUs",
        "income from restricted stock units",
    ],
    "severance": ["severance pay", "severance", "severance payments"],
    "overtime": ["overtime", "overtime pay", "overtime"],
    "bonus": ["bonuses", "annual bonuses", "bonus payments"],
    "commission": ["commissions", "sales commissions", "commissions"],
}
SUPER = {
    "yes": [
        "If you will be age 60, 61, 62 or 63 at the end of the year, you may make the higher catch-up contribution.",
        "Participants who attain age 60 to 63 during the year are eligible for an increased catch-up limit under the Plan.",
        "The Plan offers the enhanced catch-up contribution for participants ages 60 through 63.",
    ],
    "no": [
        "The Plan does not offer the higher catch-up contribution for ages 60 to 63.",
        "The Plan has not adopted the increased catch-up limit for participants aged 60 through 63.",
        "The higher catch-up limit for ages 60-63 is not available under this Plan.",
    ],
}
SPILLOVER = {
    "yes": [
        "Once you reach the annual limit on pre-tax and Roth contributions, your contributions will automatically continue as after-tax contributions.",
        "When you reach the IRS deferral limit, your contributions automatically spill over to after-tax contributions.",
        "You can elect to have contributions switch to after-tax contributions after you reach the annual deferral limit.",
    ],
    "no": [
        "When you reach the deferral limit, your contributions do not automatically continue as after-tax contributions.",
        "Contributions will not automatically switch to after-tax contributions when you reach the limit.",
        "There is no spillover to after-tax contributions.",
    ],
}
AUTO_ENROL = [
    "If you take no action within 30 days of hire, you will be automatically enrolled at {auto}% of Eligible Pay.",
    "New employees are automatically enrolled in the Plan at a contribution rate of {auto}% on a pre-tax basis.",
    "You will be enrolled automatically at a pre-tax contribution rate of {auto}% about 45 days after you are hired.",
]
AUTO_INCREASE = [
    "Your contribution rate will increase by {step}% each year until it reaches {ceiling}%.",
    "Each April, your rate will automatically increase by {step}% up to a maximum of {ceiling}%.",
    "Automatic annual increases of {step}% apply until you reach {ceiling}%.",
]
NONELECTIVE = [
    "The Company contributes {ne}% of your Eligible Pay whether or not you contribute to the Plan.",
    "You receive a nonelective contribution equal to {ne}% of your Eligible Pay each year.",
    "Regardless of whether you contribute, the Company makes a core contribution of {ne}% of your Eligible Pay.",
]
ROTH = {
    "yes": [
        "You may make Roth 401(k) contributions to the Plan.",
        "The Plan accepts Roth contributions.",
        "You can choose to make pre-tax contributions, Roth contributions, or both.",
        "Contributions may be made on a pre-tax or Roth after-tax basis.",
        "You may save on a pre-tax or post-tax (Roth) basis.",
        "Roth contributions are permitted.",
    ],
}
KEEPER = [
    "{keeper} is the recordkeeper of the Plan. Call {phone} to speak with a representative.",
    "The Plan is administered by {keeper}. The Participant Service Center can be reached at {phone}.",
    "For questions, contact {keeper}, the Plan's recordkeeper, at {phone}.",
]
SAFE_HARBOR = [
    "The Plan is a safe harbor 401(k) plan.",
    "This Plan is designed as a safe harbor plan.",
    "The Plan is intended to satisfy the safe harbor requirements of the Code.",
]
PLAN_YEAR = [
    "The Plan Year ends on December 31.",
    "The Plan Year is the calendar year.",
    "The Plan Year begins January 1 and ends December 31.",
]

# What deceives: said in every kind of document and means none of the above.
TRAPS = [
    "The Plan accepts rollovers of after-tax contributions from another employer's qualified plan.",
    "Rollover contributions may include after-tax amounts and Roth amounts from a prior plan.",
    "Roth contributions are made with after-tax dollars, so qualified withdrawals are tax-free.",
    "Any pre-1987 after-tax contributions from a predecessor plan are accounted for separately.",
    "Depending on your plan, in-plan Roth conversions may or may not be available; not all plans permit them.",
    "If the plan permits after-tax contributions, they are taken into account under section 415.",
    "A hardship withdrawal does not include earnings on your contributions, and your contributions are not suspended.",
    "Once processed, a conversion is irrevocable and cannot be recharacterized.",
    "The IRS limits all contributions to your account to $70,000 in 2025, including employer contributions.",
    "After you leave the Company, you may roll over your account, including any after-tax amounts, to an IRA.",
    "Loan repayments are made with after-tax dollars through payroll deduction.",
    "Premiums for supplemental life insurance are paid with after-tax contributions from your paycheck.",
    "For example, if you earn $60,000 and contribute 5% of your pay, you would save $3,000 in a year.",
    "For example, an employer that matches 25% of the first 8% of pay would contribute 2% of pay.",
    "Your rate changes automatically when your pay changes.",
    "The tax rules for after-tax money are complicated; you may wish to consult a tax adviser before any conversion to Roth.",
    "You are always 100% vested in your own contributions and in any after-tax contributions held in your account.",
    "Many employers offer a mega backdoor Roth; ask whether yours does.",
]
DISGUISES = [
    "Make after-tax Roth 401(k) contributions and let them grow tax-free.",
    "Your Roth contributions are withheld from your pay on an after-tax basis.",
    "You may contribute on a pre-tax basis, an after-tax (Roth) basis, or both.",
    "Post-tax contributions (also known as Roth contributions) are taxed when you make them.",
]
STALE = [
    "You may contribute 2%, 3% or 4% of your Base Pay as after-tax contributions, and you may change the percentage at any time.",
    "After-tax contributions may be changed by calling the service center.",
]
