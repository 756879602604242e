"""Rules on events: their parts, their truth, and their order in time."""
