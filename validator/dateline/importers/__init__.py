"""From elsewhere to drafts of records: what the program proposes is marked as a suggestion, what other tools hold is kept."""
