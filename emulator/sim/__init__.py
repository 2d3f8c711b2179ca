"""The control API: what people do, what tests order, what the page shows."""

from emulator.sim.routes import ROUTES

__all__ = ["ROUTES"]
