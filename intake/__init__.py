"""Who gets a seat, and what becomes of it: a chamber for each part of the way."""
