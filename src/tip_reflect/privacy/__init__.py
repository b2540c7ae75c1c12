"""Find what points to a person, and suggest other words. It is help, never a promise: DOMAIN 6.4."""
