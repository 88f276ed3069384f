"""A whole workforce: limits, excesses and the ADP and ACP tests over tables. No rule is written twice."""
