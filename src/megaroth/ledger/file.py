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

    kind: Literal["plan", "traditional_ira", "roth_ira"] = Field(
        description="SEP and SIMPLE IRAs are traditional ones."
    )
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
    on: Date = Field(description="The day it happened.")
    kind: Literal[
        "open", "contribute", "so_far", "earn", "value", "convert", "roll_out", "distribute", "roll_in", "correct"
    ] = Field(description="What happened.")
    account: str = Field(default="", description="The account it happened in.")
    amount: SignedDollars = Field(default=ZERO, description="In dollars, gross; below zero only for a loss.")
    source: (
        Literal["pre_tax", "match", "roth", "after_tax", "converted", "traditional", "regular", "conversion"] | None
    ) = Field(default=None, description="Plan: the source of the money.")
    to: str = Field(default="", description="The account that receives a rollover or a conversion to a Roth IRA.")
    to_source: Literal["pre_tax", "converted"] | None = Field(
        default=None, description="A 60-day rollover into Roth in a plan: converted."
    )
    basis: Dollars | None = Field(default=None, description="Its untaxed part: after-tax money, nondeductible, excess.")
    taxed: Dollars | None = Field(default=None, description="Opening of a conversion: what of it was income then.")
    pre_1987: Dollars = Field(default=ZERO, description="Opening of after-tax money: basis from before 1987.")
    for_year: int | None = Field(default=None, ge=1975, le=2199, description="The year a contribution is for.")
    withheld: Dollars = Field(default=ZERO, description="Federal income tax withheld.")
    event: str = Field(default="", description="Payments with one event are one distribution.")
    reason: str = Field(default="", description="An exception to the 10% tax, or the excess that is corrected.")
    undoes: str = Field(default="", description="The key of the entry that was wrong.")
    note: str = Field(default="", description="For you.")


class ReceivedFile(FileModel):
    """A Form 1099-R that came in the mail."""

    year: int = Field(ge=1975, le=2199, description="The tax year on the form.")
    account: str = Field(description="The account it is about.")
    box_1: Dollars = Field(description="Gross distribution.")
    box_2a: Dollars | None = Field(default=None, description="Taxable amount; left out where empty.")
    box_4: Dollars = Field(default=ZERO, description="Federal income tax withheld.")
    box_5: Dollars = Field(default=ZERO, description="Employee contributions or Roth basis.")
    box_7: str = Field(min_length=1, description="The distribution codes, like G or 1B.")
    box_10: Dollars = Field(default=ZERO, description="Allocable to in-plan Roth rollovers of the last five years.")
    box_11: int | None = Field(default=None, ge=2006, le=2199, description="First year of designated Roth money.")


class ImportFile(FileModel):
    """A CSV file beside the ledger."""

    kind: Literal["pay_stubs", "form_1099r", "entries"] = Field(description="What its rows are.")
    file: str = Field(min_length=1, description="Its path, from the folder of the ledger.")
    account: str = Field(default="", description="The account its rows belong to.")
    date_format: str = Field(default="%Y-%m-%d", description="How its dates are written, like %m/%d/%Y.")
    year_to_date: bool = Field(default=False, description="Pay stubs: whether amounts are totals of the year so far.")
    columns: dict[str, str] = Field(default_factory=dict, description="Our name of a column = its name in the file.")


class LedgerFile(FileModel):
    """A ledger."""

    format: Format = Field(default=1, description="The version of this file format.")
    people: dict[str, PersonFile] = Field(description="Who owns the accounts, by name.")
    accounts: dict[str, AccountFile] = Field(description="The accounts, by name.")
    entries: list[EntryFile] = Field(default_factory=list, description="What happened, in any order.")
    received: list[ReceivedFile] = Field(default_factory=list, description="Forms 1099-R that came.")
    imports: list[ImportFile] = Field(default_factory=list, description="CSV files beside the ledger.")
