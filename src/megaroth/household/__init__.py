"""Who asks: people, jobs, wishes and what happened so far; read from the household file and checked."""
