"""What to type into payroll: the year's paychecks, the simulator, the audit and the solver."""
