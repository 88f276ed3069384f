"""Where ledgers live: one SQLite file of records that are only added to, each proven by a link of a hash chain."""
