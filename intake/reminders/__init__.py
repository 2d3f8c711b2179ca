"""Who is to be told of what, and when: planned from the tables at each tick."""
