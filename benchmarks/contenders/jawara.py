"""(d) The real bot, durable on SQLite: its home prepared, its script, and how it is started."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.opening import open_database
from app.settings import Settings, read_settings
from app.stocking import stock_demo
from benchmarks.contenders.flow import TOKEN
from benchmarks.people import FIRST_ID, Act
from catalog.facts import Activity, Trait
from catalog.programmes import find_programme
from intake.registration.answering import YES
from intake.registration.checks import check_programme, tell_trait
from people.accounts import CONSENT_VERSION, ensure_account, give_consent
from people.welcomes import finish_welcome

SCRIPTS = {
    "browse": [
        Act("say", "menu", "pendamping"),
        Act("press", "🎓 Lihat pelatihan", "Pelatihan kerja di Banten"),
        Act("press", "Menurut bidang", "Pilih bidangnya"),
        Act("press", "Teknik Las", "3 program"),
        Act("press", "Las SMAW A", "Sertifikat"),
        Act("press", "Lihat syarat", "Syarat Las SMAW A"),
        Act("press", "‹ Kembali", "Sertifikat"),
    ],
    "registration": [
        Act("say", "/start p-las-smaw-a", "Sertifikat"),
        Act("press", "Lihat kelas yang dibuka", "kursi"),
        Act("press", "Daftar sekarang", "Bisa."),
        Act("press", "Isi formulir", "Langkah 1 dari 7"),
        Act("say", "Siti Aminah", "Langkah 2 dari 7"),
        Act("say", "3671014501991{n:03d}", "Langkah 3 dari 7"),
        Act("press", "Ya, benar", "Langkah 4 dari 7"),
        Act("say", "081234567890", "Langkah 5 dari 7"),
        Act("press", "SMK", "Langkah 6 dari 7"),
        Act("press", "Kota Serang", "Langkah 7 dari 7"),
        Act("press", "Batalkan", "hilang"),
        Act("press", "Ya, batalkan", "batal"),
    ],
}


def prepare(home: Path, people: int) -> Settings:
    """A home with catalogue and examples, and accounts that have been welcomed already.

    What the rules ask has been told, so that each round of the script is like the one before.
    """
    settings = read_settings(
        home=home, database_url=f"sqlite:///{home / 'jawara.db'}", _env_file=None
    )
    database = open_database(settings)
    now = datetime.now(UTC)
    stock_demo(database, home, now, ZoneInfo(settings.timezone))
    with database.transaction() as session:
        for number in range(people):
            account = ensure_account(session, FIRST_ID + number, language="id", now=now)
            give_consent(session, account.id, CONSENT_VERSION, now)
            finish_welcome(session, account.id, now)
            _check_rules(session, account.id, now)
    database.close()
    return settings


def _check_rules(session: Session, account_id: int, now: datetime) -> None:
    programme = find_programme(session, "las-smaw-a")
    check = check_programme(session, account_id, programme.id, now=now)
    for trait, value in ((Trait.ACTIVITY, Activity.IDLE.value), (Trait.PAPERS, YES)):
        if trait in check.still_open:
            tell_trait(session, account_id, trait, value, now=now)


def command(
    settings: Settings, url: str, *, bulk_rate: float = 1000
) -> tuple[list[str], dict[str, str]]:
    """What starts the bot, and in which environment."""
    environment = {name: value for name, value in os.environ.items() if name[:7] != "JAWARA_"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a server keeps its byte code
    environment |= {
        "JAWARA_TOKEN": TOKEN,
        "JAWARA_API_URL": url,
        "JAWARA_HOME": str(settings.home),
        "JAWARA_DATABASE_URL": settings.database,
        "JAWARA_LOG_LEVEL": "ERROR",
        "JAWARA_BULK_RATE": str(bulk_rate),
        "JAWARA_METRICS_PORT": "0",
    }
    return [sys.executable, "-m", "app", "run"], environment
