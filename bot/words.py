"""Words that work like buttons wherever they are typed: "batal", "kembali", "menu", "lewati"…"""

import re
from enum import Enum, auto

from telegram import Message
from telegram.ext import filters


class Word(Enum):
    BACK = auto()
    CANCEL = auto()
    MENU = auto()
    SKIP = auto()
    LATER = auto()
    RESUME = auto()
    YES = auto()
    NO = auto()
    HELP = auto()
    COURSES = auto()
    VACANCIES = auto()
    SCHEDULE = auto()
    SETTINGS = auto()
    REGISTER = auto()
    HELLO = auto()


SPELLINGS = {
    Word.BACK: "kembali balik mundur back",
    Word.CANCEL: "batal batalkan gajadi ngajadi cancel",
    Word.MENU: "menu beranda mulai home",
    Word.SKIP: "lewati lewat skip",
    Word.LATER: "nanti lanjutnanti nantisaja later notnow",
    Word.RESUME: "lanjut lanjutkan teruskan terus continue resume",
    Word.YES: (
        "ya iya y yes benar betul setuju sayasetuju oke ok siap enggeh inggih muhun agree iagree"
    ),
    Word.NO: (
        "tidak gak ga enggak nggak ngga no bukan salah tidaksetuju jangan biarkan henteu ora "
        "decline leaveit"
    ),
    Word.HELP: "bantuan tolong petugas help",
    Word.COURSES: "pelatihan kursus daftarpelatihan lihatpelatihan training courses course",
    Word.VACANCIES: "lowongan loker lowker lowongankerja infoloker lihatlowongan vacancies jobs",
    Word.SCHEDULE: (
        "jadwal jadwalsaya pendaftaransaya nomorsaya nomorpendaftaran pengumuman hasilseleksi "
        "schedule myschedule myregistration myregistrations"
    ),
    Word.SETTINGS: "pengaturan setelan settings",
    Word.REGISTER: (
        "daftar mendaftar maudaftar maumendaftar ingindaftar inginmendaftar caradaftar "
        "caramendaftar daftardimana register signup howtoregister"
    ),
    Word.HELLO: (
        "halo hallo hai hi hello permisi punten assalamualaikum asalamualaikum assalamualaikumwrwb "
        "selamatpagi selamatsiang selamatsore selamatmalam gaktau gatau tidaktahu test tes "
        "halokak halomin p terimakasih makasih terimakasihbanyak makasihkak nuhun haturnuhun "
        "matursuwun thanks thankyou"
    ),
}
_WORDS = {spelling: word for word, text in SPELLINGS.items() for spelling in text.split()}

ELSEWHERE = (Word.HELP, Word.COURSES, Word.VACANCIES, Word.SCHEDULE, Word.SETTINGS)
"""Words that lead away, as their buttons do; the answers are kept."""


def meaning(text: str) -> Word | None:
    """The word that the whole text amounts to; None when it says anything more."""
    if any(sign.isdigit() for sign in text):
        return None
    return _WORDS.get(re.sub(r"[^a-z]+", "", text.lower()))


def begins(text: str, caption: str) -> bool:
    """Whether it is what stands on a button, or the beginning of it: "keep it" for "Keep it as it
    is".
    """
    said, whole = _words_of(text), _words_of(caption)
    return bool(said) and whole[: len(said)] == said


def _words_of(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub("['’]", "", text.lower()))


class Means(filters.MessageFilter):
    """Lets messages through whose whole text amounts to one of these words."""

    def __init__(self, *wanted: Word) -> None:
        super().__init__()
        self._wanted = wanted

    def filter(self, message: Message) -> bool:
        return bool(message.text) and meaning(message.text or "") in self._wanted
