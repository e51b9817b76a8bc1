"""From a document to what it says: the table of contents of the rules.

mend        the text without damage
outline     what is numbered, under which heading
head        number, title, issuers, recipients, dates
clauses     who does what by when, where the notice says so
measures    which stretch each clause closes
and for every measure its units, its limit, its places, its projects, its themes
"""

from dataclasses import replace

from graph.garbage import uncollected
from ingest.describe import cited, described
from ingest.document import Document
from ingest.head import notice
from ingest.items import articles, clauses, duties, leading, measures, outline, standing, tables
from ingest.parsed import Notice, Parsed
from ingest.places import scope
from ingest.projects import again, titled_projects
from ingest.tables import broken_rows, columns, tagged_tables, text_tables, wrapped_tables
from ingest.text.flow import mend
from ingest.warn import of_measure, of_notice, of_style, of_units, with_lines

PAGED = ("pdf", "ofd", "doc")
"""Formats laid out in pages, where lines of cells end for lack of room; in others their author ended them."""


def parse(document: Document) -> Parsed:
    """Everything the notice says, each thing with its place in `document.text`."""
    with uncollected():
        return _parsed(document)


def _parsed(document: Document) -> Parsed:
    if not document.tables and document.format in ("txt", "md"):
        text = broken_rows.mended(document.text, columns.is_head)
        document = tagged_tables.drawn(replace(document, text=wrapped_tables.unwrapped(text, columns.is_head)))
    document = text_tables.drawn(document)
    flow = mend(document.text, tables.cells(document), pages=document.format in PAGED)
    grid = tables.find(flow, document)
    numbered = outline.read(flow, grid.taken)
    head = notice.read(flow, numbered, grid.taken)
    whose = scope.of(head.issuers, head.number, head.title, flow.text)
    id = notice.id_of(head, document.text)

    law = articles.ruled_by(numbered, head.plan_title or head.title)
    said = clauses.find(flow, grid.taken, sentences=not law)
    duty = [] if law else duties.find(flow, numbered, said, grid.taken)
    if not law:
        said = leading.joined(flow, said, [*grid.taken, *((one.start, one.end) for one in duty)])
    found = measures.find(flow, numbered, said, (*grid.found, *duty))
    words = [stretch for one in found for stretch in one.words]
    top = flow.text[slice(*flow.paragraphs[0])] if flow.paragraphs else ""
    rules = standing.of(flow, said, notice.year(head, top), words)
    read = described(flow, found, id, whose, rules)
    read = again.again(flow, found, titled_projects.read(flow, found, read))

    return Parsed(
        source=document.source,
        notice=Notice(
            id=id,
            number=head.number,
            title=head.title,
            plan_title=head.plan_title,
            kind=head.kind,
            issuers=head.issuers,
            region=whose.region,
            dated=head.dated,
            released=head.released,
            recipients=head.recipients,
            copied_to=head.copied_to,
            publicity=head.publicity,
            annexes=head.annexes,
            cites=cited(flow, [title for title in (head.title, head.plan_title) if title]),
        ),
        text=document.text,
        measures=tuple(one.measure for one in read),
        warnings=with_lines(
            document.text,
            of_notice(head, flow),
            of_style(flow),
            of_units(read),
            *(of_measure(flow, one, where) for one, where in zip(read, found, strict=True)),
        ),
    )
