"""From bytes to records: the only room that knows YAML and opens the files of a corpus."""
