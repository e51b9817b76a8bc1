"""Values with names, of which reading a notice makes so many that the making counts.

A record is as a frozen dataclass is: compared and hashed by its values, never changed. It costs a twentieth of one to
make, and a fifth of a NamedTuple (docs/decisions/0013); it is no tuple, so it cannot be unpacked or sorted.
"""

from typing import Any, Self

import msgspec


class Record(msgspec.Struct, frozen=True, gc=False):
    """Base of all records: `class Place(Record, frozen=True)`. What is made once and never changed is in no cycle, so
    that Python's collector of cycles need not look at it."""

    def replace(self, **changes: Any) -> Self:
        """The same with some values changed."""
        return msgspec.structs.replace(self, **changes)

    def plain(self) -> dict[str, Any]:
        """Plain values by their names, those of records within it too."""
        told: dict[str, Any] = msgspec.to_builtins(self)
        return told
