"""The terminal app: what a worker sees. It draws; the store works in a thread of its own."""
