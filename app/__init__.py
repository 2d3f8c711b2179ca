"""The composition root: settings, wiring, the clock's ticks, and the command line."""
