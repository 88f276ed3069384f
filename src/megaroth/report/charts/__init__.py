"""Charts as Vega-Lite specifications, plain data: one definition for the page, the paper and a notebook.

Every chart has a sentence that says what it shows (`description`, the alternative text) and stands beside a table with the
same figures. Refuses to know how it is drawn: the browser and `drawing.py` do that.
"""
