"""The command line: plain text in and out, one module per command; Textual is loaded only to start the app."""
