"""What one measure names for certain is named wherever its name stands in the notice.

整治凉水河 tells what 凉水河 is where no verb stands before it.

Places of no table, and projects that say which one they are; names of a table are known everywhere without that.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from graph.lexicon import places, spots
from graph.model import Span
from ingest import place_forms, project_kinds, stages, unlisted_places
from ingest.flow import Flow
from ingest.measures import Found
from ingest.parsed import Place, Project
from ingest.scope import Scope
from ingest.warn import Read

_LEAST = 5
"""A shorter name of a project may be part of other words."""
_GOES_ON = "区化型级类性式办局"


def again(flow: Flow, found: Sequence[Found], read: Sequence[Read], scope: Scope) -> list[Read]:
    """The measures, each with what others of the notice name and it holds as well."""
    local = {one.name: one for said in read for one in said.measure.regions if _local(one)}
    sure = {one.name: one for said in read for one in said.measure.projects if _sure(one, scope)}
    if not (local or sure):
        return list(read)
    names = spots.over({name: name for name in [*local, *sure]})
    seen = [start for start, _, _ in names(flow.text)[0]]
    told: list[Read] = []
    for where, said in zip(found, read, strict=True):
        regions, projects = list(said.measure.regions), list(said.measure.projects)
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
                if name in local and _new(regions, local[name].id, span) and not unlisted_places.goes_on(name, after):
                    regions.append(replace(local[name], span=span))
                elif name in sure and _new(projects, sure[name].id, span) and not (after and after in _GOES_ON):
                    stage = stages.after(text, stop, stages.before(text, at))
                    projects += () if where.projects else (replace(sure[name], span=span, stage=stage),)
        if len(regions) > len(said.measure.regions) or len(projects) > len(said.measure.projects):
            measure = replace(said.measure, regions=tuple(regions), projects=tuple(projects))
            said = said._replace(measure=measure)
        told.append(said)
    return told


def _new(known: Sequence[Place] | Sequence[Project], id: str, span: Span) -> bool:
    """Is it neither known of the measure, nor over what is?"""
    return not any(
        one.id == id or (one.span is not None and span[0] < one.span[1] and one.span[0] < span[1]) for one in known
    )


def _local(place: Place) -> bool:
    return place.id.startswith(("geo/", "town/", "zone/")) and places.named(place.name) is None and len(place.name) > 2


def _sure(project: Project, scope: Scope) -> bool:
    name = project.name
    return len(name) >= _LEAST and ("“" in name or project_kinds.own_name(name) or bool(place_forms.spots(name, scope)))


def _titled(text: str, at: int) -> bool:
    return text.rfind("《", 0, at) > text.rfind("》", 0, at)
