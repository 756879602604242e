"""Runs rules on things: files are checked one by one, the corpus slice by slice from their facts, and the findings put in order."""
