"""The PyVis page: a picture of the graph in one file that opens offline, asks for nothing, and stays interactive."""

from graph.model import Filter
from graph.store import ANY, Store

VIEWS = ("departments", "bipartite", "around", "path", "search")


def page(
    store: Store,
    view: str = "departments",
    *,
    id: str | None = None,
    to: str | None = None,
    query: str | None = None,
    filter: Filter = ANY,
    lang: str = "zh",
    limit: int = 300,
) -> str:
    """One HTML file. `around` wants `id`, `path` both `id` and `to` (ids or names), `search` wants `query`."""
    raise NotImplementedError
