"""Every button there is, one noun a file: what it stands for and what it carries."""
