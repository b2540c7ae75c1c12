"""tip-reflect: a private, encrypted reflective journal in the terminal."""

__version__ = "0.1.0"
