"""What one measure names for certain is named wherever its name stands in the notice.

整治凉水河 tells what 凉水河 is where no verb stands before it.

Only places of no table: those of a table are known everywhere without that. A project that another measure only names
(企业在河南自贸试验区…, 从郑州机场…) is seldom what that measure is about.
"""

from bisect import bisect_left
from collections.abc import Sequence

from graph.lexicon import places, spots
from graph.model import Span
from ingest.items.measures import Found
from ingest.parsed import Place
from ingest.places import unlisted_places
from ingest.text.flow import Flow
from ingest.warn import Read


def again(flow: Flow, found: Sequence[Found], read: Sequence[Read]) -> list[Read]:
    """The measures, each with what others of the notice name and it holds as well."""
    local = {one.name: one for said in read for one in said.measure.regions if _local(one)}
    if not local:
        return list(read)
    names = spots.over({name: name for name in local})
    seen = [start for start, _, _ in names(flow.text)[0]]
    told: list[Read] = []
    for where, said in zip(found, read, strict=True):
        regions = list(said.measure.regions)
        for start, end in where.words:
            if bisect_left(seen, start) == bisect_left(seen, end):
                continue
            text = flow.text[start:end]
            begun = -1
            for at, stop, name in names(text)[0]:
                if at == begun or _titled(text, at):  # the longest at each place
                    continue
                begun = at
                span, after = flow.span(start + at, start + stop), text[stop : stop + 1]
                if _new(regions, local[name].id, span) and not unlisted_places.goes_on(name, after):
                    regions.append(local[name].replace(span=span))
        if len(regions) > len(said.measure.regions):
            measure = said.measure.replace(regions=tuple(regions))
            said = said.replace(measure=measure)
        told.append(said)
    return told


def _new(known: Sequence[Place], id: str, span: Span) -> bool:
    """Is it neither known of the measure, nor over what is?"""
    return not any(
        one.id == id or (one.span is not None and span[0] < one.span[1] and one.span[0] < span[1]) for one in known
    )


def _local(place: Place) -> bool:
    return place.id.startswith(("geo/", "town/", "zone/")) and places.named(place.name) is None and len(place.name) > 2


def _titled(text: str, at: int) -> bool:
    return text.rfind("《", 0, at) > text.rfind("》", 0, at)
