"""Runs rules on things: files are checked one by one, the corpus from their facts, and the findings put in order."""
