"""Telegram's HTML, as staff write it and as it is refused."""

import pytest

from announcements.errors import BadText, EmptyText, TextTooLong
from announcements.formatting import check_text, plain


@pytest.mark.parametrize(
    ("html", "length"),
    [
        ("Halo", 4),
        ("<b>Halo</b> &amp; <i>selamat <u>pagi</u></i>", 19),
        ('<a href="https://pelatihan.example/a?b=1&amp;c=2">Daftar</a>', 6),
        ("<a href='tel:+622154320'>Telepon</a>", 7),
        ('<span class="tg-spoiler">rahasia</span>', 7),
        ("<tg-spoiler>rahasia</tg-spoiler>", 7),
        ('<pre><code class="language-python">1</code></pre>', 1),
        ("<blockquote expandable>a\nb</blockquote>", 3),
        ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', 2),
        ("5 &lt; 6 &#33;", 7),
        ("gaji & uang makan", 17),
        ("a &nbsp; b", 10),
        ("  \n Halo \n", 4),
    ],
)
def test_what_telegram_reads_is_taken_and_counted_as_it_counts(html: str, length: int) -> None:
    assert check_text(html) == length


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<b>Halo", ("unclosed", "<b>", 1, 1)),
        ("Halo</b>", ("unopened", "</b>", 1, 5)),
        ("Baris satu\n<b>tebal <i>miring</b></i>", ("unopened", "</b>", 2, 19)),
        ("Halo <script>x</script>", ("unknown", "<script>", 1, 6)),
        ("a\nb\n5 < 6", ("broken", "< 6", 3, 3)),
        ("<a>Daftar</a>", ("link", "<a>", 1, 1)),
        ('<a href="javascript:alert(1)">x</a>', ("link", "javascript:alert(1)", 1, 1)),
        ('<b class="x">y</b>', ("unknown", '<b class="x">', 1, 1)),
        ("<span>y</span>", ("unknown", "<span>", 1, 1)),
        ("<br/>", ("broken", "<br/>", 1, 1)),
    ],
)
def test_what_telegram_would_refuse_is_told_with_its_place(
    html: str, problem: tuple[str, str, int, int]
) -> None:
    with pytest.raises(BadText) as refused:
        check_text(html)
    assert refused.value.args == problem


def test_a_text_has_bounds_that_depend_on_what_goes_with_it() -> None:
    assert check_text("<b>" + "a" * 4096 + "</b>") == 4096
    assert check_text("<i>" + "a" * 1024 + "</i>", with_media=True) == 1024
    for html, with_media, told in (
        ("a" * 4097, False, (4097, 4096)),
        ("a" * 1025, True, (1025, 1024)),
        ("😀" * 2049, False, (4098, 4096)),
    ):
        with pytest.raises(TextTooLong) as refused:
            check_text(html, with_media=with_media)
        assert refused.value.args == told


@pytest.mark.parametrize("html", ["", " \n ", "<b> </b>"])
def test_nothing_at_all_is_no_message_but_may_go_with_a_picture(html: str) -> None:
    with pytest.raises(EmptyText):
        check_text(html)
    assert check_text(html, with_media=True) == 0


def test_what_is_read_of_it_has_no_tags() -> None:
    assert plain("<b>Las</b> &lt;SMAW&gt; &amp; <i>GMAW</i>") == "Las <SMAW> & GMAW"
