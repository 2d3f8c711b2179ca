"""What staff tell many people at once: audiences, broadcasts, corrections, what became of them."""
