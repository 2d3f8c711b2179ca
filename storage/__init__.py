"""The database: its tables, its transactions, its migrations, and the vault for private facts."""
