"""Scores, ranked lists, moves on them, results; and the desk where staff do all that."""
