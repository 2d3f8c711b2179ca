"""Groups of pupils that a school sends."""
