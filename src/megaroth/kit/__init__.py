"""The alphabet: money, rates, the house words, rules and their explanation. It knows no law."""
