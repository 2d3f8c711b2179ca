"""How far a typed word is from a known one, for thumbs on a phone keyboard.

Costs are in whole slips: 1.0 is a wrong letter anywhere on the keyboard, a neighbouring key, a
swapped pair or a dropped vowel costs about half, a doubled letter less.
"""

VOWELS = frozenset("aeiou")
_SWAPPED = 0.5
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = ("sz", "fv", "fp", "vp", "kq", "kc", "td", "bp", "iy", "uw", "kg", "jy", "sc")


def _neighbouring_keys() -> frozenset[tuple[str, str]]:
    place = {c: (x + row * 0.5, row) for row, keys in enumerate(_ROWS) for x, c in enumerate(keys)}
    return frozenset(
        (a, b)
        for a, (ax, ay) in place.items()
        for b, (bx, by) in place.items()
        if a != b and abs(ax - bx) <= 1 and abs(ay - by) <= 1
    )


NEIGHBOURS = _neighbouring_keys()
_SOUNDS_ALIKE = frozenset((p[i], p[1 - i]) for p in _ALIKE for i in (0, 1))


def slip_cost(typed: str, word: str, limit: float) -> float:
    """Cheapest way from `word` to what was `typed`; anything above `limit` may be reported early.

    Restricted Damerau distance with the costs above, over the part in which the two differ.
    """
    start, same_end = _common_ends(typed, word)
    letters = range(start, len(word) - same_end)
    above: list[float] = []
    row = [0.0]
    for j in letters:
        row.append(row[-1] + _missing(word, j))
    for i in range(start, len(typed) - same_end):
        before, above = above, row
        extra = _extra(typed, i)
        row = [above[0] + extra]
        for n, j in enumerate(letters):
            best = above[n] + _wrong(typed[i], word[j], i == 0 and j == 0)
            if n and i > start and typed[i] == word[j - 1] and typed[i - 1] == word[j]:
                best = min(best, before[n - 1] + _SWAPPED)
            row.append(min(best, above[n + 1] + extra, row[n] + _missing(word, j)))
        if min(row) > limit:
            return min(row)
    return row[-1]


def _common_ends(typed: str, word: str) -> tuple[int, int]:
    shorter = min(len(typed), len(word))
    start = 0
    while start < shorter and typed[start] == word[start]:
        start += 1
    end = 0
    while end < shorter - start and typed[-1 - end] == word[-1 - end]:
        end += 1
    return start, end


def _wrong(key: str, letter: str, first: bool) -> float:
    if key == letter:
        return 0.0
    pair = (key, letter)
    cost = 1.0
    if pair in NEIGHBOURS or pair in _SOUNDS_ALIKE:
        cost = 0.55
    elif key in VOWELS and letter in VOWELS:
        cost = 0.6
    return cost + 0.2 if first else cost


def _extra(typed: str, i: int) -> float:
    beside = typed[max(0, i - 1) : i] + typed[i + 1 : i + 2]
    if typed[i] in beside:
        return 0.3
    return 0.55 if any((typed[i], c) in NEIGHBOURS for c in beside) else 0.85


def _missing(word: str, j: int) -> float:
    if j == 0:
        return 0.75
    if word[j] == word[j - 1]:
        return 0.3
    return 0.5 if word[j] in VOWELS or word[j] == "h" else 0.7


def skeleton(word: str) -> str:
    """The consonants in order, neighbouring doubles once, as in chat spelling (belajar → bljr)."""
    bare = [c for c in word if c not in VOWELS]
    return "".join(c for i, c in enumerate(bare) if i == 0 or bare[i - 1] != c)


def is_shortening(typed: str, word: str) -> bool:
    """Whether `typed` is `word` with nothing but vowels left out (bljr, jhit, lstrik)."""
    if not typed or typed[0] != word[0]:
        return False
    i = 0
    for letter in word:
        if i < len(typed) and typed[i] == letter:
            i += 1
        elif letter not in VOWELS:
            return False
    return i == len(typed)
