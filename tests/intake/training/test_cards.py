"""Participant cards: one valid card a trainee, a new one for a lost one."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.training.cards import check_card, find_holder, issue_card, renew_card
from intake.training.errors import CardReplaced, NoSuchCard, NoTrainee
from intake.withdrawing import withdraw
from storage.models import Card
from tests.cast import BUDI, NOW, SITI, Stage, apply
from tests.intake.training.trainees import DAY, take_in


def test_a_card_is_made_once_and_shown_again(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    first = issue_card(session, siti.id, siti.account_id, now=NOW)
    again = issue_card(session, siti.id, siti.account_id, now=NOW + DAY)
    assert first == again
    trainee = first.trainee
    assert (trainee.name, trainee.short_name) == ("Siti Aminah", "Siti A.")
    assert (trainee.number, trainee.place_name) == ("PBK-2025-3-0001", None)


def test_a_code_is_chance_and_fits_a_link(session: Session, stage: Stage) -> None:
    codes = [
        issue_card(session, one.id, one.account_id, now=NOW).token
        for one in (take_in(session, person, stage.class_id) for person in (SITI, BUDI))
    ]
    assert len(set(codes)) == 2
    assert [re.fullmatch("[a-z2-7]{24}", code) is not None for code in codes] == [True] * 2


def test_a_lost_card_is_replaced_once_and_says_so(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    lost = issue_card(session, siti.id, siti.account_id, now=NOW)
    new, tapped_twice = (
        renew_card(session, siti.id, siti.account_id, replaces=lost.id, now=NOW + DAY)
        for _ in range(2)
    )
    assert new == tapped_twice
    assert new.token != lost.token
    assert check_card(session, new.token) == siti.id
    with pytest.raises(CardReplaced) as raised:
        check_card(session, lost.token)
    assert raised.value.replaced_at == NOW + DAY
    assert len(session.scalars(select(Card)).all()) == 2


def test_nobody_else_gets_a_card(session: Session, stage: Stage) -> None:
    siti, budi = take_in(session, SITI, stage.class_id), apply(session, BUDI, stage.class_id)
    for application_id, account_id in ((siti.id, budi.account_id), (budi.id, budi.account_id)):
        with pytest.raises(NoTrainee):
            issue_card(session, application_id, account_id, now=NOW)
        with pytest.raises(NoTrainee):
            renew_card(session, application_id, account_id, replaces=1, now=NOW)


def test_a_made_up_code_is_nobodys(session: Session, stage: Stage) -> None:
    assert stage.class_id
    assert find_holder(session, "siti") is None
    with pytest.raises(NoSuchCard):
        check_card(session, "siti")


def test_who_has_given_up_has_no_card_any_more(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    issue_card(session, siti.id, siti.account_id, now=NOW)
    withdraw(session, siti.id, siti.account_id, reason=None, now=NOW)
    with pytest.raises(NoTrainee):
        issue_card(session, siti.id, siti.account_id, now=NOW)
