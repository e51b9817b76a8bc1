"""Every error of the service as application/problem+json (RFC 9457), in the language the caller reads."""

import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from api.settings import Lang
from graph.errors import Ambiguous, AskError, BadValue, Internal, JucuoError, NoMethod, NoRoute, NoValue, Words, among
from graph.store_errors import StoreError

log = logging.getLogger("jucuo")

EXPECTED: Mapping[str, Words] = {
    "int_parsing": Words("应为整数", "a whole number"),
    "int_type": Words("应为整数", "a whole number"),
    "bool_parsing": Words("应为 true 或 false", "true or false"),
    "json_invalid": Words("应为 JSON", "JSON"),
}
LIMITS = {
    "greater_than_equal": ("ge", "不能小于 {}", "at least {}"),
    "less_than_equal": ("le", "不能大于 {}", "at most {}"),
    "string_too_short": ("min_length", "至少 {} 个字", "at least {} characters"),
}


def preferred(accept: str | None, otherwise: Lang = "zh") -> Lang:
    """The language of an Accept-Language header; what is neither Chinese nor English is passed over.

    >>> preferred("en-GB,en;q=0.9,zh;q=0.8"), preferred("fr, zh;q=0.7, en;q=0.3"), preferred("de")
    ('en', 'zh', 'zh')
    """
    best, most = otherwise, 0.0
    for part in (accept or "")[:1000].split(","):
        name, _, quality = part.strip().partition(";q=")
        lang: Lang | None = {"zh": "zh", "en": "en"}.get(name.lower()[:2])  # type: ignore[assignment]
        try:
            weight = float(quality or 1)
        except ValueError:
            continue
        if lang and weight > most:
            best, most = lang, weight
    return best


def asked_language(request: Request) -> Lang:
    """The language of an answer: what the caller reads, else that of the service."""
    return preferred(request.headers.get("accept-language"), request.app.state.settings.lang)


def as_problem(error: JucuoError, lang: Lang, **more: object) -> dict[str, Any]:
    """The object of RFC 9457; candidates of an ambiguous name come with it."""
    problem: dict[str, Any] = {
        "type": "about:blank",
        "title": error.title(lang),
        "status": error.http,
        "detail": error.text(lang),
        "code": error.code,
    }
    if isinstance(error, Ambiguous):
        problem["candidates"] = [{"id": id, "name": name} for id, name in error.candidates]
    return problem | more


def outside(error: JucuoError) -> JucuoError:
    """The error as others than the owner of the service may see it: where the store lies is no matter of theirs."""
    if not isinstance(error, StoreError) or "store" not in error.params:
        return error
    scheme, address, rest = str(error.params["store"]).partition("://")
    name = scheme if address else re.split(r"[/\\]", scheme + rest)[-1]
    return type(error)(**error.params | {"store": name})


def problem_response(
    error: JucuoError, lang: Lang, headers: Mapping[str, str] | None = None, **more: object
) -> Response:
    """That object as a response."""
    return JSONResponse(
        as_problem(error, lang, **more),
        status_code=error.http,
        media_type="application/problem+json",
        headers={"Content-Language": lang, "Vary": "Accept-Language"} | dict(headers or {}),
    )


def from_validation(errors: Sequence[Any]) -> BadValue:
    """The first thing that FastAPI found wrong with a request, in our words."""
    first = errors[0]
    name = str(first["loc"][-1])
    kind, context = first["type"], first.get("ctx") or {}
    if kind == "missing":
        return NoValue(name=name)
    if kind in LIMITS:
        key, zh, en = LIMITS[kind]
        expected = Words(zh.format(context.get(key, "")), en.format(context.get(key, "")))
    elif kind in ("enum", "literal_error"):
        expected = among(str(context.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", "))
    else:
        expected = EXPECTED.get(kind, Words("不符合要求", str(first.get("msg", "not acceptable"))))
    return BadValue(name=name, value=first.get("input", ""), expected=expected)


def from_http(error: HTTPException, request: Request) -> JucuoError:
    """What the framework itself refuses: an address or a method that is not there, a body that is none."""
    if error.status_code == 404:
        return NoRoute(path=request.url.path)
    if error.status_code == 405:
        return NoMethod(path=request.url.path, method=request.method)
    return BadValue(name="body", value="", expected=Words("请求内容读不出来", str(error.detail)))


def install(app: FastAPI) -> None:
    """Make every error of the app a problem, or, for a browser that asks for a page, the page of the problem."""

    def answer(request: Request, error: JucuoError, headers: Mapping[str, str] | None = None) -> Response:
        error = outside(error)
        page = getattr(request.app.state, "error_page", None)
        wants_page = "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")
        if page is not None and wants_page:
            shown: Response = page(request, error)
            return shown
        return problem_response(error, asked_language(request), headers)

    def ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, JucuoError)
        if not isinstance(error, AskError):
            log.warning("%s %s: %s", request.method, request.url.path, error)
        return answer(request, error)

    def theirs(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        wrapped = error.__cause__ if isinstance(error.__cause__, JucuoError) else from_http(error, request)
        return answer(request, wrapped, error.headers)

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return answer(request, from_validation(error.errors()))

    def unexpected(request: Request, error: Exception) -> Response:
        return answer(request, Internal(kind=type(error).__name__, log=Words("服务的日志", "the service's log")))

    app.add_exception_handler(JucuoError, ours)
    app.add_exception_handler(HTTPException, theirs)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(Exception, unexpected)
