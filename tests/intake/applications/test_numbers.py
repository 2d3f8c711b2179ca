"""Registration numbers as people read them out, type them and copy them from spreadsheets."""

import pytest

from intake.applications.numbers import plain_number


@pytest.mark.parametrize(
    "text",
    [
        "PBK-2025-2-0147", " pbk-2025-2-0147 ", "PBK – 2025 – 2 – 0147", "PBK—2025—2—0147",
        "pbk 2025 2 0147", "PBK\u00a02025\u20112\u22120147", "'PBK-2025-2-0147", "PBK/2025/2/0147.",
    ],
)  # fmt: skip
def test_a_number_is_known_whatever_stands_between_its_parts(text: str) -> None:
    assert plain_number(text) == "PBK-2025-2-0147"


@pytest.mark.parametrize("text", ["", " – ", "'"])
def test_signs_alone_are_no_number(text: str) -> None:
    assert plain_number(text) == ""
