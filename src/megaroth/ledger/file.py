"""The ledger as people write it: a TOML file (or the same shape as JSON), with pay stubs and forms beside it as CSV."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from megaroth.household.file import Format
from megaroth.kit.money import ZERO
from megaroth.kit.reading import Date, Dollars, FileModel, SignedDollars
from megaroth.ledger.entries import YesNo


class PersonFile(FileModel):
    """A person who owns accounts."""

    born: Date | None = Field(default=None, description="Date of birth; it decides what is early.")
    disabled_from: Date | None = Field(default=None, description="First day of disability, IRC §72(m)(7).")


class AccountFile(FileModel):
    """One account."""

    kind: Literal["plan", "traditional_ira", "roth_ira"]
    owner: str = Field(default="", description="A person of the file; may be left out when there is one.")
    separate_contract: YesNo = Field(
        default="unknown", description="Plan: are after-tax money and its earnings a contract of their own?"
    )
    in_service: YesNo = Field(default="unknown", description="Plan: may after-tax money leave while employed?")
    separated: Date | None = Field(default=None, description="Plan: the day the person left the employer.")
    payer: str = Field(default="", description="Who sends the Form 1099-R.")


class EntryFile(FileModel):
    """One thing that happened."""

    key: str = Field(default="", description="A name of your own for it; needed to undo it later.")
    on: Date
    kind: Literal["open", "contribute", "earn", "value", "convert", "roll_out", "distribute", "roll_in", "correct"] = (
        Field(description="What happened.")
    )
    account: str = ""
    amount: SignedDollars = Field(default=ZERO, description="In dollars, gross; below zero only for a loss.")
    source: (
        Literal["pre_tax", "match", "roth", "after_tax", "converted", "traditional", "regular", "conversion"] | None
    ) = Field(default=None, description="Plan: the source of the money.")
    to: str = Field(default="", description="The account that receives a rollover or a conversion to a Roth IRA.")
    to_source: Literal["pre_tax", "converted"] | None = None
    basis: Dollars | None = Field(default=None, description="Its untaxed part: after-tax money, nondeductible, excess.")
    taxed: Dollars | None = Field(default=None, description="Opening of a conversion: what of it was income then.")
    pre_1987: Dollars = Field(default=ZERO, description="Opening of after-tax money: basis from before 1987.")
    for_year: int | None = Field(default=None, ge=1975, le=2199, description="The year a contribution is for.")
    withheld: Dollars = Field(default=ZERO, description="Federal income tax withheld.")
    event: str = Field(default="", description="Payments with one event are one distribution.")
    reason: str = Field(default="", description="An exception to the 10% tax, or the excess that is corrected.")
    undoes: str = Field(default="", description="The key of the entry that was wrong.")
    note: str = ""


class ReceivedFile(FileModel):
    """A Form 1099-R that came in the mail."""

    year: int = Field(ge=1975, le=2199)
    account: str
    box_1: Dollars
    box_2a: Dollars | None = None
    box_4: Dollars = ZERO
    box_5: Dollars = ZERO
    box_7: str = Field(min_length=1, description="The distribution codes, like G or 1B.")
    box_10: Dollars = ZERO
    box_11: int | None = Field(default=None, ge=2006, le=2199)


class ImportFile(FileModel):
    """A CSV file beside the ledger."""

    kind: Literal["pay_stubs", "form_1099r", "entries"]
    file: str
    account: str = ""
    date_format: str = Field(default="%Y-%m-%d", description="How its dates are written, like %m/%d/%Y.")
    year_to_date: bool = Field(default=False, description="Pay stubs: whether amounts are totals of the year so far.")
    columns: dict[str, str] = Field(default_factory=dict, description="Our name of a column = its name in the file.")


class LedgerFile(FileModel):
    """A ledger."""

    format: Format = 1
    people: dict[str, PersonFile]
    accounts: dict[str, AccountFile]
    entries: list[EntryFile] = Field(default_factory=list)
    received: list[ReceivedFile] = Field(default_factory=list)
    imports: list[ImportFile] = Field(default_factory=list)
