"""The whole graph as a file for other programs, made as a stream: the same store gives the same bytes.

GraphML (yEd, Cytoscape), GEXF (Gephi), node-link JSON (networkx, D3), and a zip of CSV tables (Excel).
"""

import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from types import MappingProxyType
from typing import IO, BinaryIO, cast
from xml.sax.saxutils import escape, quoteattr

from graph import merge
from graph.errors import BadValue, among
from graph.merge import Again
from graph.model import Edge, Kind, Relation
from graph.store import Store
from viz import flat
from viz.legend import RELATIONS, SIGNS
from viz.tables import BOM, csv_line, dated

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(notices: Again) -> Iterator[bytes]:
    """GraphML with every property declared."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for owner, columns in (("node", flat.ALL_NODE_COLUMNS), ("edge", flat.ALL_EDGE_COLUMNS)):
        for column in columns:
            kind = flat.TYPES.get(column, "string")
            yield f'<key id="{owner}.{column}" for="{owner}" attr.name="{column}" attr.type="{kind}"/>\n'.encode()
    yield b'<graph edgedefault="directed">\n'
    for node in merge.nodes(notices):
        data = _data("node", flat.node_row(node))
        yield f"<node id={_quoted(node.id)}>{data}</node>\n".encode()
    for number, edge in enumerate(_edges(notices)):
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        yield f'<edge id="e{number}" {ends}>{_data("edge", flat.edge_row(edge))}</edge>\n'.encode()
    yield b"</graph>\n</graphml>\n"


def gexf(notices: Again) -> Iterator[bytes]:
    """GEXF 1.2 with the colours of the legend."""
    yield (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" '
        b'xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n'
        b'<graph defaultedgetype="directed" mode="static">\n'
    )
    for owner, columns in (("node", flat.ALL_NODE_COLUMNS), ("edge", flat.ALL_EDGE_COLUMNS)):
        yield f'<attributes class="{owner}">\n'.encode()
        for column in columns:
            kind = {"int": "integer", "double": "double"}.get(flat.TYPES.get(column, ""), "string")
            yield f'<attribute id="{owner}.{column}" title="{column}" type="{kind}"/>\n'.encode()
        yield b"</attributes>\n"
    yield b"<nodes>\n"
    for node in merge.nodes(notices):
        red, green, blue = bytes.fromhex(SIGNS[node.kind].colour[1:])
        values = _attvalues("node", flat.node_row(node))
        colour = f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
        yield f"<node id={_quoted(node.id)} label={_quoted(node.name)}>{values}{colour}</node>\n".encode()
    yield b"</nodes>\n<edges>\n"
    for number, edge in enumerate(_edges(notices)):
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        yield f'<edge id="{number}" {ends}>{_attvalues("edge", flat.edge_row(edge))}</edge>\n'.encode()
    yield b"</edges>\n</graph>\n</gexf>\n"


def node_link(notices: Again) -> Iterator[bytes]:
    """What `networkx.node_link_graph(…, edges="edges")` reads, a node or an edge a line."""
    yield b'{"directed": true, "multigraph": true, "graph": {"name": "jucuo"}, "nodes": ['
    for number, node in enumerate(merge.nodes(notices)):
        yield _line(number, {"id": node.id} | flat.node_row(node))
    yield b'\n], "edges": ['
    for number, edge in enumerate(_edges(notices)):
        ends = {"source": edge.source, "target": edge.target, "key": f"{edge.kind.value} {edge.notice}"}
        yield _line(number, ends | flat.edge_row(edge))
    yield b"\n]}\n"


def csv_zip(notices: Again, lang: str = "zh") -> Iterator[bytes]:
    """A zip with a table for each kind of node and relation; relations name both ends."""
    with ExitStack() as held:
        tables: dict[Kind | Relation, IO[bytes]] = {
            kind: held.enter_context(tempfile.TemporaryFile()) for kind in (*Kind, *Relation)
        }
        for kind, table in tables.items():
            table.write(BOM + csv_line(_heads(kind, lang)))
        names: dict[str, str] = {}
        for node in merge.nodes(notices):
            names[node.id] = node.name
            row = flat.node_row(node)
            tables[node.kind].write(csv_line([node.id, node.name, *map(row.get, flat.NODE_COLUMNS[node.kind])]))
        for edge in _edges(notices):
            row = flat.edge_row(edge)
            ends = [edge.source, names.get(edge.source), edge.target, names.get(edge.target)]
            tables[edge.kind].write(csv_line([*ends, *map(row.get, flat.EDGE_COLUMNS[edge.kind])]))
        yield from _zipped({f"{_table_name(kind, lang)}.csv": table for kind, table in tables.items()})


WRITERS: Mapping[str, tuple[Callable[[Again], Iterator[bytes]], str, str]] = MappingProxyType(
    {
        "graphml": (graphml, "graphml", "application/graphml+xml"),
        "gexf": (gexf, "gexf", "application/gexf+xml"),
        "json": (node_link, "json", "application/json"),
        "csv": (csv_zip, "zip", "application/zip"),
    }
)
"""By format: the writer, the ending of the file, the media type."""


def chunks(format: str, store: Store, lang: str = "zh") -> Iterator[bytes]:
    """The whole graph of a store in one of `WRITERS`, piece by piece."""
    if format not in WRITERS:
        raise BadValue(name="format", value=format, expected=among(WRITERS))
    if format == "csv":
        return csv_zip(store.notices, lang)
    return WRITERS[format][0](store.notices)


def write(format: str, store: Store, out: BinaryIO, lang: str = "zh") -> None:
    """The whole graph of a store into an open file."""
    out.writelines(chunks(format, store, lang))


def _edges(notices: Again) -> Iterator[Edge]:
    for notice in notices():
        yield from notice.edges


def _quoted(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", text))


def _text(value: flat.Flat) -> str:
    return escape(_NO_XML.sub("\ufffd", str(value)), {"\r": "&#13;"})


def _data(owner: str, row: Mapping[str, flat.Flat]) -> str:
    return "".join(f'<data key="{owner}.{column}">{_text(value)}</data>' for column, value in row.items())


def _attvalues(owner: str, row: Mapping[str, flat.Flat]) -> str:
    values = "".join(f'<attvalue for="{owner}.{column}" value={_quoted(str(value))}/>' for column, value in row.items())
    return f"<attvalues>{values}</attvalues>"


def _line(number: int, value: Mapping[str, flat.Flat]) -> bytes:
    start = "\n" if number == 0 else ",\n"
    return (start + json.dumps(value, ensure_ascii=False)).encode("utf-8", "backslashreplace")


def _table_name(kind: Kind | Relation, lang: str) -> str:
    if isinstance(kind, Kind):
        return SIGNS[kind].plural.lower() if lang == "en" else SIGNS[kind].zh
    return kind.value.lower() if lang == "en" else f"关系_{RELATIONS[kind][0]}"


COLUMN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "id": "编号", "name": "名称", "number": "发文字号", "title": "标题", "plan_title": "方案标题",
        "issuers": "发文机关", "region": "地区", "dated": "成文日期", "released": "印发日期",
        "recipients": "主送机关", "copied_to": "抄送机关", "publicity": "公开方式", "source": "文件",
        "label": "序号", "text": "内容", "section": "章节", "deadline_text": "完成时限", "deadline_kind": "时限类别",
        "due": "最后日期", "span_start": "原文起", "span_end": "原文止", "deadline_span_start": "时限原文起",
        "deadline_span_end": "时限原文止", "level": "级别", "aliases": "别名", "former_names": "曾用名",
        "lon": "经度", "lat": "纬度", "notice_kind": "文种", "department_kind": "类别", "project_kind": "类别",
        "region_kind": "类别", "source_id": "起点编号", "source_name": "起点名称", "target_id": "终点编号",
        "target_name": "终点名称", "notice": "通知", "ordinal": "次序", "role": "责任类型", "basis": "依据",
        "order": "排列", "stage": "阶段", "relation": "关系",
    }
)  # fmt: skip


def _heads(kind: Kind | Relation, lang: str) -> list[str]:
    if isinstance(kind, Kind):
        columns = ["id", "name", *flat.NODE_COLUMNS[kind]]
    else:
        columns = ["source_id", "source_name", "target_id", "target_name", *flat.EDGE_COLUMNS[kind]]
    return columns if lang == "en" else [COLUMN_WORDS[column] for column in columns]


class _Sink:
    """Where a zip is written to and taken from at once."""

    def __init__(self) -> None:
        self.held = bytearray()

    def write(self, data: bytes) -> int:
        self.held += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def taken(self) -> bytes:
        piece = bytes(self.held)
        self.held.clear()
        return piece


def _zipped(tables: Mapping[str, IO[bytes]]) -> Iterator[bytes]:
    sink = _Sink()
    with zipfile.ZipFile(cast(IO[bytes], sink), "w", zipfile.ZIP_DEFLATED) as into:
        for name, table in tables.items():
            table.seek(0)
            with into.open(dated(name), "w", force_zip64=True) as file:
                while piece := table.read(1 << 16):
                    file.write(piece)
                    yield sink.taken()
    yield sink.taken()
