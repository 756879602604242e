"""Rules on anchors: whether the words that annotations name stand in the text."""
