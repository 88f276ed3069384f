"""What the plan says: its terms, the gaps in them, the rules they make, and a directory of employers' plans."""
