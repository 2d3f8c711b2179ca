"""The dormitory: beds asked for, granted in an order told to everybody, passed on at once."""
