"""A process that loads notices and says each outcome as it comes: `python -m tests.contract.loading STORE FROM TO`."""

import sys
from collections.abc import Iterator

from graph.model import NoticeGraph
from graph.store import open_store
from tests.contract.notices import M, notice


def numbered(number: int, version: str = "") -> NoticeGraph:
    """Notices that share departments and places, so that what one says touches what another said."""
    measures = (
        M("林草 发改", f"治理黄河{version}", "150203", "项目甲", "生态"),
        M("林草 财政", regions=f"15{number % 10:02d}"),
    )
    return notice(f"第{number:04d}号", *measures * 5, cites=[f"第{number // 2:04d}号x"])


def some(first: int, last: int) -> Iterator[NoticeGraph]:
    return (numbered(number, "，新" if number % 3 == 0 else "") for number in range(first, last))


def main() -> None:
    address, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    store = open_store(address)
    for number, outcome in enumerate(store.replace(some(first, last)), first):
        print(number, outcome, flush=True)
    store.close()


if __name__ == "__main__":
    main()
