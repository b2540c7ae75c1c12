"""The keys: passphrase, recovery words and the key header. It knows nothing of entries."""
