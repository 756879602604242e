"""Rules on the shape of records: one for each way in which a record can break its JSON Schema."""
