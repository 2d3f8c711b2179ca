"""A participant card as a PNG: black on white, large enough for a cracked small screen or print.

Drawn with the font that Pillow ships, so that it needs none on the machine. It knows the letters of
Indonesian and English; others lose their accents (`drawable`).
"""

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, MARGIN, GAP = 1080, 60, 22
ROOM = WIDTH - 2 * MARGIN
TITLE, LABEL, NOTE = 46, 32, 34
NAME, VALUE, NUMBER = (92, 52), (50, 34), (76, 40)
"""The largest and the smallest size; smaller than that, a text is cut."""
MOST_LINES = 2
QR_ROOM = 700
QUIET = 4
"""White modules around a code, as its standard asks."""
BLACK, WHITE, GREYS = 0, 255, 16
LETTERS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "·": "-", "…": "...",
     "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE"}
)  # fmt: skip


@dataclass(frozen=True)
class CardFace:
    """What stands on it, in this order from the top."""

    title: str
    name: str
    facts: Sequence[tuple[str, str]]
    """A label and what it says: programme, wave, place."""
    number: str
    note: str


@dataclass(frozen=True)
class _Block:
    """A text as it will be drawn: its lines, their size, the space above."""

    lines: Sequence[str]
    size: int
    bold: bool
    above: int

    @property
    def height(self) -> int:
        return self.above + len(self.lines) * _step(self.size)


def draw_card(face: CardFace, payload: str) -> bytes:
    """`payload` is what the code says. Some hundredths of a second; run it beside the loop."""
    from PIL import Image, ImageDraw  # 5 MB that a start without cards is spared

    above, below = _above(face), _below(face)
    code = _code(payload)
    height = sum(b.height for b in (*above, *below)) + code.height + 3 * GAP + 2 * MARGIN
    picture = Image.new("L", (WIDTH, height), WHITE)
    pen = ImageDraw.Draw(picture)
    edge = MARGIN // 3
    pen.rectangle((edge, edge, WIDTH - edge, height - edge), outline=BLACK, width=5)
    y = _blocks(pen, above, MARGIN) + GAP
    picture.paste(code, ((WIDTH - code.width) // 2, y))
    _blocks(pen, below, y + code.height)
    return _png(picture)


def drawable(text: str) -> str:
    """The same in letters that the font has: é as e; what has no likeness is left out."""
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return " ".join("".join(sign for sign in plain if " " <= sign <= "~").split())


def _above(face: CardFace) -> list[_Block]:
    blocks = [_fitted(face.title, (TITLE, TITLE), above=0), _fitted(face.name, NAME, above=GAP)]
    for label, said in face.facts:
        blocks.append(_fitted(label, (LABEL, LABEL), bold=False, above=GAP))
        blocks.append(_fitted(said, VALUE, above=0))
    return blocks


def _below(face: CardFace) -> list[_Block]:
    note = _fitted(face.note, (NOTE, NOTE), bold=False, above=GAP)
    return [_fitted(face.number, NUMBER, above=0), note]


def _fitted(text: str, sizes: tuple[int, int], *, bold: bool = True, above: int) -> _Block:
    """As large as two lines of it may be; the longest of all are cut."""
    largest, smallest = sizes
    words = drawable(text).split()
    for size in range(largest, smallest - 1, -4):
        lines = _wrapped(words, size)
        if lines is not None and len(lines) <= MOST_LINES:
            return _Block(lines, size, bold, above)
    return _Block(_cut(" ".join(words), smallest), smallest, bold, above)


def _wrapped(words: Sequence[str], size: int) -> list[str] | None:
    """None where a single word is wider than the card."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, size) <= ROOM:
            lines[-1] = longer
        elif _width(word, size) <= ROOM:
            lines.append(word)
        else:
            return None
    return lines


def _cut(text: str, size: int) -> list[str]:
    lines = []
    for _ in range(MOST_LINES):
        end = len(text)
        while _width(text[:end], size) > ROOM:
            end -= 1
        lines.append(text[:end].strip())
        text = text[end:]
    return lines


def _blocks(pen: "ImageDraw", blocks: Sequence[_Block], y: int) -> int:
    for block in blocks:
        y += block.above
        for line in block.lines:
            stroke = max(1, block.size // 40) if block.bold else 0
            middle = (WIDTH // 2, y)
            pen.text(middle, line, BLACK, _font(block.size), "ma", stroke_width=stroke)
            y += _step(block.size)
    return y


def _code(payload: str) -> "Image":
    """Whole pixels a module, so that no camera has to guess."""
    import segno
    from PIL import Image

    rows = [bytes(row) for row in segno.make_qr(payload, error="m").matrix_iter(border=QUIET)]
    side = len(rows)
    dots = bytes(BLACK if dark else WHITE for row in rows for dark in row)
    scale = QR_ROOM // side
    small = Image.frombytes("L", (side, side), dots)
    return small.resize((side * scale, side * scale), Image.Resampling.NEAREST)


def _png(picture: "Image") -> bytes:
    """In few greys: a third of the bytes, which people pay for, and no eye sees it."""
    from PIL import Image

    steps = [(v * (GREYS - 1) + 127) // 255 for v in range(256)]
    few = Image.frombytes("P", picture.size, picture.point(steps).tobytes())
    few.putpalette([v * 255 // (GREYS - 1) for v in range(GREYS) for _ in "rgb"])
    written = io.BytesIO()
    few.save(written, "PNG", bits=4, compress_level=6)
    return written.getvalue()


def _width(text: str, size: int) -> float:
    return _font(size).getlength(text) + size // 20


def _step(size: int) -> int:
    return size * 5 // 4


@cache
def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont
    from PIL.ImageFont import FreeTypeFont

    font = ImageFont.load_default(size)
    assert isinstance(font, FreeTypeFont)  # Pillow's wheels have FreeType
    return font
