"""What is claimed of Jawara's speed, measured: `python -m benchmarks` lists them."""
