"""Place 3: what a worker brings to a session with peers, and what comes back."""
