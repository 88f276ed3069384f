"""megaroth plans the mega-backdoor Roth: after-tax 401(k) contributions, converted to Roth.

The questions are plain functions: `from megaroth import questions`, then `questions.room(path)`.
"""
