"""The bots that are measured side by side, each in a process of its own.

Three of them hold the same conversation bare and in memory; the fourth is the real Jawara, durable
on SQLite. Started as `python -m benchmarks.contenders NAME URL SCENARIO`.
"""
