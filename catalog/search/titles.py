"""Slug and title of every programme, straight from the catalogue's file: no database needed."""

from pathlib import Path

import yaml

PROGRAMMES = Path(__file__).parents[1] / "data" / "programmes.yaml"


def programme_titles(path: Path = PROGRAMMES) -> dict[str, str]:
    """Slug → title; raises OSError where the file is missing, ValueError where its shape is off."""
    try:
        content = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        return {str(item["slug"]): str(item["title"]) for item in content["programmes"]}
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise ValueError(f"{path.name}: no list of programmes with slug and title") from error
