"""One-shot handlers: parse, one domain call, render, answer."""
