"""One module for each screen; a screen asks the session and shows what it says."""
