"""Where in a page the notice stands, and what of its head stands elsewhere in the page."""

import re
from collections.abc import Sequence

from lxml import etree

from ingest.readers.furniture import BODIES, NO_TEXT

PROSE = re.compile(r"[，。；：、]")
ENOUGH = 0.4
"""A known container that holds less of the page's prose is an empty shell."""
NEARLY_ALL = 0.8
_NOT_ALONE = "a b br em font i p span strong u td th tr tbody thead table li ul ol"
NOT_ALONE = frozenset(_NOT_ALONE.split())
"""Elements that are no whole notice, though they may hold nearly all of its prose."""

TITLE = re.compile(
    r"^.{4,150}(?:通知|意见|方案|办法|规定|规划|计划|措施|决定|公告|通告|通报|批复|函|令|条例|细则|要点|报告|纪要|清单|规则|"
    r"决议|公报)(?:[（(].{1,20}[)）])?$"
)
NUMBER = re.compile(
    r"(?:发文字号|文件编号|文件字号|文号)[:：]?([\u4e00-\u9fff]{1,15}[〔\[﹝［]\d{4}[〕\]﹞］]\d{1,5}号)"
)
HEAD = 3000
"""Characters of the body among which its own title and number stand, if they do."""
WHOLE = 300_000


def bodies(root: etree._Element) -> list[etree._Element]:
    """The elements that hold the notice: a container that is known, else the smallest with nearly all the prose."""
    whole = _prose(root)
    names: dict[str, list[etree._Element]] = {}
    for element in root.xpath("//*[@id or @class] | //article"):
        for key in (f"id {element.get('id')}", f"tag {element.tag}", *_classes(element)):
            names.setdefault(key, []).append(element)
    for kind, name in BODIES:
        found = _outermost(names.get(f"{kind} {name}", []))
        if found and sum(map(_prose, found)) > ENOUGH * whole:
            return found
    return [_densest(root, whole)]


def _classes(element: etree._Element) -> list[str]:
    return [f"class {name}" for name in str(element.get("class", ""))[:300].split()]


def _outermost(elements: Sequence[etree._Element]) -> list[etree._Element]:
    """Of at most 50 elements those that stand in no other of them."""
    kept: list[etree._Element] = []
    for element in elements[:50]:
        if not any(element is other or other in set(element.iterancestors()) for other in kept):
            kept.append(element)
    return kept


def _prose(element: etree._Element) -> int:
    """How much punctuation an element holds: menus have none."""
    return len(PROSE.findall("".join(element.itertext())))


def _densest(root: etree._Element, whole: int) -> etree._Element:
    """The innermost element that holds nearly all prose outside of links."""
    weights: list[int] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if not isinstance(element.tag, str) or element.tag in NO_TEXT or element.tag == "a":
                walk.skip_subtree()
                weights.append(0)
            else:
                weights.append(len(PROSE.findall(element.text or "")))
        else:
            weight = weights.pop()
            if weight >= NEARLY_ALL * whole > 0 and element.tag not in NOT_ALONE:
                return element
            if weights:
                weights[-1] += weight + len(PROSE.findall(element.tail or ""))
    body = root.find("body")
    return root if body is None else body


def head_lines(root: etree._Element, found: Sequence[etree._Element]) -> list[str]:
    """Title and number, where the page states them beside the body: in its head, its h1, its table of metadata."""
    body = _squeezed(found)[:HEAD]
    lines = []
    title = next((t for t in _titles(root) if TITLE.match(t)), None)
    if title and re.sub(r"\s", "", title) not in body:
        lines.append(title)
    if root not in found:
        number = NUMBER.search(_squeezed([root])[:WHOLE])
        if number and number[1] not in body:
            lines.append(number[1])
    return lines


def _squeezed(elements: Sequence[etree._Element]) -> str:
    return re.sub(r"\s", "", "".join("".join(element.itertext())[:WHOLE] for element in elements))


def _titles(root: etree._Element) -> list[str]:
    """Titles the page gives itself, the surest first. 政府网站 state theirs as ArticleTitle."""
    found = [str(m.get("content", "")) for m in root.iter("meta") if str(m.get("name", "")).lower() == "articletitle"]
    found += ["".join(h.itertext()) for h in list(root.iter("h1"))[:5]]
    found += [part for t in list(root.iter("title"))[:1] for part in re.split(r"[_|]| ?[-–—] ", t.text or "")]
    return [re.sub(r"\s+", " ", text[:300]).strip() for text in found]
