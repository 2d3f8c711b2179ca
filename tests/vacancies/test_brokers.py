"""Offers of work abroad: what gives them away, and who asks about brokers."""

from pathlib import Path

import pytest
import yaml

from vacancies.brokers import Sign, asks_of_brokers, signs_in

QUERIES = Path(__file__).parents[2] / "benchmarks" / "search_queries.yaml"


@pytest.mark.parametrize(
    ("offer", "signs"),
    [
        ("Kerja Jepang, gaji 25 juta. Biaya pendaftaran 3 juta.", [("money", "biaya pendaftaran")]),
        ("Langsung berangkat, visa turis dulu", [("haste", "langsung berangkat"),
                                                 ("visa", "visa turis")]),
        ("Ijazah ditahan selama kontrak, transfer dulu 500rb", [("money", "transfer dulu"),
                                                                ("papers", "ijazah ditahan")]),
        ("Tidak dipungut biaya pendaftaran. Bukan visa turis.", []),
        ("Dibutuhkan welder di Osaka, wawancara 3 Desember.", []),
        ("", []),
    ],
)  # fmt: skip
def test_an_offer_is_given_away_by_its_words(offer: str, signs: list[tuple[str, str]]) -> None:
    assert signs_in(offer) == [Sign(*each) for each in signs]


@pytest.mark.parametrize(
    "text",
    ["calo", "Ada calo nawarin ke Korea", "berapa biaya ke jepang?", "bayar berapa jadi tkw",
     "bisa langsung berangkat?"],
)  # fmt: skip
def test_who_asks_about_brokers_is_understood(text: str) -> None:
    assert asks_of_brokers(text)


def test_no_search_is_taken_for_such_a_question() -> None:
    data = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    searches = list(words_of(data))
    assert len(searches) > 500
    assert [text for text in searches if asks_of_brokers(text)] == []


def words_of(data: object) -> "list[str]":
    if isinstance(data, dict):
        return [text for part in data.values() for text in words_of(part)]
    if isinstance(data, list):
        return [text for part in data for text in words_of(part)]
    return [str(data)]
