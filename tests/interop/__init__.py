"""Readers that others wrote, reading what is exported; ``make interop`` installs and runs them."""
