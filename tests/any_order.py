"""Plays a state machine in the transaction of a test: its rules in any order, on both databases."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test
from sqlalchemy.orm import Session


def play(
    machine: type[RuleBasedStateMachine], session: Session, *, examples: int, steps: int
) -> None:
    """`machine` has an attribute `session`, and rolls back to where it began."""
    run_state_machine_as_test(
        type("Here", (machine,), {"session": session}),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
