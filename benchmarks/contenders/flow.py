"""What the bare contenders hold: as many steps of the same kinds as the real bot's."""

from dataclasses import dataclass

from benchmarks.people import Act

TEXT = (
    "<b>{title}</b>\n\nDi sini ada keterangan sepanjang layar yang biasa, dengan <b>angka</b> dan "
    "tanggal, kursi dan pendaftar, supaya setiap jawaban sama panjangnya dengan yang sebenarnya. "
    "Pilih di bawah ini, atau tulis saja yang Anda cari."
)
TOKEN = "1000000001:a-token-for-a-stub-on-this-machine"  # noqa: S105 - no server knows it


@dataclass(frozen=True)
class Question:
    """One state: answered by a text, or by one of its buttons."""

    title: str
    buttons: tuple[str, ...] = ()
    keyboard: bool = False
    """Asked with a reply keyboard, which takes a message more before and one more after."""

    @property
    def text(self) -> str:
        return TEXT.format(title=self.title)

    @classmethod
    def over(cls) -> "Question":
        return cls("Selesai")


OVER = Question.over()
CHOICES = ("Satu", "Dua", "Tiga", "Empat", "Lima", "Kembali")
FLOWS: dict[str, tuple[Question, ...]] = {
    "browse": tuple(Question(f"Layar {n}", CHOICES) for n in range(6)),
    "registration": (
        Question("Program", CHOICES),
        Question("Kelas", CHOICES),
        Question("Nama"),
        Question("NIK"),
        Question("Tanggal lahir", CHOICES),
        Question("Telepon", keyboard=True),
        Question("Pendidikan", CHOICES),
        Question("Domisili", CHOICES),
        Question("Periksa", CHOICES),
        Question("Batal", CHOICES),
    ),
}
"""After the last state the conversation begins again with its first."""


def script(scenario: str) -> list[Act]:
    """What people do with a bare contender: /start, then an answer for every state."""
    flow = FLOWS[scenario]
    acts = [Act("say", "/start", flow[0].title)]
    for question, following in zip(flow, [*flow[1:], None], strict=True):
        until = "Selesai" if following is None else following.title
        kind, what = ("press", "Satu") if question.buttons else ("say", "jawaban {n}")
        acts.append(Act(kind, what, until))
    return acts
