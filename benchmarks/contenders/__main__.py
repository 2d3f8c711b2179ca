"""Run one contender until it is ended: `python -m benchmarks.contenders NAME URL SCENARIO`."""

import importlib
import sys

name, url, scenario = sys.argv[1:4]
importlib.import_module(f"benchmarks.contenders.{name}").run(url, scenario)
