"""Promised placements: who writes, who answers, that both stay, and how they are counted."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication, OtherProvider, ReasonMissing
from intake.applications.rows import ApplicationView
from intake.lists.errors import BadSheet
from intake.placement.errors import (
    CompanyMissing,
    NoPromise,
    PlacementChanged,
    UnknownPlacementAnswer,
)
from intake.placement.outcomes import tell_outcome
from intake.placement.promise_counts import PromiseTally, count_placements
from intake.placement.promise_lists import put_placements
from intake.placement.promise_rows import (
    PlacementView,
    class_placements,
    companies_of,
    placement_for,
    promised_classes,
)
from intake.placement.promises import answer_placement
from intake.training.errors import NoTrainee
from people.staff import EVERYWHERE, Role, StaffRight
from storage.models import Notice, PlacementChange
from tests.cast import BUDI, NOW, SITI, Stage, apply
from tests.intake.placement.promised import (
    DECLINED,
    INTRODUCED,
    NOT_PLACED,
    PLACED,
    note,
    set_promise,
)
from tests.intake.training.trainees import ELSEWHERE, take_in

TODAY = date(2025, 11, 17)
EMPTY = {
    "confirmed": 0, "told": 0, "contradicted": 0, "not_placed": 0, "declined": 0, "in_time": 0,
    "overdue": 0, "undated": 0, "open_at_work": 0, "placed_without": 0,
}  # fmt: skip


def reply(
    session: Session, siti: ApplicationView, view: PlacementView, answer: str
) -> PlacementView:
    assert view.change_id is not None
    return answer_placement(session, siti.id, siti.account_id, view.change_id, answer, now=NOW)


def counts(session: Session, stage: Stage) -> PromiseTally:
    views = class_placements(session, stage.class_id, EVERYWHERE)
    return count_placements(session, views, now=NOW)


def tally(promised: int, **more: int) -> PromiseTally:
    return PromiseTally(promised=promised, **{**EMPTY, **more})


def said(session: Session) -> list[tuple[str, str | None, str, str | None, str | None]]:
    rows = session.scalars(select(PlacementChange).order_by(PlacementChange.id))
    return [
        (each.actor, each.from_state, each.to_state, each.company, each.answer) for each in rows
    ]


def test_both_versions_are_kept_as_they_were_said(session: Session, stage: Stage) -> None:
    lpk = set_promise(session, stage)
    siti = take_in(session, SITI, stage.class_id)
    note(session, siti, INTRODUCED, lpk, company="PT  Contoh")
    placed = note(session, siti, PLACED, lpk, company="PT Contoh", wage=4_900_000)
    assert reply(session, siti, placed, "no").contradicted
    assert reply(session, siti, placed, "wage").answer == "wage"
    mended = note(session, siti, PLACED, lpk, company="PT Contoh", wage=4_500_000)
    assert (mended.answer, mended.wage) == (None, 4_500_000)
    assert reply(session, siti, mended, "yes").contradicted is False
    staff, siti_says = "staff:Pak Wawan", "graduate"
    assert said(session) == [
        (staff, None, "introduced", "PT Contoh", None),
        (staff, "introduced", "placed", "PT Contoh", None),
        (siti_says, "placed", "placed", "PT Contoh", "no"),
        (siti_says, "placed", "placed", "PT Contoh", "wage"),
        (staff, "placed", "placed", "PT Contoh", None),
        (siti_says, "placed", "placed", "PT Contoh", "yes"),
    ]


def test_each_word_of_the_provider_is_told_once(session: Session, stage: Stage) -> None:
    lpk = set_promise(session, stage)
    siti = take_in(session, SITI, stage.class_id)
    note(session, siti, PLACED, lpk, company="PT Contoh")
    view = note(session, siti, PLACED, lpk, company="PT Contoh")
    reply(session, siti, view, "yes")
    reply(session, siti, view, "yes")
    facts = session.scalars(select(Notice.facts).where(Notice.kind == "placement")).all()
    assert facts == [{"application_id": siti.id, "change_id": view.change_id}]
    assert len(said(session)) == 2


def test_an_answer_is_to_what_is_said_now_and_of_its_graduate(
    session: Session, stage: Stage
) -> None:
    set_promise(session, stage)
    siti, budi = (take_in(session, person, stage.class_id) for person in (SITI, BUDI))
    first = note(session, siti, INTRODUCED, company="PT Contoh")
    note(session, siti, PLACED, company="PT Contoh")
    with pytest.raises(PlacementChanged):
        reply(session, siti, first, "yes")
    with pytest.raises(UnknownPlacementAnswer):
        reply(session, siti, first, "maybe")
    with pytest.raises(NoSuchApplication):
        answer_placement(session, siti.id, budi.account_id, 1, "yes", now=NOW)


def test_who_promised_writes_and_who_gave_the_class_may_look(
    session: Session, stage: Stage
) -> None:
    lpk = set_promise(session, stage)
    siti = take_in(session, SITI, stage.class_id)
    gives = frozenset({StaffRight(Role.STAFF, stage.provider_id)})
    assert placement_for(session, siti.id, gives).promise.provider_name == "LPK Contoh"
    for rights in (gives, ELSEWHERE):
        with pytest.raises(OtherProvider):
            note(session, siti, PLACED, rights, company="PT Contoh")
    with pytest.raises(OtherProvider):
        class_placements(session, stage.class_id, ELSEWHERE)
    seen = [len(promised_classes(session, rights)) for rights in (lpk, gives, ELSEWHERE)]
    assert seen == [1, 1, 0]


def test_what_lacks_is_refused(session: Session, stage: Stage) -> None:
    set_promise(session, stage)
    siti, budi = take_in(session, SITI, stage.class_id), apply(session, BUDI, stage.class_id)
    with pytest.raises(NoTrainee):
        note(session, budi, PLACED, company="PT Contoh")
    with pytest.raises(CompanyMissing):
        note(session, siti, INTRODUCED, company=" ")
    for state in (NOT_PLACED, DECLINED):
        with pytest.raises(ReasonMissing):
            note(session, siti, state)
    note(session, siti, PLACED, company="PT Contoh")
    with pytest.raises(ReasonMissing):
        note(session, siti, PLACED, company="PT Lain")
    assert note(session, siti, NOT_PLACED, reason="ended").reason == "ended"


def test_a_class_without_a_promise_has_none(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    with pytest.raises(NoPromise):
        note(session, siti, PLACED, company="PT Contoh")
    with pytest.raises(NoPromise):
        class_placements(session, stage.class_id, EVERYWHERE)


@pytest.mark.parametrize(
    ("within_days", "ends_on", "heap"),
    [
        (None, TODAY, "undated"),
        (30, None, "undated"),
        (30, TODAY - timedelta(days=30), "in_time"),
        (30, TODAY - timedelta(days=31), "overdue"),
    ],
)
def test_what_is_open_is_late_only_by_a_date_that_was_named(
    session: Session, stage: Stage, within_days: int | None, ends_on: date | None, heap: str
) -> None:
    set_promise(session, stage, within_days, ends_on)
    take_in(session, SITI, stage.class_id)
    assert counts(session, stage) == tally(1, **{heap: 1})


def test_everybody_is_counted_once(session: Session, stage: Stage) -> None:
    set_promise(session, stage)
    siti, budi = (take_in(session, person, stage.class_id) for person in (SITI, BUDI))
    view = note(session, siti, PLACED, company="PT Contoh")
    assert counts(session, stage) == tally(2, told=1, undated=1)
    reply(session, siti, view, "elsewhere")
    note(session, budi, NOT_PLACED, reason="no_opening")
    assert counts(session, stage) == tally(2, contradicted=1, not_placed=1)
    tell_outcome(session, budi.id, budi.account_id, 1, "self_employed", now=NOW)
    tell_outcome(session, siti.id, siti.account_id, 1, "employed", now=NOW)
    tell_outcome(session, siti.id, siti.account_id, 3, "not_yet", now=NOW)
    expected = tally(2, contradicted=1, not_placed=1, open_at_work=1, placed_without=1)
    assert counts(session, stage) == expected
    reply(session, siti, view, "yes")
    note(session, budi, DECLINED, reason="far")
    assert counts(session, stage) == tally(2, confirmed=1, declined=1)


def test_companies_are_offered_again(session: Session, stage: Stage) -> None:
    set_promise(session, stage)
    siti, budi = (take_in(session, person, stage.class_id) for person in (SITI, BUDI))
    note(session, siti, INTRODUCED, company="PT Contoh")
    view = note(session, budi, PLACED, company="PT Lain")
    named = companies_of(session, view.promise.provider_id, 5)
    assert sorted(named) == [(siti.id, "PT Contoh"), (budi.id, "PT Lain")]


def test_a_list_is_taken_whole_or_named_by_row_and_column(
    session: Session, stage: Stage, tmp_path: Path
) -> None:
    set_promise(session, stage)
    for person in (SITI, BUDI):
        take_in(session, person, stage.class_id)
    head = "Nomor pendaftaran;Nama;Hasil;Perusahaan;Sejak;Upah;Alasan"
    good = [
        "PBK-2025-3-0001;Siti;bekerja;PT Contoh;15/12/2025;Rp 4.900.000;",
        "pbk-2025-3-0002;Budi;belum tersalur;;;;no_opening",
    ]
    assert put(session, stage, tmp_path, [head, *good]) == (2, [])
    [first, second] = class_placements(session, stage.class_id, EVERYWHERE)[::-1]
    assert (first.company, first.since, first.wage) == ("PT Contoh", date(2025, 12, 15), 4_900_000)
    assert second.reason == "no_opening"
    bad = [
        "PBK-2025-3-0001;;kerja;;;;",
        "PBK-2025-3-0001;;bekerja;PT Contoh;;;",
        "PBK-2025-3-0002;;bekerja;PT Contoh;besok;;",
        "PBK-2025-3-0009;;;;;;",
    ]
    _, mistakes = put(session, stage, tmp_path, [head, *bad])
    assert mistakes == [(2, "state"), (3, "graduate"), (4, "since")]
    with pytest.raises(BadSheet):
        put(session, stage, tmp_path, ["Nama", "Siti"])


@pytest.mark.parametrize(
    "written",
    ["4900000", "4.900.000", "Rp. 4.900.000,00", "4,900,000", "4900000.00", "Rp4.900.000,-"],
)
def test_a_wage_is_read_as_people_write_it(
    session: Session, stage: Stage, tmp_path: Path, written: str
) -> None:
    assert wages(session, stage, tmp_path, written) == ([4_900_000], [])


@pytest.mark.parametrize("written", ["4.9", "4,9 juta", "4900", "49.00.000", "4900000.5", "UMK"])
def test_what_could_be_another_wage_is_refused(
    session: Session, stage: Stage, tmp_path: Path, written: str
) -> None:
    assert wages(session, stage, tmp_path, written) == ([None], [(2, "wage")])


def wages(
    session: Session, stage: Stage, folder: Path, written: str
) -> tuple[list[int | None], list[tuple[int, str]]]:
    set_promise(session, stage)
    take_in(session, SITI, stage.class_id)
    line = f"pbk 2025–3–0001;bekerja;PT Contoh;{written}"
    _, mistakes = put(session, stage, folder, ["No. pendaftaran;Hasil;Perusahaan;Upah", line])
    views = class_placements(session, stage.class_id, EVERYWHERE)
    return [view.wage for view in views], mistakes


def put(
    session: Session, stage: Stage, folder: Path, lines: list[str]
) -> tuple[int, list[tuple[int, str]]]:
    file = folder / "penempatan.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    taken, mistakes = put_placements(
        session, stage.class_id, file, EVERYWHERE, actor="Pak Wawan", now=NOW
    )
    return taken, [(each.row, each.column) for each in mistakes]
