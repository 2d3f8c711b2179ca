"""Whose vacancies a partner's feed may hold."""

import pytest

from storage.models import Branch, Partner
from tests.vacancies.partner_stage import posting
from vacancies.refusals import Refusal, refusals

GRESIK = Branch(slug="supra-gresik", name="Gresik", province="Jawa Timur")
SUPRA = Partner(slug="pt-supra", name="PT Supra", aliases=["PT Supra Sejahtera"], branches=[GRESIK])


@pytest.mark.parametrize(
    "company",
    [None, "PT Supra", "P.T. SUPRA", "Supra, Tbk", "PT Supra Cabang Gresik", "Supra Sejahtera PT"],
)
def test_a_partner_is_known_by_its_names_and_branches(company: str | None) -> None:
    assert list(refusals(SUPRA, [posting(company=company)])) == []


@pytest.mark.parametrize("company", ["PT Suprajaya", "PT Supra Abadi", "PT", "PT Gresik", "🏭"])
def test_another_companys_vacancy_is_refused(company: str) -> None:
    reason = f"hiringOrganization is {company}, not PT Supra"
    refused = list(refusals(SUPRA, [posting(), posting("L-2", company=company)]))
    assert refused == [Refusal("L-2", "Juru Las SMAW", reason)]


def test_a_request_for_money_is_refused_with_its_words() -> None:
    (refused,) = refusals(SUPRA, [posting(description="Cukup bayar biaya admin Rp 150.000.")])
    assert str(refused) == 'Juru Las SMAW (L-1): asks for money: "biaya admin"'
