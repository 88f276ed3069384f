"""`python -m megaroth`."""

from megaroth.doors.cli import main

main()
