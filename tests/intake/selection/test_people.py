"""Whom staff mean by a number, as they type it."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.documents.errors import NotOfYourProvider
from intake.selection.people import application_named
from people.staff import EVERYWHERE
from storage.models import Application
from tests.cast import SITI, apply, set_stage


def test_within_a_class_the_last_part_of_a_number_will_do(session: Session) -> None:
    stage = set_stage(session)
    number = apply(session, SITI, stage.class_id).number
    row = session.scalars(select(Application).where(Application.number == number)).one()
    row.number = f"{number[:-5]}-D258"
    session.flush()
    named = application_named(session, "d258", EVERYWHERE, class_id=stage.class_id)
    assert named == (row.id, row.number)
    for told in ("258", "%258", "_258", ""):
        with pytest.raises(NotOfYourProvider):
            application_named(session, told, EVERYWHERE, class_id=stage.class_id)
