"""How it is with me: the check-in, what was said before, and a line to someone. None of it leaves this computer."""
