"""The catalogue that comes with Jawara, as files that staff can read and edit (see README.md)."""

from pathlib import Path

HERE = Path(__file__).parent
