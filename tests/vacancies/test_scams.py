"""Advertisements that ask for money."""

import pytest

from vacancies.phrases import data_of
from vacancies.scams import scam_sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Cukup bayar biaya admin Rp 150.000", "biaya admin"),
        ("Tidak ada tes, cukup bayar biaya admin 150 ribu", "biaya admin"),
        ("Silakan transfer ke rekening BCA", "transfer ke rekening"),
        ("Membayar UANG JAMINAN 500rb.", "uang jaminan"),
        ("Tanpa tes. Biaya seragam 200 ribu dibawa saat wawancara", "biaya seragam"),
        ("Registration fee must be paid first", "registration fee"),
    ],
)
def test_who_asks_for_money_is_seen(text: str, sign: str) -> None:
    assert scam_sign("Operator", text) == sign


@pytest.mark.parametrize(
    "text",
    [
        "Tidak dipungut biaya admin apa pun.",
        "Hati-hati penipuan! Kami tidak pernah meminta uang jaminan, biaya seragam, atau transfer",
        "Biaya seragam ditanggung perusahaan",
        "Biaya pelatihan gratis",
        "Gaji ditransfer tiap bulan ke rekening karyawan",
        "Mengikuti transfer pengetahuan dari ahli Jepang",
        "No registration fee",
        "Administrasi gudang dan kasir",
        "",
    ],
)
def test_who_does_not_is_let_in(text: str) -> None:
    assert scam_sign("Operator", text) is None


def test_the_data_are_texts_throughout() -> None:
    assert {type(phrase) for phrases in data_of("scams").values() for phrase in phrases} == {str}
