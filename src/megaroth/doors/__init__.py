"""The doors: they parse, call a question, print; nothing else."""
