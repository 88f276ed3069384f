"""From an answer to words, tables and steps."""
