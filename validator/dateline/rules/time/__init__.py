"""Rules on dates and times, and on what the words of a text say of them."""
