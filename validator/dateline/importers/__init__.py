"""From elsewhere to drafts of records: what is read here is proposed, marked as a suggestion, and confirmed by people."""
