"""Seats: offered, confirmed, passed on to the reserve; never more holders than there are."""
