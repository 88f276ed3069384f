"""Every question as `POST /api/NAME`: JSON in, the same JSON out as `megaroth ask NAME`."""
