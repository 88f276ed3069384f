"""What to type into payroll: the year's cheques, the simulator, the audit and the solver."""
