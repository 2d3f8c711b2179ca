"""Plain text: readable, safe, and quick whatever it is made from."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.plaintext import to_line, to_plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Mengelas rangka", "Mengelas rangka"),
        ("<p>Satu</p><p>Dua</p>", "Satu\n\nDua"),
        ("<ul><li>Satu</li><li>Dua</li></ul>", "• Satu\n• Dua"),
        ("Satu<br/>Dua<BR>Tiga", "Satu\nDua\nTiga"),
        ("&lt;b&gt;Juru&lt;/b&gt; las &amp; bubut", "Juru las & bubut"),
        ("usia &lt; 30 &amp; sehat", "usia < 30 & sehat"),
        ("usia < 30 tahun, tinggi > 160", "usia < 30 tahun, tinggi > 160"),
        ("a<script>alert('<p>x</p>')</script>b<style>p{}</style>c", "abc"),
        ("a<!-- <p>tersembunyi</p> -->b<!--x > y-->c", "abc"),
        ("a\x00b\u202ec\u200bd\ud800e", "abcde"),
        ("satu\r\n\r\n\r\n\r\ndua   tiga\t", "satu\n\ndua tiga"),
        ("<a href='http://x'>tautan", "tautan"),
        ("<b>tebal</b> &#" + "9" * 5000 + ";", "tebal &#" + "9" * 5000 + ";"),
        ("", ""),
    ],
)
def test_markup_becomes_what_a_person_would_read(written: str, plain: str) -> None:
    assert to_plain(written, 9_000) == plain


def test_a_long_text_is_cut_with_a_sign_of_it() -> None:
    assert to_plain("satu dua tiga", 9) == "satu dua…"


def test_a_line_has_no_breaks() -> None:
    assert to_line("<p>Juru</p>\n<p>Las</p>", 50) == "Juru Las"


@given(st.text(alphabet=st.sampled_from("<>/!-&;#xp bli'\"\n\x00\ud800é")))
def test_nothing_makes_it_fail_or_grow_beyond_its_limit(text: str) -> None:
    plain = to_plain(text, 40)
    assert len(plain) <= 40
    assert plain.encode().decode() == plain


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "<a href='", "<![CDATA[", "</", "<?", "&#"])
def test_hostile_markup_takes_no_longer_than_any_other(piece: str) -> None:
    began = time.process_time()
    to_plain(piece * 60_000, 8_000)
    assert time.process_time() - began < 1.0
