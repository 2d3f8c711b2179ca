"""A Bot API in a process of its own that takes messages, counts them, and may hold a ceiling.

`python -m benchmarks.sink FD CEILING`: on a listening socket that was handed over; 0 is no ceiling.
"""

import asyncio
import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.processes import end
from benchmarks.stub import Connection, Json, Stub

COUNTED = "counted"
"""The method that tells how many messages have come."""


class Sink(Stub):
    """The stub of all benchmarks, nobody behind it."""

    def __init__(self) -> None:
        super().__init__(lambda _method, _parameters: None)
        self.messages = 0

    def handle(self, connection: Connection, method: str, parameters: Json) -> None:
        if method == COUNTED:
            connection.reply(self.messages)
            return
        self.messages += method == "sendMessage"
        super().handle(connection, method, parameters)


@dataclass(frozen=True)
class Running:
    """A sink that runs: the address of its Bot API."""

    url: str

    def messages(self) -> int:
        with urllib.request.urlopen(f"{self.url}/bot1:a/{COUNTED}", timeout=10) as answer:  # noqa: S310 - our own
            return int(json.load(answer)["result"])


@contextmanager
def running() -> Iterator[Running]:
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listening:
        host, port = listening.getsockname()
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.sink", str(listening.fileno())],
            pass_fds=[listening.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    try:
        yield Running(f"http://{host}:{port}")
    finally:
        end(process)


async def _serve(descriptor: int) -> None:
    sink = Sink()
    loop = asyncio.get_running_loop()
    listening = socket.socket(fileno=descriptor)
    server = await loop.create_server(lambda: Connection(sink), sock=listening)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
