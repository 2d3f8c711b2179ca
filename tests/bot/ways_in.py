"""How each question of each conversation comes to be asked."""

from collections.abc import Mapping
from enum import StrEnum

from announcements.questions import Question
from bot.conversations import (
    ak1,
    broadcast,
    documents,
    phones,
    reasons,
    registration,
    schools,
    selection,
    welcome,
)
from bot.conversations.ak1 import Asked as AskedOfCard
from bot.conversations.registration_asking import Doubt
from bot.conversations.welcome import Welcome
from catalog.facts import Trait
from intake.applications.steps import OF_GUARDIAN, STEPS
from intake.documents.questions import Asked
from intake.reasons import ReasonFor
from intake.schools.questions import SchoolAsked
from intake.selection.questions import Asked as AskedAtDesk
from people.questions import Question as OfPhones

NIK = "3673014501990003"
YOUNG = "a NIK of somebody who is 16"
TO_BUTTONS = ["Tulis siaran baru", "Kumpul besok."]
TO_AUDIENCE = [*TO_BUTTONS, "Lanjut tanpa tombol"]
TO_STAFF = [*TO_AUDIENCE, "Pilih siapa", "Petugas", "‹ Kembali", "Lanjut"]
TO_CORRECTION = [*TO_STAFF, "Kirim sekarang", "Ya, kirim", "(sampai)", "Perbaiki teks"]
TO_REVIEW = ["Siti Aminah", NIK, "ya", "081234560001", "smk", "kota serang"]
TO_CONSENT = ["Budi", YOUNG, "ya", "081234560001", "smk", "kota serang", "ibu", "Aminah"]
ASKS: Mapping[Trait, tuple[str, dict[str, object]]] = {
    # A kind of rule for whose sake it is asked, and its parameters.
    Trait.SEX: ("sex", {"sex": "f"}),
    Trait.AGE: ("age", {"min": 15, "max": 29}),
    Trait.EDUCATION: ("education", {"min": "smp"}),
    Trait.DOMICILE: ("domicile", {"regions": ["3673"]}),
    Trait.ACTIVITY: ("idle", {}),
    Trait.HEIGHT: ("height", {"min_cm": 150}),
    Trait.VISION: ("vision", {}),
    Trait.PAPERS: ("papers", {"documents": ["ktp", "ijazah"]}),
    Trait.LANGUAGE: ("language", {"test": "EPS-TOPIK"}),
    Trait.TERM: ("term", {"years": 3}),
}

WAYS_IN: Mapping[str, Mapping[StrEnum, list[str]]] = {
    # What is said or pressed, one after another, until the state's question is open.
    ak1.NAME: {AskedOfCard.ISSUED_ON: []},
    broadcast.NAME: {
        Question.TEXT: ["Tulis siaran baru"],
        Question.CUT: ["Tulis siaran baru", "x" * 4096],
        Question.BUTTONS: TO_BUTTONS,
        Question.LINK: [*TO_BUTTONS, "Tambah tautan"],
        Question.PROGRAMME: [*TO_BUTTONS, "Tambah pelatihan"],
        Question.VACANCY: [*TO_BUTTONS, "Tambah lowongan"],
        Question.JOIN: [*TO_BUTTONS, "Tambah tombol Ikut"],
        Question.AUDIENCE: TO_AUDIENCE,
        Question.REVIEW: TO_STAFF,
        Question.CHANGES: [*TO_STAFF, "Ubah isi"],
        Question.TIME: [*TO_STAFF, "Ubah waktu"],
        Question.SURE: [*TO_STAFF, "Kirim sekarang"],
        Question.DISCARD: [*TO_STAFF, "Buang siaran"],
        Question.CORRECTION: TO_CORRECTION,
        Question.CORRECTION_CUT: [*TO_CORRECTION, "x" * 4096],
        Question.CORRECTION_SURE: [*TO_CORRECTION, "Kumpul lusa."],
    },
    schools.NAME: {
        SchoolAsked.FORM: ["Ubah data kelompok"],
        SchoolAsked.LIST: ["Kirim daftar siswa"],
        SchoolAsked.REASON: ["Kembalikan"],
    },
    documents.NAME: {
        Asked.PAPER: ["Kirim berkas"],
        Asked.WHICH: ["/menu", "(foto)"],
        Asked.NUMBER: ["Lihat berkas pendaftar"],
    },
    selection.NAME: {
        AskedAtDesk.SCORES: ["Kirim nilai"],
        AskedAtDesk.MINUTE: ["Susun peringkat", "‹ Kembali", "Umumkan hasil"],
        AskedAtDesk.MOVE: ["Susun peringkat", "Ubah peringkat"],
    },
    reasons.NAME: {
        ReasonFor.SEAT: ["Lepas kursinya"],
        ReasonFor.STAGE: ["Tutup pendaftaran"],
        ReasonFor.BED: ["Beri tempat"],
        ReasonFor.PUPIL: ["Tarik siswa ini"],
    },
    phones.NAME: {
        OfPhones.PHONE: [],
        OfPhones.COUNTER: ["Lihat yang lain", "Ganti HP pendaftar"],
    },
    registration.NAME: {
        **{step: TO_REVIEW[: STEPS.index(step)] for step in STEPS},
        **{step: TO_CONSENT[: 6 + place] for place, step in enumerate(OF_GUARDIAN)},
        **{trait: [] for trait in Trait},
        Doubt.CANCEL: ["Siti Aminah", "batal"],
    },
    welcome.NAME: {
        Welcome.CONSENT: ["/start"],
        Welcome.DOMICILE: ["/start", "ya"],
        Welcome.INTERESTS: ["/start", "ya", "kota serang"],
    },
}
