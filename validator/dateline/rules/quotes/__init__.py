"""Rules on quotations: who speaks, in what office, and which marks show it."""
