"""What becomes of graduates: what they tell, and how promises of a placement are kept."""
