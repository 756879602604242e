"""Rules on files: bytes, characters, YAML, names and folders."""
