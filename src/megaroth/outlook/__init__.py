"""Is it worth it, should I, and what comes first: the same path year by year, under assumptions that are always said."""
