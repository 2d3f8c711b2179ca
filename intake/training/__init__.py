"""Trainees: their cards, their attendance, their certificates."""
