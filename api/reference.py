"""/docs: the API described from its own /openapi.json, on a page of ours: nothing of another host, no script."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from jinja2 import Environment, Template
from starlette.responses import FileResponse, HTMLResponse, Response

from api.v1.asking import ALang

router = APIRouter(include_in_schema=False)
TAGS = {
    "questions": ("提问", "Questions"),
    "graph": ("图谱", "The graph"),
    "notices": ("公文", "Notices"),
    "export": ("导出", "Export"),
    "lists": ("列表", "Lists"),
    "health": ("状态", "Health"),
}
HERE = Path(__file__).parent


@router.get("/docs")
def page(request: Request, lang: ALang) -> Response:
    groups = described(request.app.openapi())

    def say(zh: str, en: str) -> str:
        return en if lang == "en" else zh

    return HTMLResponse(template().render(lang=lang, groups=groups, say=say, tags=TAGS))


@router.get("/docs/reference.css")
def css() -> Response:
    return FileResponse(HERE / "reference.css", media_type="text/css")


@lru_cache(maxsize=1)
def template() -> Template:
    text = (HERE / "reference.html").read_text(encoding="utf-8")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(text)


def described(api: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Operations by tag, in the order of the routes."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in api["paths"].items():
        for method, operation in methods.items():
            fields = [field(one, api) for one in operation.get("parameters", ())]
            one = {
                "id": operation["operationId"],
                "method": method.upper(),
                "path": path,
                "said": (operation.get("summary", ""), " ".join(operation.get("description", "").split())),
                "fields": fields,
                "tryable": method == "get" and "{" not in path and bool(fields),
            }
            groups.setdefault(operation.get("tags", ["other"])[0], []).append(one)
    return groups


def field(parameter: Mapping[str, Any], api: Mapping[str, Any]) -> dict[str, Any]:
    """A parameter as a field of a form."""
    schema = parameter["schema"]
    shapes = [resolved(shape, api) for shape in schema.get("anyOf", [schema])]
    default = schema.get("default")
    return {
        "name": parameter["name"],
        "required": parameter.get("required", False) and default is None,
        "said": tuple(parameter.get("description", " / ").split(" / ", 1)),
        "default": "" if default is None else str(default),
        "choices": next((shape["enum"] for shape in shapes if "enum" in shape), None),
        "number": any(shape.get("type") == "integer" for shape in shapes),
    }


def resolved(shape: Mapping[str, Any], api: Mapping[str, Any]) -> Mapping[str, Any]:
    """A shape, followed where it refers to another."""
    while "$ref" in shape:
        shape = api["components"]["schemas"][shape["$ref"].rpartition("/")[2]]
    return shape
