"""What things are: frozen domain objects that know nothing of screens, files or databases."""
