"""What staff tell many people at once: audiences, broadcasts, corrections, and what became of it."""
