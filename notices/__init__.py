"""What reaches people unasked: the outbox, its limits, and its delivery.

Two promises, and the tests that hold them (tests/notices/test_restarts.py, test_clock_jumps.py):

1. Nothing is lost. A notice is a row written in the transaction of its cause, and it leaves the
   outbox only with a record of what became of it.
2. A duplicate can come only where Telegram accepted a message and its answer never reached our
   records: a crash in between, or a line that broke. That is at most the messages in flight at
   that moment, and there are never more than 64. Results, reminders and alerts prefer that
   duplicate to a loss; broadcasts prefer silence after a crash: such a row is marked `uncertain`
   for staff to decide. Edits and deletions of what was sent are simply done again.
"""
