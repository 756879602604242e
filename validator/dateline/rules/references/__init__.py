"""Rules on references and identity: whether what is named exists, once, and is what it is called."""
