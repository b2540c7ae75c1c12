"""Parts that screens are made of; they know journal objects and nothing of the store."""
