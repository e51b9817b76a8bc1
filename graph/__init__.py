"""What a notice graph is, where it is kept, and what follows from it. Imports no other room."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.analysis import to_networkx

__all__ = ["to_networkx"]


def __getattr__(name: str) -> object:
    """`graph.to_networkx(store.notices())`, for notebooks; networkx is imported only when it is asked for."""
    if name == "to_networkx":
        from graph.analysis import to_networkx

        return to_networkx
    raise AttributeError(name)
