"""The command line, one noun a file; `app.__main__` puts them together."""
