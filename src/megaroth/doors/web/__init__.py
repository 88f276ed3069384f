"""The app in the browser: one person, one machine, the loopback address. Parses, calls questions, renders; nothing else."""
