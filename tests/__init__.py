"""The tests of Dateline."""
