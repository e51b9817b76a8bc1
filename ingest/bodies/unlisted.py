"""Units that stand in no table: groups, offices of a leading group, enterprises, institutions, what stays unsure."""

import re

from graph.lexicon import departments, regions
from ingest.bodies.resolved import ENTERPRISE, UNIT, Resolved, kind_of, national
from ingest.places import areas
from ingest.places.scope import Scope

# 各旗县区人民政府 ; 市区两级财政部门 ; 省直有关部门 ; 县（市、区）政府 ; 拖欠民营企业账款的所有部门和单位
_LEVEL = "(?:省|市|区|县|旗|州|盟|自治区)"
_GROUP = re.compile(
    r"^.{0,3}各|[两三]级|^(?:有关|相关|所有|全体|其他|试点|属地|当地|设区|地级|县级|乡镇|镇街|街道|乡级|基层|本级)"
    rf"|^(?:{_LEVEL}|国家|中央|全[省市区县旗州国])?(?:[省市区县旗州盟]?[直级])属?(?:有关|相关|部门|单位|机关|行业|主管|企)"
    rf"|^(?:{_LEVEL}|全[省市区县旗州国]|国务院|.{{0,8}}政府)(?:有关|相关)"
    r"|[各的](?:成员|有关|相关|责任|牵头)?(?:单位|部门)$|成员单位"
    r"|(?:有关|相关|主管|职能|监管|执法|工作|行业|所有|涉及)的?(?:部门|单位|方面|企业|地区|地方)"
    r"|^[县市区旗乡镇][、（/].*(?:政府|管委会|部门)$|^(?:园区|开发区|示范区|功能区)(?:[和、及]|管委会|管理委员会)"
    r"|^[县乡镇旗市区]{1,2}(?:人民)?政府$|^(?:自治区|直辖市)$|^直辖市(?:人民)?政府$|^等|(?:部门|单位|机构|政府|企业)等$"
    r"|^(?:银行业?|金融|保险|科研|医疗|教育|监管|培训)+[业类]?(?:金融)?机构$"
    r"|^(?:承办|承担|责任|牵头|配合|运营|建设|项目|用人)(?:主体|单位)$"
    r"|^(?:企业|高校|院校|科研院所|高等院校|街道|社区|部门|单位)$"
)
_OWN_GOVERNMENT = re.compile(r"^[省市区县旗]政府$")
# 之江实验室 ; 浙江大学 ; 中国信息通信研究院: called by a name of their own, the same everywhere
_PROPER = re.compile(
    r".{2,}(?:实验室|大学|学院|学校|研究院|研究所|科学院|设计院|协会|学会|商会|联盟|联合会|基金会|博物馆|图书馆|医院|交易所|中心|基地)$"
)
# 领导小组办公室 ; 推进…工作专班
_OFFICE = re.compile(
    r"(?:领导小组|工作组|指挥部|委员会|联席会议|专班|协调小组|协调机制|促进会|专项组|推进组)(?:办公室|办|各?成员单位)?$"
)
_ORGAN = re.compile(r"(?:[局委办厅部署院所站队处室馆社会台校园]|中心|法院|公署)$")
# 市城乡融合发展局 is printed in full, 市减负办 is not
_FULL = re.compile(r".{3,}(?:局|委员会|办公室|中心|[院馆站台社]|总队|支队|大队)$")


def group(name: str) -> bool:
    """Does the name mean several bodies, or none by name?"""
    return _GROUP.search(name) is not None and _OWN_GOVERNMENT.match(name) is None


def named(name: str, printed: str, scope: Scope, carried: str | None, notice: str) -> tuple[Resolved, str | None]:
    """What no table knows, and the place that its prefix says."""
    ways = areas.prefixes(name, scope)
    code, rest = ways[0] if ways else (None, name)
    if len(rest) < 2:
        code, rest = None, name
    place = regions.by_code(code)
    kind = kind_of(name)
    if place is not None:
        by_level = areas.OWN_LEVEL.match(name) is not None
        if not by_level and not name.startswith(place.name) and _PROPER.match(name) and not _OFFICE.search(name):
            return Resolved(name, f"{regions.STATE}/{name}", kind, True, None, name), None
        full = f"{place.name}{rest}" if by_level else name
        sure = _in_full(rest, kind, by_level)
        # a level word is a prefix only where an organ's name follows: 市场主体 has none
        if sure or kind == ENTERPRISE or _ORGAN.search(name):
            said = code if by_level else None
            return Resolved(full if sure else printed, f"{code}/{rest}", kind, sure, code, rest), said
    if code == regions.STATE or (_PROPER.match(name) and not _OFFICE.search(name)):
        return Resolved(name, f"{regions.STATE}/{name}", kind, True, None, name), None
    if national(name):
        return Resolved(name, f"{regions.STATE}/{name}", kind, True, None, name), None
    near = carried or scope.region
    if near is not None:
        return Resolved(printed, f"{near}/{name}", kind, False, near, name), None
    return Resolved(printed, f"{notice}/unit/{name}", kind, False, None, name), None


def _in_full(rest: str, kind: str, by_level: bool) -> bool:
    """Is the rest of the name, after its place, what the unit is called, not a short form of it?"""
    if kind == ENTERPRISE:
        return True
    if _OFFICE.search(rest) or _PROPER.match(rest) or _FULL.match(rest):
        return True
    if not by_level and _ORGAN.search(rest) and len(rest) > 2:
        return True
    # 市公安局交管支队: a part of a body that is known
    return kind == UNIT and any(
        departments.called(rest[:size]) and _ORGAN.search(rest) for size in range(3, len(rest) - 1)
    )
