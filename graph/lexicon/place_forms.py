"""What places are called in texts: the full names and short forms of areas, the names of other places."""

from collections.abc import Mapping

from graph.lexicon import places, regions
from graph.lexicon.ambiguous import Chance, chance, ordinary


def forms() -> Mapping[str, tuple[str, places.Named | None, bool, Chance | None]]:
    """By form: itself, the place that it names, if not an area, whether it needs a sign around it, and what shows that
    it is there by chance."""
    weak: dict[str, bool] = {}
    full = {region.name for region in regions.everything()}
    for region in regions.everything():
        strong_short = region.level in ("province", "city", "zone")
        weak[region.name] = weak.get(region.name, True) and (len(region.name) < 3 or ordinary(region.name))
        for short in region.shorts:
            strong = (strong_short or (short[-1] in "市县区旗州盟" and len(short) > 2)) and not ordinary(short)
            weak[short] = weak.get(short, True) and not (strong or (len(short) > 2 and not ordinary(short)))
    found: dict[str, tuple[str, places.Named | None, bool]] = {
        form: (form, None, needs) for form, needs in weak.items()
    }
    for place in places.everything():
        for name in (place.name, *place.aliases):
            # 太湖 is the lake; 太湖县 has its 县
            if name in weak and place.kind == "geographic" and name not in full:
                found.pop(name)
                weak.pop(name)
            if name not in weak:
                found.setdefault(name, (name, place, ordinary(name)))
    return {form: (*told, chance(form)) for form, told in found.items()}
