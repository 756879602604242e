"""Rules on licences, sources, annotators and finished layers."""
