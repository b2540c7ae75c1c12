"""The invented journal that `--demo` opens, and the private folder it lives in while it is looked at."""
