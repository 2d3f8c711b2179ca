"""Looking certificates up by number: so many an hour, each person by themselves."""

from datetime import timedelta

from bot.guesses import MOST, WITHIN, Guesses
from tests.cast import BUDI, NOW, SITI

MINUTE = timedelta(minutes=1)


def test_so_many_an_hour_and_no_more() -> None:
    guesses = Guesses()
    given = [guesses.count(SITI.telegram_id, NOW + n * MINUTE) for n in range(MOST + 2)]
    assert given == [None] * MOST + [NOW + WITHIN] * 2
    assert guesses.count(BUDI.telegram_id, NOW) is None
    assert guesses.count(SITI.telegram_id, NOW + WITHIN) is None
    assert guesses.count(SITI.telegram_id, NOW + WITHIN) == NOW + MINUTE + WITHIN


def test_who_has_not_asked_for_an_hour_is_forgotten() -> None:
    guesses = Guesses()
    guesses.count(SITI.telegram_id, NOW)
    guesses.count(BUDI.telegram_id, NOW + 2 * WITHIN)
    assert list(guesses._of) == [BUDI.telegram_id]
