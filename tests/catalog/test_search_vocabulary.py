"""The vocabulary files: what they hold, and how their mistakes are named."""

from pathlib import Path

import pytest

from catalog.search import Searcher, VocabularyError
from catalog.search.titles import programme_titles
from catalog.search.vocabulary import mistakes
from catalog.search.vocabulary_files import load_vocabulary

TITLES = {"menjahit": "Menjahit"}
GOOD = """
particles: {indonesian: [di]}
fillers: {indonesian: [saya]}
entries:
  - for: [menjahit]
    names: [jahit]
    hints: [kain, benang]
synonyms: {jahit: [njait]}
short_forms: {jht: jahit}
"""


def written(folder: Path, text: str) -> Path:
    (folder / "kata.yaml").write_text(text, encoding="utf-8")
    return folder


def found(folder: Path, text: str) -> list[tuple[str, float]]:
    searcher = Searcher(load_vocabulary(folder), TITLES)
    return [(hit.slug, hit.score) for hit in searcher.search(text)]


def test_our_own_files_hold_no_mistake() -> None:
    assert list(mistakes(load_vocabulary(), programme_titles())) == []


def test_words_synonyms_and_short_forms_lead_to_the_programme(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    queries = ("jahit", "njait", "jht", "saya di jahit")
    assert [found(tmp_path, query) for query in queries] == [[("menjahit", 100.0)]] * 4


def test_a_programme_without_words_is_found_by_its_title_and_an_absent_one_never(
    tmp_path: Path,
) -> None:
    vocabulary = load_vocabulary(written(tmp_path, GOOD))
    searcher = Searcher(vocabulary, {"batik": "Membatik Tulis"})
    assert [hit.slug for hit in searcher.search("membatik tulis")] == ["batik"]
    assert searcher.search("jahit") == []


@pytest.mark.parametrize("said", ["forklift", "mau kursus forklift", "forklif", "FORKLIFT di kota"])
def test_a_new_programme_is_found_by_the_words_that_it_alone_has(said: str) -> None:
    """Even by one that stands among the trades nobody offers, until somebody does."""
    titles = programme_titles()
    assert Searcher.from_data(titles).search(said) == []
    new = Searcher.from_data({**titles, "forklift": "Operator Forklift untuk Pemula"})
    assert [hit.slug for hit in new.search(said)] == ["forklift"]
    for other in ("operator", "pemula", "untuk"):
        assert "forklift" not in [hit.slug for hit in new.search(other)]


def test_a_hint_alone_is_too_little_and_two_are_enough(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    assert found(tmp_path, "kain") == []
    assert [slug for slug, _ in found(tmp_path, "kain benang")] == ["menjahit"]


def test_an_elsewhere_phrase_uses_our_word_up(tmp_path: Path) -> None:
    written(tmp_path, GOOD + "elsewhere: {indonesian: [jahit luka]}\n")
    assert found(tmp_path, "jahit luka") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fillers: [", "kata.yaml: not readable as YAML"),
        ("colours: {}", "kata.yaml: colours: unknown section"),
        ("fillers: [saya]", "kata.yaml: fillers: should be a mapping"),
        ("fillers: {id: saya}", "kata.yaml: fillers.id: should be a list"),
        ("fillers: {id: ['!']}", "kata.yaml: fillers.id[0]: should be a word or a phrase"),
        ("synonyms: {a: [x], b: [x]}", "synonyms.b: 'x' is there before, with another meaning"),
        ("entries: [{for: [x], tols: [y]}]", "kata.yaml: entries[0].tols: unknown kind"),
        ("entries: [{for: [x], jobs: [y], hints: [y]}]", "entries[0].hints: 'y' is there before"),
        ("pairs: [{any: [x]}]", "kata.yaml: pairs[0]: needs 'any' and 'beside'"),
    ],
)
def test_a_file_of_the_wrong_shape_is_refused_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    written(tmp_path, text)
    with pytest.raises(VocabularyError) as refusal:
        load_vocabulary(tmp_path)
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("entries: [{for: [menjahitt], words: [x]}]", "unknown programme 'menjahitt'"),
        ("entries: []", "entries: no words lead to menjahit"),
        (GOOD + "trades: {id: [jahit]}", "trades.id: 'jahit' is also in kata.yaml: entries[0]"),
        (GOOD + "trades: {id: [saya]}", "trades.id: 'saya' is also in kata.yaml: fillers"),
        (GOOD + "trades: {id: [alat berat]}", "'alat berat' is more than one word"),
        (GOOD + "elsewhere: {id: [jahit]}", "elsewhere.id: 'jahit' is also in kata.yaml"),
        (GOOD + "elsewhere: {id: [di jahit]}", "'di jahit' is one of our own words"),
        (GOOD.replace("kain", "di kain"), "'di kain' only says 'kain'"),
        (GOOD.replace("[njait]}", "[njait], ngaput: [jahit]}"), "is itself a synonym"),
    ],
)
def test_words_at_odds_are_named(tmp_path: Path, text: str, message: str) -> None:
    written(tmp_path, text)
    with pytest.raises(VocabularyError) as refusal:
        load_vocabulary(tmp_path).check(TITLES)
    assert message in str(refusal.value)


def test_a_programmes_file_of_the_wrong_shape_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "programmes.yaml"
    path.write_text("programmes: [{slug: x}]", encoding="utf-8")
    with pytest.raises(ValueError, match=r"programmes\.yaml"):
        programme_titles(path)
