"""What is measured and not asserted: quality and speed, printed for people."""
