"""Run one contender until it is ended: `python -m benchmarks.contenders NAME URL …`."""

import importlib
import sys

name, *told = sys.argv[1:]
importlib.import_module(f"benchmarks.contenders.{name}").run(*told)
