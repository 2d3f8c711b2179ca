"""From advertisements to streams."""

from importlib.resources import files

import pytest
import yaml

from vacancies.phrases import data_of
from vacancies.streams import streams_of


@pytest.mark.parametrize(
    ("title", "streams"),
    [
        ("Juru Las (Welder) SMAW/GMAW", {"las"}),
        ("Las Listrik", {"las"}),
        ("WELDER", {"las"}),
        ("Operator Mesin Bubut dan CNC", {"manufaktur"}),
        ("Machining Operator", {"manufaktur"}),
        ("Teknisi Listrik dan Panel", {"elektro"}),
        ("Electrical Maintenance", {"elektro"}),
        ("PLC Programmer & Electrician", {"elektro", "teknologi-informasi"}),
        ("Sewing Operator", {"garmen"}),
        ("Operator Mesin Jahit", {"garmen"}),
        ("Teknisi AC", {"refrigerasi"}),
        ("Mekanik Motor", {"otomotif"}),
        ("Beauty Therapist", {"kecantikan"}),
        ("Drafter AutoCAD", {"bangunan"}),
        ("Data Entry", {"teknologi-informasi"}),
        ("Barista", {"kreatif-boga"}),
        ("Welder dan Electrician", {"las", "elektro"}),
        ("Guru Kelas", set()),
        ("Sales Mobil", set()),
        ("Sopir Truk", set()),
        ("Operator Produksi", set()),
        ("", set()),
    ],
)
def test_a_title_names_its_streams(title: str, streams: set[str]) -> None:
    assert streams_of(title) == streams


def test_where_the_title_names_none_the_description_may_by_unmistakable_words() -> None:
    text = "Dapat mengelas SMAW; ada mesin dan listrik di lokasi."
    assert streams_of("Operator Produksi", text) == {"las"}


def test_a_title_that_names_one_is_enough() -> None:
    assert streams_of("Electrician", "Bekerja bersama welder.") == {"elektro"}


def test_all_streams_of_the_data_are_clusters_of_the_catalogue() -> None:
    clusters = (files("catalog") / "data" / "clusters.yaml").read_text(encoding="utf-8")
    slugs = {cluster["slug"] for cluster in yaml.safe_load(clusters)["clusters"]}
    assert data_of("streams")["streams"].keys() - slugs == set()
