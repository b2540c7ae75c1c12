"""What the commands for peers share: packs, their review, what comes back, and the words that go into them."""
