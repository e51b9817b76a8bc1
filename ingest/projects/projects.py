"""Named projects, bases, centres, platforms, parks, campaigns and events, with the stage that the words around say.

A name stands between a verb and a head: 实施|包头至银川高铁|项目, 打造|呼包鄂新能源装备|基地. It must say more than any
project would (`project_names`): a place, a quoted name, a code, or words of its own.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from graph.lexicon.projects import grammar
from graph.model import Span
from graph.records import Record
from ingest.places.place_company import TITLE
from ingest.places.place_forms import spots
from ingest.places.scope import Scope
from ingest.projects import (
    coined,
    framed_projects,
    listed_projects,
    placed_projects,
    project_endings,
    project_heads,
    project_names,
    project_verbs,
    stages,
)
from ingest.projects.project_endings import Ending
from ingest.projects.project_heads import Head
from ingest.projects.project_kinds import QUOTED, Stretch


class ProjectMention(Record, frozen=True):
    """`name` is `text[start:end]`; `kind` as in `project_heads.tsv`; `stage` is None where nothing says it."""

    name: str
    id: str
    kind: str
    stage: str | None
    start: int
    end: int


_Told = tuple[int, int, str, str | None]
_REACH = 60
"""How far before its head a name, with the verb and adverbs in front of it, may begin."""
_CLAUSE_ENDS = re.compile(r"[。；;，,：:！？!?\n]")
_CODE = re.compile("[A-Z]{3}|“")
# 浙江省数字政府2.0
_VERSION = re.compile(r"[\u4e00-\u9fff]{4,16} ?\d\.\d(?= ?(?:建设|升级(?!方案)|$))")
# 消除|“单线单变”变电站: what is to be no more is no project
_GONE = re.compile("(?:存量|消除|淘汰|取缔|清理|清除|解决|减少|关停|防止|避免|杜绝|查处|打击|取消)[一-龥]{0,3}$")
_DOT = re.compile(r"\d\.\d")
# 2025年底前，…大桥合龙 ; 力争…机场建成
_SUBJECT = re.compile(
    r"(?:(?:到|至)?(?:20\d\d年|今年|明年|年内)?(?:\d{1,2}月|年)?(?:底|末|上半年|下半年)?(?:前|之前)?|力争|确保|实现|其中|目前|[、和与及])*"
)
_WHERE = re.compile(r"[一-龥]{2}(?:[渠河江湖沟堰桥路段坝]|水库)")
_JOINT = re.compile(r"以及|[、和与及]")
# "组合港": marks of a typewriter
_STRAIGHT = re.compile(r'"([^"\n]{1,30})"')
_NOT_OF_ID = re.compile(r"[\s“”\"'‘’「」《》]")


def find(text: str, scope: Scope) -> list[ProjectMention]:
    """The projects named, each name once, in order."""
    return each([text], scope)[0]


def each(texts: Sequence[str], scope: Scope) -> list[list[ProjectMention]]:
    """The projects that each of the texts names; one rule after the other goes through all, as in `describe`."""
    read = [_laid_out(text) for text in texts]
    told = [_headed(one, scope) for one in read]
    told = [[*spans, *_framed(one, scope, spans)] for one, spans in zip(read, told, strict=True)]
    return [_named(one, spans) for one, spans in zip(read, told, strict=True)]


class _Text(Record, frozen=True):
    """A text as it is printed, and as rules read it; where its clauses end, which of its heads may end a name, and
    which one that begins with its place."""

    printed: str
    text: str
    ends: list[int]
    endings: list[Ending]
    placing: list[Head]


def _laid_out(printed: str) -> _Text:
    # 编制《…省“煤改气”行动计划》 is a document
    text = TITLE.sub(lambda title: " " * len(title[0]), printed) if "《" in printed else printed
    if '"' in text:
        text = _STRAIGHT.sub(r"“\1”", text)
    ends = [at + length for at, length in enumerate(accumulate(map(len, _CLAUSE_ENDS.split(text))))]
    heads = project_heads.find(text)
    return _Text(printed, text, ends, project_endings.find(text, heads, ends), placed_projects.heads(heads))


def _headed(read: _Text, scope: Scope) -> list[_Told]:
    """The projects whose names end with a head or with their version, or that share one."""
    text, endings = read.text, read.endings
    spans: list[_Told] = []
    ended = -1  # where a clause ended with a name, and the next begins: 实施甲渠改造工程，|乙河堤防工程
    for begin, stop in _holding(read.ends, _telling(read)):
        clause = text[begin:stop]
        inside = endings[bisect_left(endings, (begin,)) : bisect_left(endings, (stop,))]
        told = [*listed_projects.find(clause, scope)] if listed_projects.SHARED.search(clause) else []
        if "." in clause:
            told = [*_versions(clause), *told]
        if inside:
            told = [*_clause(clause, begin, inside, scope, spans[-1][3] if spans else None, begin == ended), *told]
        if placed := project_heads.within(read.placing, begin, stop):
            told = _whole(told, list(placed_projects.find(clause, placed, scope)))
        ended = -1
        if told:
            spans += [(begin + start, begin + end, kind, stage) for start, end, kind, stage in told]
            if any(end == len(clause) for _, end, _, _ in told) and text[stop : stop + 1] in "，,":
                ended = stop + 1
    return spans


def _named(read: _Text, spans: list[_Told]) -> list[ProjectMention]:
    """What is mentioned by such names and by coined ones, each name once, in order."""
    text = read.text
    names = [
        (start, end, kind, stages.after(text, end, stages.before(text, start)))
        for start, end, kind in coined.find(text)
    ]
    # “农村电商”“乡村工匠”重点行动 are two
    begun = sorted(name[0] for name in names)
    spans = [one for one in spans if bisect_left(begun, one[1]) - bisect_left(begun, one[0]) < 2] + names
    found: dict[str, ProjectMention] = {}
    last = 0
    # of two names in one place the longer is meant: 2022年北京冬奥会, not 冬奥会
    for start, end, kind, stage in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > last:
            name, last = read.printed[start:end], end
            id = identify(name)
            found.setdefault(id, ProjectMention(name, id, kind, stage, start, end))
    return list(found.values())


def _whole(told: list[_Told], placed: list[_Told]) -> list[_Told]:
    """Both, without what is part of a name that begins with its place, and without such as cross another name."""
    told = [one for one in told if not any(_over(one, two) and two[1] > one[1] for two in placed)]
    return told + [one for one in placed if not any(_over(one, two) for two in told)]


def _over(one: _Told, two: _Told) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _framed(read: _Text, scope: Scope, known: Sequence[_Told]) -> list[_Told]:
    """The projects known by their frame alone, none over one that is known."""
    found = [
        (begin + start, begin + end, kind, stage)
        for begin, stop in _holding(read.ends, framed_projects.likely(read.text))
        for start, end, kind, stage in framed_projects.find(read.text[begin:stop], scope)
    ]
    return [one for one in found if not any(one[0] < end and start < one[1] for start, end, _, _ in known)]


def _telling(read: _Text) -> list[int]:
    """Where clauses hold such a head, a version or what is shared: most hold none."""
    told = [head[0] for head in read.endings]
    told += [head[0] for head in read.placing]
    told += [match.start() for match in listed_projects.SHARED.finditer(read.text)]
    if "." in read.text:
        told += [match.start() for match in _DOT.finditer(read.text)]
    return sorted(told)


def _holding(ends: Sequence[int], places: Sequence[int]) -> Iterator[Span]:
    """The clauses that hold these places, each once; `ends` are those of all."""
    end = -1
    for place in places:
        if place >= end:
            at = bisect_right(ends, place)
            end = ends[at]
            yield (ends[at - 1] + 1 if at else 0), end


def identify(name: str) -> str:
    """The id of a project: its name without quotation marks, white space and the width of its characters."""
    return _NOT_OF_ID.sub("", unicodedata.normalize("NFKC", name))


def _clause(
    clause: str, begin: int, heads: Sequence[Ending], scope: Scope, before: str | None, carried: bool
) -> Iterator[_Told]:
    """(start, end, kind, stage) of the names in one clause, which begins at `begin` of the text that `heads` are of. A
    name starts after the last verb that leaves it a name; after 、 and 和 the next one starts without a verb. `before`
    is the stage of the name that the clause before ended with, where it is `carried` over a comma."""
    rules = grammar()
    verbs = project_verbs.find(clause)
    floor = 0
    in_marks = "“" in clause or "《" in clause
    # another name of a list whose commas part it: the whole clause is one, and says where
    begun = rules.verbs.match(clause) if carried else None
    whole = (
        carried
        and heads[-1].end == begin + len(clause)
        and (begun is None or project_verbs.inside(clause, *begun.span()))
    )
    beside = False  # does the name stand in a list behind one that is a name?
    listed = "" if whole and (spots(clause, scope) or _WHERE.search(clause)) else None
    for head in heads:
        start, end, done, follows = head.start - begin, head.stop - begin, head.done, head.follows
        if start < floor:
            continue
        quoted = in_marks and _in_quotes(clause, start)
        if quoted:
            # 呼包鄂乌“幸福走廊” ; “一站式平台”服务 is none
            opened = clause.rfind("“", 0, start)
            if clause[end : end + 1] != "”" or coined.PRAISE.search(clause, max(0, opened - 40), max(0, opened)):
                continue
            follows = project_endings.AFTER.match(clause, end + 1) is not None
            end += 1
        first = bisect_left(verbs, (max(floor, start - _REACH), ""))
        tries = verbs[first : bisect_right(verbs, (start, "\uffff"))]
        # 建成|包头市稀土金属开发应用产学研基地: a verb inside a noun comes after those that begin a phrase ;
        # 支持高校共建|XX中心: last comes a verb that says nothing of a project's stage
        if len(tries) > 1:
            tries.sort(
                key=lambda one: (project_verbs.rank(clause, one[0] - len(one[1]), rules.stages[one[1]]), -one[0])
            )
        if listed is not None:
            tries.append((floor, listed))
        named: list[tuple[int, int]] = []
        verb: str | None = None
        for at, verb in tries:
            named = project_names.named(Stretch(clause, at, end, head.word, verb, beside), rules, scope)
            if named:
                break
        if not named and done and (subject := _SUBJECT.match(clause, floor, end)):
            # 六枝特大桥成功合龙: the name is what is done
            verb = ""
            named = project_names.named(Stretch(clause, subject.end(), end, head.word, verb, False), rules, scope)
        if not named:
            near = max(floor, start - _REACH)
            quotes = [
                quote
                for quote in QUOTED.finditer(clause, near, start)
                if start - quote.end() <= 8 and not _GONE.search(clause, max(0, quote.start() - 6), quote.start())
            ]
            verb = None
            named = (
                project_names.named(Stretch(clause, quotes[-1].start(), end, head.word, None, False), rules, scope)
                if quotes
                else []
            )
        if named and not (
            follows or spots(clause[slice(*named[0])], scope) or (not quoted and _CODE.search(clause, *named[0]))
        ):
            named = []
        if quoted and not named:
            continue
        if quoted:
            # 完善“北京市…医生咨询平台”: a name that begins inside the quotes has all that stands in them
            opened = clause.rfind("“", 0, start)
            named = [(min(at, opened), stop) if opened >= floor else (at, stop) for at, stop in named]
            named = [one for one in named if not project_names.is_way(clause[slice(*one)])]
        stage = (
            stages.after(clause, end, rules.stages.get(verb or ""))
            or done
            or (before if verb == "" and carried else None)
        )
        for at, stop in named:
            yield at, stop, rules.kinds[head.word], stage
        joint = _JOINT.match(clause, end)
        if named or (
            joint and head.stop == head.end
        ):  # 下浒山水库灌区|工程, 开展建设项目|审批提速行动: the next head may be the one
            floor = joint.end() if joint else end
            beside = joint is not None and bool(named)
        # 推进平陆运河、|长洲水利枢纽: a place in the list does not end it
        listed = (verb if named else tries[0][1] if tries else None) if joint else None


def _versions(clause: str) -> Iterator[tuple[int, int, str, str | None]]:
    """支撑浙江省数字政府2.0建设: a system whose name ends with its version."""
    for match in _VERSION.finditer(clause):
        before = [
            verb.end() for verb in grammar().verbs.finditer(clause, match.start() - 4 if match.start() > 4 else 0)
        ]
        start = max((at for at in before if at <= match.start() + 4), default=match.start())
        yield max(start, match.start()), match.end(), "platform", stages.after(clause, match.end(), None)


def _in_quotes(clause: str, at: int) -> bool:
    near = max(0, at - _REACH)
    return any(clause.rfind(left, near, at) > clause.rfind(right, near, at) for left, right in ("“”", "《》"))
