"""The ledger: append-only entries, folded into balances, basis, Roth IRA layers, clocks and a year's forms."""
