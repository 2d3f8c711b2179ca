"""A wave as a timeline: where it stands, its moves by the clock and by hand."""
