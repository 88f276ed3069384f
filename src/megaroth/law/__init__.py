"""What the law says: years as rows in `limits/`, one file per section of the code, every rule with its citation."""
