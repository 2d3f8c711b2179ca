"""Wages in all the shapes that feeds have them in."""

from typing import Any

import pytest

from vacancies.postings import Wage
from vacancies.wages import read_count, read_wage

QUANTITY = {"@type": "QuantitativeValue", "minValue": 4900000, "maxValue": 5600000}


@pytest.mark.parametrize(
    ("item", "wage"),
    [
        ({}, Wage()),
        ({"baseSalary": None}, Wage()),
        ({"baseSalary": 5000000}, Wage(5000000, 5000000)),
        ({"baseSalary": "Rp 4.900.000", "salaryCurrency": "IDR"}, Wage(4900000, 4900000, "IDR")),
        ({"baseSalary": "4.900.000 – 5.600.000"}, Wage(4900000, 5600000)),
        ({"baseSalary": "Rp 56.,2"}, Wage()),
        ({"baseSalary": "4,5 - 5 juta"}, Wage(4500000, 5000000)),
        ({"baseSalary": "Rp 900 ribu s.d. 1.2jt"}, Wage(900000, 1200000)),
        ({"baseSalary": "Rp 4.900.000 (4,9 JUTA)"}, Wage(4900000, 4900000)),
        (
            {"baseSalary": {"currency": "IDR", "value": {**QUANTITY, "unitText": "MONTH"}}},
            Wage(4900000, 5600000, "IDR", "MONTH"),
        ),
        (
            {"baseSalary": [{"currency": "rp", "value": "5,000,000.00", "unitText": "per bulan"}]},
            Wage(5000000, 5000000, "IDR", "MONTH"),
        ),
        ({"baseSalary": {"value": {"value": 21500.5, "unitText": "HOUR"}}},
         Wage(21500, 21500, None, "HOUR")),
        ({"baseSalary": {"minValue": 5000000}}, Wage(5000000, None)),
        ({"baseSalary": {"value": {"maxValue": "7000000"}}}, Wage(None, 7000000)),
        ({"baseSalary": {"minValue": 7, "maxValue": 5}}, Wage(5, 7)),
        ({"estimatedSalary": {"value": 9, "unitText": "fortnight"}}, Wage(9, 9)),
        ({"baseSalary": {"value": "kompetitif", "currency": "IDR"}}, Wage()),
        ({"baseSalary": True}, Wage()),
        ({"baseSalary": float("nan")}, Wage()),
        ({"baseSalary": float("inf")}, Wage()),
        ({"baseSalary": -5}, Wage()),
        ({"baseSalary": 10**30}, Wage()),
        ({"baseSalary": {"value": {"value": {"value": 5}}}}, Wage()),
    ],
)  # fmt: skip
def test_a_wage_is_read_or_left_open(item: dict[str, Any], wage: Wage) -> None:
    assert read_wage(item) == wage


@pytest.mark.parametrize(
    ("value", "count"), [(3, 3), ("4 orang", 4), (0, None), (None, None), ([], None), (10**9, None)]
)
def test_openings_are_a_sensible_number_or_unknown(value: Any, count: int | None) -> None:
    assert read_count(value) == count
