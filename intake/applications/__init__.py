"""Applications and the people who make them: their answers, their states, every change."""
