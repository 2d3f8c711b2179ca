"""What is on offer: providers, programmes, waves, classes, meetings, who may join, and search.

The facts are data (`data/*.yaml`), each with its source. `reading` turns files into a checked
`Catalogue` (`schema`), `load` writes one into the database and never touches people's rows. The
modules named after a noun (`programmes`, `waves`, `classes`, `meetings`, `interests`) are what the
rooms above call. How many people have applied to a class is intake's to say.
"""
