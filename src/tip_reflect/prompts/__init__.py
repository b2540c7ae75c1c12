"""The words: packs of prompts, paths, notices and contacts, read strictly and chosen with care."""
