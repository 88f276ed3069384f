"""The plan document read: PDF, scan, web page or Word export in, a `PlanDraft` with page and quote for every field out.

A document is hostile until read. `sandbox` (here) starts `child` (there): no network, little memory, little time, and only
JSON of a known shape comes back. The child takes the text out (`pdf`, `other`), sees what is a page's furniture (`layout`),
whose money a sentence speaks of (`words`), what it claims (`after_tax`, `into_roth`, `employer`, `terms`), and which
claims may be believed (`settle`). `read` makes the draft of it. What is not stated stays not stated.
"""
