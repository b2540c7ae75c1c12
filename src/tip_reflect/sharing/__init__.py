"""What leaves the journal by choice: entries as Markdown, plain text or JSON."""
