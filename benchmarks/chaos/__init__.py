"""Bad days: real processes, a Telegram that misbehaves, and both sides' books compared."""
