"""`jucuo serve`: the pages and the API, until Ctrl-C."""

import errno
import logging
import signal
import socket
import sys
from contextlib import suppress

import click

from api import console
from api.commands.options import opened
from api.settings import LOOPBACK, Settings, samples, say
from api.usage import command
from graph.errors import JucuoError, NoPort
from graph.store import Store

TRIES = 50
MOST_REQUEST_LINE = 4 * 1024 * 1024
"""A question of 100,000 characters must arrive to be told that it is too long."""


@command
@click.option("--host", default="127.0.0.1", metavar="HOST", help=say("监听的地址（默认 127.0.0.1）", "(127.0.0.1)"))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="PORT",
    help=say("端口（默认 8000；被占用就用下一个空闲的）", "(8000; the next free one when it is busy)"),
)
@click.option("--sample", is_flag=True, help=say("先载入随程序附带的示例公文", "first load the sample notices"))
@click.option("--open", "browser", is_flag=True, help=say("在浏览器里打开", "open it in the browser"))
@click.option("--allow-host", multiple=True, metavar="NAME", help=say("服务的另一个名称，可重复", "another name of it"))
@click.option("--access-log", is_flag=True, help=say("记录每个请求", "log every request"))
def serve(
    settings: Settings, host: str, port: int, sample: bool, browser: bool, allow_host: tuple[str, ...], access_log: bool
) -> None:
    with opened(settings, create=True) as store:
        if sample:
            load_sample(store, settings)
        listening = listen(host, port)
        try:
            announce(host, port, listening, settings)
            run(store, settings, names(host, allow_host), listening, browser, access_log)
        finally:
            listening.close()


def listen(host: str, port: int) -> socket.socket:
    """A socket on that port or the next free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    reason: object = ""
    for tried in range(port, min(port + TRIES, 65535) + 1) if port else [0]:
        listening = socket.socket(family, socket.SOCK_STREAM)
        # on Windows SO_REUSEADDR would let two programs take the same port, as would neither of these
        if sys.platform == "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, tried))
            listening.listen(128)
            return listening
        except OSError as error:
            listening.close()
            reason = error.strerror or error
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                break
    raise NoPort(host=host, port=port, tried=TRIES, reason=reason)


def names(host: str, more: tuple[str, ...]) -> tuple[str, ...] | None:
    """The host names to answer to: those of this machine and what is named; beyond loopback, any unless some are.

    >>> names("127.0.0.1", ()), names("0.0.0.0", ()), names("0.0.0.0", ("Planning",))[-1]
    (('localhost', '127.0.0.1', '[::1]'), None, 'planning')
    """
    bare = host.strip("[]").lower()
    given = tuple(name.lower() for name in more)
    if bare in ("localhost", "::1") or bare.startswith("127."):
        shown = f"[{bare}]" if ":" in bare else bare
        return tuple(dict.fromkeys((*LOOPBACK, shown, *given)))
    return (*LOOPBACK, *given) if given else None


def address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{host}:{port}/"


def announce(host: str, port: int, listening: socket.socket, settings: Settings) -> None:
    """The address on standard output, at once also into a pipe; and whether it is another port than asked for."""
    url, taken = address(listening), listening.getsockname()[1]
    if port and taken != port:
        console.tell(say(f"端口 {port} 已被占用，改用 {taken}。", f"Port {port} is busy; using {taken}."))
    if settings.json:
        console.emit({"address": url, "host": host, "port": taken, "store": settings.store})
    else:
        console.line(
            say("举措图谱已启动：", "jucuo is at "), (url, "bold"), say("  按 Ctrl-C 停止。", "  Ctrl-C stops it.")
        )
    sys.stdout.flush()


def load_sample(store: Store, settings: Settings) -> None:
    from ingest.pipeline import load

    for file in load([samples()], store):
        if file.error is not None:
            console.tell(file.error.text(settings.lang))


def run(
    store: Store, settings: Settings, hosts: tuple[str, ...] | None, listening: socket.socket, browser: bool, log: bool
) -> None:
    """Serve until told to stop."""
    from dataclasses import replace

    import uvicorn

    from api.app import create_app

    config = uvicorn.Config(
        create_app(store, replace(settings, hosts=hosts)),
        access_log=log,
        log_config=None,
        server_header=False,
        lifespan="off",
        h11_max_incomplete_event_size=MOST_REQUEST_LINE,
        timeout_graceful_shutdown=5,
    )
    log_lines(logging.INFO if log else logging.WARNING)
    if browser:
        open_soon(address(listening))
    ready_soon(store)
    # uvicorn ends orderly and then raises the signal again: it should come here, so that the store is closed
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        console.tell(say("服务已停止。", "Stopped."))


def ready_soon(store: Store) -> None:
    """A second after the start, when the first page is out, what the first questions would wait for."""
    from threading import Timer

    timer = Timer(1, get_ready, [store])
    timer.daemon = True
    timer.start()


def get_ready(store: Store) -> None:
    """The segmenter, pinyin, and what the store keeps in memory for its answers. All that is there then stays: to look
    through it for garbage, again and again, would make single answers late."""
    import gc

    from graph.search.question import get_ready as segmenter
    from graph.suggesting import suggested

    segmenter()
    with suppress(JucuoError):  # a store that cannot answer says so to who asks it
        store.search("工作", limit=1)
        suggested(store, "gz", limit=1)  # reads the tables of pinyin
    gc.collect()
    gc.freeze()


def open_soon(url: str) -> None:
    """The socket listens already: the browser waits until the first answer."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


class OneLine(logging.Formatter):
    """A record is one line whatever a request put into it; a traceback follows in the same line."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def log_lines(level: int) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for name in ("uvicorn", "jucuo"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)
