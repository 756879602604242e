"""Rules on the run of the checker itself."""
