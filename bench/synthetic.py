# ruff: noqa: E501, SIM905
"""A large base of realistic shape, the same for the same seed: cities, their departments, notices of some 25 measures.

Loads follow Zipf's law: a few departments have much, most have little; so do places, themes and projects.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from graph.model import Edge, Kind, Node, NoticeGraph, Relation, Value

T = TypeVar("T")

A_NOTICE = 25

CITIES = (
    ("150200", "包头市"), ("150100", "呼和浩特市"), ("150600", "鄂尔多斯市"), ("140100", "太原市"), ("610100", "西安市"),
    ("620100", "兰州市"), ("640100", "银川市"), ("370100", "济南市"), ("410100", "郑州市"), ("510100", "成都市"),
)  # fmt: skip
UNITS = (
    "发展和改革委员会 工业和信息化局 财政局 科学技术局 生态环境局 自然资源局 住房和城乡建设局 交通运输局 水务局 农牧局 商务局 "
    "文化旅游广电局 卫生健康委员会 教育局 人力资源和社会保障局 林业和草原局 应急管理局 市场监督管理局 审计局 统计局 能源局 公安局 "
    "民政局 司法局 退役军人事务局 国有资产监督管理委员会 医疗保障局 金融工作办公室 城市管理综合执法局 行政审批政务服务局 大数据管理局 "
    "体育局 信访局 乡村振兴局 气象局 税务局 邮政管理局 供销合作社 总工会 妇女联合会 残疾人联合会 科学技术协会 地震局 档案馆 "
    "粮食和物资储备局 投资促进局 人民防空办公室 机关事务管理局 住房公积金管理中心 公共资源交易中心"
).split()
THEMES = "生态环保 产业 科技创新 基础设施 农业农村 就业 教育 医疗卫生 文化旅游 金融 开放 营商环境".split()
PLACES = "昆都仑区 青山区 东河区 九原区 石拐区 土默特右旗 固阳县 达尔罕茂明安联合旗 白云鄂博矿区 稀土高新区".split()
VERBS = "推进 加快 加强 完善 支持 实施 开展 建立健全 深化 优化 落实 扩大 提升 培育 统筹".split()
OBJECTS = (
    "黄河流域生态保护和高质量发展 黄河岸线治理 大青山生态修复 稀土新材料产业集群建设 光伏产业链延伸 工业园区循环化改造 "
    "高速公路和国省干线建设 城乡供水一体化 污水处理厂提标改造 高标准农田建设 奶业振兴 羊绒产业品牌 职业教育产教融合 "
    "县域医疗共同体建设 普惠托育服务 养老服务设施 就业创业服务 创业担保贷款 中小企业融资担保 政务服务一网通办 营商环境评价 "
    "跨境电子商务综合试验区 中欧班列集结中心 口岸通关便利化 文化旅游融合 全域旅游示范区 非物质文化遗产保护 冰雪运动 "
    "安全生产专项整治 森林草原防火 地质灾害隐患点治理 新能源装机并网 煤炭清洁高效利用 碳达峰试点 科技成果转化 研发投入攻坚 "
    "人才引进 数据要素市场 5G网络覆盖 智慧城市平台"
).split()
TAILS = (
    "年内完成前期工作并开工建设 形成可复制可推广的经验 健全工作机制 明确任务分工 强化要素保障 引导社会资本参与 "
    "建立项目清单 按季度调度 组织评估验收 推动重点区域先行先试"
).split()
PROJECTS = "综合整治工程 示范基地 产业园 专项行动 提升计划 服务平台".split()
LIMITS = (("date", "2024年12月", 0.5), ("ongoing", "持续推进", 0.3), ("long_term", "长期坚持", 0.1), (None, None, 0.1))


def notices(measures: int = 100_000, seed: int = 5) -> Iterator[NoticeGraph]:
    """As many notices as hold that many measures."""
    chance = random.Random(seed)
    for number in range(measures // A_NOTICE):
        yield _notice(number, chance)


def _notice(number: int, chance: random.Random) -> NoticeGraph:
    code, city = chance.choice(CITIES)
    year = chance.randint(2018, 2024)
    id = f"{city[:2]}府发〔{year}〕{number}号"
    topic = _zipf(OBJECTS, chance)
    title = f"{city}人民政府关于{chance.choice(VERBS)}{topic}的通知"
    day = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    props: dict[str, Value] = {
        "number": id, "title": title, "kind": "通知", "issuers": [f"{city}人民政府"], "region": code, "dated": day,
    }  # fmt: skip
    nodes = {id: Node(id, Kind.NOTICE, title, props)}
    edges: dict[tuple[Relation, str, str], Edge] = {}
    texts = [title + "\n"]

    def relate(kind: Relation, source: str, node: Node, **said: Value) -> str:
        nodes.setdefault(node.id, node)
        edges.setdefault((kind, source, node.id), Edge(kind, source, node.id, id, said))
        return node.id

    def unit(name: str) -> Node:
        full = city + name
        node = Node(
            f"{code}/{name}", Kind.DEPARTMENT, full, {"level": "市", "kind": "unit", "aliases": [name, f"市{name}"]}
        )
        nodes.setdefault(node.id, node)
        relate(Relation.LOCATED_IN, node.id, _region(code, city))
        return node

    relate(
        Relation.PART_OF, relate(Relation.PART_OF, code, _region(code[:2] + "0000", "省")), _region("100000", "中国")
    )
    relate(Relation.ISSUED_BY, id, unit("人民政府"))
    if chance.random() < 0.6:
        cited = f"国发〔{year - 1}〕{int(chance.paretovariate(0.8)) % 60}号"
        relate(
            Relation.CITES, id, Node(cited, Kind.NOTICE, f"国务院文件{cited}", {"number": cited}), relation="implements"
        )
    for ordinal in range(1, A_NOTICE + 1):
        _measure(id, ordinal, year, code, texts, chance, relate, unit)
    return NoticeGraph(id, tuple(nodes.values()), tuple(edges.values()), "".join(texts))


def _measure(
    id: str,
    ordinal: int,
    year: int,
    code: str,
    texts: list[str],
    chance: random.Random,
    relate: Callable[..., str],
    unit: Callable[[str], Node],
) -> None:
    title = f"{chance.choice(VERBS)}{_zipf(OBJECTS, chance)}"
    body = "，".join(
        f"{chance.choice(VERBS)}{chance.choice(OBJECTS)}，{chance.choice(TAILS)}" for _ in range(chance.randint(2, 5))
    )
    text = f"{title}。{body}。"
    start = sum(map(len, texts))
    texts.append(text + "\n")
    kind, words, _ = chance.choices(LIMITS, [each[2] for each in LIMITS])[0]
    due = f"{year + chance.randint(0, 2)}-12-31" if kind == "date" else None
    measure = Node(
        f"{id}/{ordinal}",
        Kind.MEASURE,
        title,
        {
            "label": f"（{ordinal}）", "title": title, "text": text, "section": f"{ordinal // 5 + 1}、{chance.choice(THEMES)}",
            "deadline_text": words, "deadline_kind": kind, "due": due, "span": [start, start + len(text)],
        },
    )  # fmt: skip
    relate(Relation.CONTAINS, id, measure, ordinal=ordinal)
    for order in range(1, chance.choice((1, 2, 2, 3, 3, 4)) + 1):
        name = _zipf(UNITS, chance)
        relate(
            Relation.ASSIGNED_TO, measure.id, unit(name), role="responsible", basis="stated", order=order,
            span=[start, start + 3], name=f"市{name}",
        )  # fmt: skip
    for _ in range(chance.choice((0, 1, 1, 2))):
        place = _zipf(range(len(PLACES)), chance)
        region = relate(
            Relation.TOUCHES, measure.id, _region(f"{code[:4]}{place + 2:02d}", PLACES[place]), span=[start, start + 3]
        )
        relate(Relation.PART_OF, region, _region(code, ""))
    if chance.random() < 0.1:
        relate(Relation.TOUCHES, measure.id, _region("geo/黄河", "黄河"), span=[start, start + 2])
    if chance.random() < 0.4:
        project = f"{_zipf(OBJECTS, chance)}{chance.choice(PROJECTS)}{int(chance.paretovariate(0.6)) % 40}"
        relate(
            Relation.INVOLVES, measure.id, Node(project, Kind.PROJECT, project, {"kind": "campaign"}), stage="implement"
        )
    for _ in range(chance.choice((1, 1, 2))):
        theme = _zipf(THEMES, chance)
        relate(Relation.ABOUT, measure.id, Node(theme, Kind.THEME, theme, {}), basis=["text"])


def _region(code: str, name: str) -> Node:
    named = dict(CITIES).get(code, name)
    return Node(code, Kind.REGION, named, {"kind": "admin", "level": "市", "lon": 109.84, "lat": 40.65})


def _zipf(things: Sequence[T], chance: random.Random) -> T:
    """The first twice as often as the second, three times as often as the third."""
    weights = list(accumulate(1 / rank for rank in range(1, len(things) + 1)))
    return chance.choices(things, cum_weights=weights)[0]
