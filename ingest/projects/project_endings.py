"""Heads of projects that may end a name, as what follows them tells: 建设…产业园|二期, but not 建立项目|清单."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ingest.projects import stages
from ingest.projects.project_heads import Head

# 包头至银川高铁|项目 ; 包头保税物流中心|（B型）
_MORE = re.compile(
    r"[一二三四五六]期(?:工程|项目)?|(?<=政务服务网)[一-龥]{2,4}站|(?:改扩建|扩建|改造|整治|提升|迁建)(?:工程|项目)(?![库化制师])|(?<=试验区)[一-龥]{2,4}片区|(?<=[路速铁专])[一-龥]{2,4}(?:至[一-龥]{2,4})?段(?![落时])(?:（[^（）]{1,8}段）)?|(?:工程)?项目(?![库化制])|工程(?![师技])|（(?!以下|下称|简称)[^（）]{1,8}）|\((?!以下|下称|简称)[^()]{1,8}\)"
)
# what may follow a name: the end, 建设, 作用, 等 … (not 平台经济, 中心城区)
AFTER = re.compile(
    r"$|[、（(”》]|[和与及等为在向的并将]|\d+[项个场]|以及|建设|设立|前期|搬迁|作用|尽早|如期|按期|按时|顺利|年内|适时|有序|稳步|提前|抓紧|高标准|高水平|高起点|繁忙|开工|建成|投用|投运|投产|并网|满产|达产|达效|试运行|试生产|获批|落户|投入|落地|申报|创建|试点|工作|发挥|发展|实施|改造|高质量|开展|"
    r"综合(?:效应|功能)|能级|示范|推广|推进|运行|运营|升级|扩容|扩建|改扩建|迁建|竣工|完工|通车|验收|培育|功能|优势|资源|布局|提质|接入|对接|取得|力争|全面|加快|早日|尽快|"
    r"活动|系列活动|征地|拆迁|征迁|征拆|用地|交地|管线|上线|快速发展|做大做强|提档|扩区|转型升级|腾退|更新|创建目标|规划|可行性|立项|审批(?!告知|承诺|制度|系统|管理|改革|流程|事项|服务|专区|权限|提速)|核准|招标|正式|互联|服务能力|承载|辐射|引领|带动|牵引|支撑"
)
# 推动包头综保区|实现…, 通过江苏省投资审批平台|办理: what may follow a name that says where
_AFTER_PLACED = re.compile(
    r"实现|归集|汇聚|推送|上传|录入|共享|监管|参与|办理|申报|填报|报送|查询|公示|公开|创建|争创|网上|先进|承接|复制|复牌|晋升|信用|“|[一-龥]{2,6}(?:功能|应用|模块)"
)


class Ending(NamedTuple):
    """A head that may end a name, text[start:end]. With what belongs to it the name ends at `stop`; what follows says
    that it is `done`, or is at least what `follows` a name that says nothing of its place."""

    start: int
    end: int
    word: str
    stop: int
    done: str | None
    follows: bool


def find(text: str, heads: Sequence[Head], ends: Sequence[int]) -> list[Ending]:
    """The heads that may end a name; `ends` are those of clauses. Most may not: 建立项目|清单."""
    found: list[Ending] = []
    for start, end, word in heads:
        limit = ends[bisect_left(ends, start)]
        more = _MORE.match(text, end, limit)
        stop = more.end() if more else end
        done = stages.done(text, stop, limit)
        follows = done is not None or AFTER.match(text, stop, limit) is not None
        if follows or _AFTER_PLACED.match(text, stop, limit):
            found.append(Ending(start, end, word, stop, done, follows))
    return found
