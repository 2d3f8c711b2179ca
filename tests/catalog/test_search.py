"""What people type, and which programmes they are shown."""

import sys
import threading
from types import FrameType
from typing import Any

import pytest

from catalog.search import Hit, Searcher
from catalog.search.titles import programme_titles

WELDING = ["las-smaw-a", "las-smaw-b", "las-gmaw"]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher.from_data(programme_titles())


def slugs(searcher: Searcher, text: str, limit: int = 3) -> list[str]:
    return [hit.slug for hit in searcher.search(text, limit)]


def test_every_title_finds_its_own_programme_first(searcher: Searcher) -> None:
    titles = programme_titles()
    assert {title: slugs(searcher, title, 1) for title in titles.values()} == {
        title: [slug] for slug, title in titles.items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("las", WELDING),
        ("autocad", ["autocad-bangunan", "autocad-manufaktur"]),
        ("luar negeri", ["pmi-vokasi", "magang-jepang", "korea-pmi"]),
        ("komputer", ["office-operator", "animasi"]),
        ("magang", ["magang-jepang", "magang-smk"]),
    ],
)
def test_a_broad_word_finds_all_that_it_fits(
    searcher: Searcher, text: str, expected: list[str]
) -> None:
    assert slugs(searcher, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kecantian kulit", ["kecantikan-kulit"]),
        ("bengkle motro", ["sepeda-motor"]),
        ("kursusjahit", ["menjahit"]),
        ("men jahit", ["menjahit"]),
        ("auto cad bangunan", ["autocad-bangunan"]),
        ("tukang lsa", WELDING),
        ("laaaas", WELDING),
        ("j4hit", ["menjahit"]),
        ("mnjht", ["menjahit"]),
        ("mesinx jahit", ["menjahit"]),
        ("mesin bubur", ["mesin-bubut-frais"]),
    ],
)
def test_slips_and_chat_spelling_are_read(
    searcher: Searcher, text: str, expected: list[str]
) -> None:
    assert slugs(searcher, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoyong diajar ngaput", "menjahit"),
        ("motor ruksak", "sepeda-motor"),
        ("arep sinau njait", "menjahit"),
        ("nyambut gawe ning jepang", "magang-jepang"),
        ("motorcycle repair", "sepeda-motor"),
        ("i want to work in korea", "korea-pmi"),
    ],
)
def test_other_languages_of_banten_are_understood(
    searcher: Searcher, text: str, expected: str
) -> None:
    assert slugs(searcher, text, 1) == [expected]


def test_a_story_around_the_wish_does_not_hide_it(searcher: Searcher) -> None:
    text = "Saya lulusan SMP mau belajar supaya bisa kerja di pabrik sebagai tukang las, ada?"
    assert slugs(searcher, text) == WELDING


def test_two_wishes_in_one_sentence_both_get_their_place(searcher: Searcher) -> None:
    assert slugs(searcher, "mau belajar las atau menjahit", 2) == ["menjahit", "las-smaw-a"]


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "🙏🙏", "halo admin", "terima kasih", "kursus", "mau daftar kerja", "asdfgh"),
        *("12345", "perawat", "kursus masak", "montir mobil", "bahasa inggris", "Siti Aminah"),
        *(
            "kelas",
            "gelas",
            "lastri",
            "motorola",
            "jaitun",
            "kopi darat",
            "token listrik",
            "drakor",
        ),
    ],
)
def test_nothing_is_shown_rather_than_a_guess(searcher: Searcher, text: str) -> None:
    assert searcher.search(text) == []


def test_hits_carry_title_and_falling_scores(searcher: Searcher) -> None:
    hits = searcher.search("las smaw di jepang", 5)
    assert hits[0] == Hit("las-smaw-a", programme_titles()["las-smaw-a"], hits[0].score)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(50 <= hit.score <= 100 for hit in hits)


def test_the_limit_is_kept(searcher: Searcher) -> None:
    assert [len(searcher.search("las", limit)) for limit in (1, 2, 5)] == [1, 2, 3]


@pytest.mark.parametrize("text", ["xqjw " * 800, "a" * 4000, "las " * 1000, "mengelaskan" * 360])
def test_a_longer_text_makes_no_more_work(searcher: Searcher, text: str) -> None:
    assert work(searcher, text * 50) == work(searcher, text)


def test_of_many_odd_words_only_a_few_are_guessed_at(searcher: Searcher) -> None:
    seven, eight, nineteen, twenty = (work(searcher, "xqjw " * words) for words in (7, 8, 19, 20))
    assert twenty - nineteen < eight - seven


def work(searcher: Searcher, text: str) -> int:
    """How many calls a search takes: unlike its time, the same on every machine."""
    searcher.search(text)  # the first one lays out what all later ones read
    calls = 0

    def count(_frame: FrameType, event: str, _what: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        searcher.search(text)
    finally:
        sys.setprofile(None)
    return calls


def test_threads_share_one_searcher(searcher: Searcher) -> None:
    texts = ["kecantian", "bengkle", "tukang las", "drakor"] * 25
    found: dict[int, list[list[Hit]]] = {}

    def ask(n: int) -> None:
        found[n] = [searcher.search(text) for text in texts]

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    alone = [searcher.search(text) for text in texts]
    assert found == dict.fromkeys(range(4), alone)
