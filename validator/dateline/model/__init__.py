"""What the data is: pure values and what can be computed from them, with the standard library and msgspec alone."""
