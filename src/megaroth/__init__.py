"""megaroth plans the mega-backdoor Roth: after-tax 401(k) contributions, converted to Roth."""
