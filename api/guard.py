"""What every response says to the browser, and which requests are not answered at all."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import preferred, problem_response
from api.settings import REQUEST_MOST, Settings
from graph.errors import BodyTooLarge, Foreign, JucuoError, WrongHost

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
SAFE = ("GET", "HEAD", "OPTIONS")


class Guard:
    """Around the whole app: refuses foreign hosts, foreign origins and bodies beyond the limit; adds the headers.

    A response that has a header of its own keeps it (an exported picture carries its own, stricter policy).
    """

    def __init__(self, app: ASGIApp, settings: Settings, most: int = REQUEST_MOST) -> None:
        self.app, self.settings, self.most = app, settings, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        wrong = (
            wrong_host(headers, self.settings.hosts)
            or foreign(scope["method"], headers)
            or too_large(headers, self.most)
        )
        if wrong is not None:
            response = problem_response(wrong, preferred(headers.get("accept-language"), self.settings.lang))
            await response(scope, receive, with_headers(send))
            return
        if scope["path"].startswith("/api/"):
            scope = {**scope, "query_string": given(scope["query_string"])}
        await self.app(scope, bounded(receive, self.most), with_headers(send))


def wrong_host(headers: Headers, hosts: tuple[str, ...] | None) -> JucuoError | None:
    """A page elsewhere that lets its own name point to 127.0.0.1 (DNS rebinding) sends that name as host."""
    host = headers.get("host", "").lower()
    name = host if host.endswith("]") else host.rsplit(":", 1)[0]
    if hosts is None or name in hosts:
        return None
    return WrongHost(host=host, hosts="、".join(hosts))


def foreign(method: str, headers: Headers) -> JucuoError | None:
    """A change that a page of another origin asks for. Programs that are no browser send neither header."""
    if method in SAFE:
        return None
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if site is not None:
        return None if site in ("same-origin", "none") else Foreign(origin=origin or site)
    if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        return Foreign(origin=origin)
    return None


def too_large(headers: Headers, most: int) -> JucuoError | None:
    """A body that says beforehand that it is beyond the limit."""
    said = headers.get("content-length", "")
    return BodyTooLarge(most=most >> 20) if said.isdigit() and int(said) > most else None


def given(query: bytes) -> bytes:
    """A form sends its empty fields too; a parameter without a value is one not given.

    >>> given(b"q=&limit=5&theme=&cursor=YWI==")
    b'limit=5&cursor=YWI=='
    """
    return b"&".join(part for part in query.split(b"&") if part.partition(b"=")[2])


def bounded(receive: Receive, most: int) -> Receive:
    """The same, but it stops when more than `most` bytes of body have come, whatever was said beforehand."""
    taken = 0

    async def receive_counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            # an HTTPException, because FastAPI takes any other for a body it could not read
            raise HTTPException(413) from BodyTooLarge(most=most >> 20)
        return message

    return receive_counted


def with_headers(send: Send) -> Send:
    """The same, with the headers of every response."""

    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_with
