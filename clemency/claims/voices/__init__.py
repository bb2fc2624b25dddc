"""Who speaks, and whose words and figures they are."""
