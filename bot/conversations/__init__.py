"""Conversations of several steps, one file each; each one's truth is a row in the database."""
