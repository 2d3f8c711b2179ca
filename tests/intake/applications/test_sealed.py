"""What a thief of the database file could read: nothing that says who somebody is."""

from contextlib import closing
from pathlib import Path

from tests.cast import BUDI, SITI, apply, fill_in, open_database, set_stage, welcome


def test_neither_name_nor_nik_nor_phone_is_readable_in_the_file(
    sqlite_url: str, tmp_path: Path
) -> None:
    with closing(open_database(sqlite_url)) as database:
        with database.transaction() as session:
            stage = set_stage(session)
            apply(session, SITI, stage.class_id)
            fill_in(session, BUDI, welcome(session, BUDI), stage.class_id)
        raw = b"".join(file.read_bytes() for file in sorted(tmp_path.iterdir()))
    assert b"PBK-2025-3-0001" in raw
    private = [
        secret
        for person in (SITI, BUDI)
        for secret in (
            person.name,
            *person.name.split(),
            person.nik,
            person.nik[6:],
            person.phone,
            person.phone.removeprefix("+62"),
        )
    ]
    assert [secret for secret in private if secret.encode() in raw] == []
