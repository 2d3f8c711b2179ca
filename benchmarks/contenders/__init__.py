"""What is measured side by side, each in a process of its own.

Bots: three hold the same conversation bare and in memory, the fourth is the real Jawara, durable
on SQLite. Started as `python -m benchmarks.contenders NAME URL SCENARIO`.

Senders: `raw`, which posts as fast as it can, and `courier`, the real outbox. They end by
themselves and leave their figures in a file.
"""
