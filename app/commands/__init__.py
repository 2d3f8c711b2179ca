"""The command line, one noun a file; `app.command_line` puts them together."""
