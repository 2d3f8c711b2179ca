"""A person's own data, from every room: shown, handed out as a file, erased."""
