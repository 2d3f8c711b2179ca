"""Pure rendering: facts and a speaker in, a screen out. For nouns whose handlers grew too long."""
