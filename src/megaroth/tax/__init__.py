"""Tax: what the law takes of a year's income, and what one conversion adds to it."""
