"""The plan document read: PDF, scan, web page or Word export in, a `PlanDraft` with page and quote for every field out.

A document is hostile until read. `sandbox` (here) starts `child` (there): no network, little memory, little time, and only
JSON of a known shape comes back. The child takes the text out (`pdf`, `other`), sees what is a column, a table or a page's
furniture (`columns`, `layout`), whose money a sentence speaks of (`words`, `context`), what it claims (`after_tax`, `roth`,
`conversion`, `withdrawal`, `employer`, `terms`, `contact`; tables and labels: `tables`, `glance`), which claims may be
believed (`settle`), and whether their quotes are there to be seen (`drawn`). `reading` makes the draft of it, `merging` one of
several documents. What is not stated stays not stated.
"""
