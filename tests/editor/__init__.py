"""What an editor shows of the schemas."""
