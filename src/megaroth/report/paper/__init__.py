"""The paper: an answer as a PDF to print or send, a calendar of the year's dates, and a workbook of the schedule.

`content.py` says what stands on it (plain data), `paper.typ` how it looks. Nothing is computed here but words and sums.
"""
