"""Another phone takes over a person, with all that is theirs."""
