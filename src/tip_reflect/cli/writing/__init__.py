"""The reflecting flow line by line, for people who use a screen reader or like it plain."""
