"""Papers: which are wanted, what was sent, who may open it, and how long it is kept."""
