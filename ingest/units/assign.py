"""Who has which role, as a list or a sentence of units says it.

A、B牵头，C、D按职责分工负责 ; A会同B、C负责 ; A（牵头）、B（配合） ; A负责。列第一位者为牵头单位，下同
"""

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from graph.lexicon import overrides
from graph.model import Role, Span
from ingest.units import members, persons, rules, unit_lists, units
from ingest.units.bare_names import DOES, limits, whole_name
from ingest.units.roles import FIRST_LEADS, closing_verb, forms, verb_of
from ingest.units.said import Assigned, Said
from ingest.units.units import Part, organ

# bodies that no notice assigns a task by such a word alone: 政府引导、企业参与
ANYBODY = re.compile(
    r"(?:政府|(?:龙头|骨干|重点|相关|各类|国有|民营|中小|链主|平台|大型)?企业|高校|科研院所|行业协会|社会|部门|单位|市场|学校|家庭|个人|机构|银行|协会|公司|基地|村|乡|镇|市|县|区|省|社会组织|多方|各方|地方|专家|团队|"
    r"[省市州盟县区旗乡镇]、[省市州盟县区旗乡镇、]*)$"
)
# words between quotation marks in a name: 市“百千万工程”指挥部办公室
_QUOTED = re.compile("(?<=[一-龥])“[^“”，。、；：]{2,12}”(?=[一-龥])")
_NO_SEPARATOR = re.compile(r"[：？！“”]")
# 17个帮扶集团牵头单位、各专项组牵头单位 : those who lead something else
_LEADERS = re.compile(
    r" *(?:(?:以?及|和|与)?(?:各|有关|相关)|[\d一二三四五六七八九十]+个)[^，。；：、]{2,20}牵头(?:单位|部门)"
)


def listed(text: str, start: int, end: int, role: Role) -> Said:
    """The list after a label. Verbs in it win over the label: 责任单位：A牵头，B、C配合."""
    if rules.HINT.search(text, start, end) is None and (plain := _plain(text, start, end)):
        return _all(text, [Assigned(part, role, True) for part in plain])
    end, said = _without_rules(text, start, end)
    tail = _TAIL.search(text, max(start, end - 30), end)
    if tail and limits(tail["limit"]) and organ(text[max(start, tail.start() - 12) : tail.start()]):
        end, said = tail.start(), said.then(Said(limit=tail.span("limit")))
    found, limit, _ = _walk(text, start, end, role, strict=False)
    said = said.then(Said(limit=limit))
    return _all(text, found).then(said)


# 责任单位：县农业农村局各乡镇政府|5月20日前 ; 县公安局|长期坚持
_TAIL = re.compile(
    r"(?<=[局委厅部办院府会心司处站所社队区镇乡村])(?P<limit>(?:20\d\d年|\d{1,2}月|年[底内末]前?|[上下]半年|长期|持续|常年|全年|立即)"
    r"[^，。；、：]{0,16})[。； ]*$"
)


def _all(text: str, found: list[Assigned]) -> Said:
    """Units with what remarks on them say for the whole list: 市发改委（列第一位的为牵头单位，下同）."""
    front = next((at for at, (a, b) in enumerate(pairwise(found), 1) if "，" in text[a.part.end : b.part.start]), 0)
    said = Said(units=_once(found), open=any(unit.part.open for unit in found), front=front)
    for unit in found:
        if unit.part.remark:
            said = said.then(rules.of(unit.part.remark))
    return said


def spoken(text: str, start: int, end: int, *, strict: bool = False) -> Said | None:
    """A list with verbs, None where it is none: every member must read like a body, one at least like no anybody. In a
    bracket a sentence may follow: （市文旅局负责，市财政局配合；根据评审情况确定名单）."""
    said = _spoken(text, start, end, strict)
    if said is None and not strict and (cut := text.rfind("；", start, end)) > 0:
        said = _spoken(text, start, cut, strict)
    return said


def _spoken(text: str, start: int, end: int, strict: bool) -> Said | None:
    end, said = _without_rules(text, start, end)
    if _NO_SEPARATOR.search(text[start:end] if strict else _QUOTED.sub("", text[start:end])):
        return None
    found, limit, sound = _walk(text, start, end, None, strict=True, bare=strict)
    if not sound or not found or not any(unit.stated for unit in found):
        return None
    if any("负责" in unit.part.name for unit in found):  # 市发改委负责项目审批和|监督检查
        return None
    bodies = [unit for unit in found if organ(unit.part.name + unit.part.ending)]
    if len(bodies) < len(found):
        # beside bodies that lead or answer, what looks like a name is one: 市委督查室
        sure = any(unit.stated and unit.role in (Role.LEAD, Role.RESPONSIBLE) for unit in bodies)
        if not sure or 2 * len(bodies) < len(found):
            return None
        if not all(unit in bodies or units.namelike(unit.part.name) for unit in found):
            return None
    if all(ANYBODY.match(unit.part.name) for unit in found):
        return None
    told = [unit.role for unit in found if unit.stated]
    guided = Role.GUIDE in told and text.find("负责", start, end) >= 0  # 市教育局负责指导监督
    if strict and not (Role.LEAD in told or Role.RESPONSIBLE in told or guided):
        return None
    return _all(text, found).then(Said(limit=limit)).then(said)


def named(text: str, start: int, end: int, *, closing: bool = False) -> Said | None:
    """Names alone: every one a body, and more than one or one that says its level, or `closing` a paragraph in its own
    bracket. A limit or a rule may follow."""
    end, said = _without_rules(text, start, end)
    if end - start > 400 or _NO_SEPARATOR.search(text, start, end):
        return None
    plain = _plain(text, start, end)
    parts = plain or []
    limit: Span | None = None
    noise = False
    for at, till, mark in unit_lists.stretches(text, start, end) if plain is None else ():
        told = text[at:till].strip(" 。\n")
        noise = noise and mark in "、和"
        if not told or _NOISE.fullmatch(told) or (parts and units.etc().fullmatch(told)):
            continue
        if limits(told):
            limit = extended(text, limit, (at, till))
        elif limit is None and not noise and (part := units.clean(text, at, till)):
            parts.append(part)
        elif noise or (parts and mark in "，；。"):
            noise = True  # 以上政策有效期至2025年
        else:
            return None
    parts = unit_lists.sharing(text, parts)
    parts = [part for part in parts if len(part.name) < 5 or not persons.alone(part.name)]  # ；李强副市长
    if not parts or not all(organ(part.name + part.ending) for part in parts):
        return None
    if all(ANYBODY.match(part.name) for part in parts) or ANYBODY.match(parts[0].name):
        return None
    if len(parts) == 1 and not (_LEVELLED.match(parts[0].name) or (closing and _OFFICIAL.search(parts[0].name))):
        return None
    return _all(text, [Assigned(part, Role.RESPONSIBLE, False) for part in parts]).then(Said(limit=limit)).then(said)


_LEVELLED = re.compile("省|市|区|县|旗|国家|各|自治区|团")
# （大同市政府） ; （财政部） ; （某某综改示范区）, not （新华社）
_OFFICIAL = re.compile(
    r"^(?!原|见|附|含|[^（]*[的等])[^\d]*(?:政府|委员会|管委会|(?<!以)[委局厅部办署]|(?<![各有多几三两一])(?<!办事)[处科]|办公[室厅]|(?:示范|开发|高新|经开|实验|新|园)区|集团|公司|中心|总队|支队)$"
)
# what else stands in a list and says nothing: 下同 ; 按职责分工
_NOISE = re.compile(r"(?:以)?下(?:均)?同|按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|排名不分先后")


def extended(text: str, limit: Span | None, more: Span) -> Span:
    """Limits in a row are one: 2024年6月底前启动，12月底前完成."""
    if limit is None or text[limit[1] : more[0]].strip("，；、。 \n"):
        return limit or more
    return limit[0], more[1]


def _once(found: list[Assigned]) -> tuple[Assigned, ...]:
    names: dict[str, Assigned] = {}
    for unit in found:
        names.setdefault(unit.part.name, unit)
    return tuple(names.values())


def _without_rules(text: str, start: int, end: int) -> tuple[int, Said]:
    """Where the list ends and the sentences begin that carry a rule, and what these say."""
    hint = rules.HINT.search(text, start, end)
    if not hint:
        return end, Said()
    for pattern in rules.PATTERNS:
        found = pattern.search(text, start, end)
        if found and not _inside(text, start, found.start()):
            said = rules.of(text[found.start() : end].translate(_FLAT))
            first = found.start()
            cut = max(text.rfind(c, start, first + 1) for c in "。，；（〔")
            return (cut if cut >= start else first), said
    more = rules.OF_OTHERS.search(text, start, end)
    return more.start() if more and not _inside(text, start, more.start()) else end, Said()


def _inside(text: str, start: int, at: int) -> bool:
    """Is a place within a bracket that opens after `start`? 市发改委（列第一位的为牵头单位）、市财政局"""
    return sum(text.count(c, start, at) for c in "（〔") > sum(text.count(c, start, at) for c in "）〕")


_FLAT = str.maketrans("〔〕", "（）")


# 市财政局、各县（市、区）政府，市水利局
_MEMBER = re.compile("[一-龥]+(?:（[一-龥、]{1,24}）[一-龥]*)?")
_LIST = re.compile(rf"{_MEMBER.pattern}(?:[、，；]{_MEMBER.pattern})*[；。]?")


def _plain(text: str, start: int, end: int) -> list[Part] | None:
    """The names of a list that holds names and nothing else, each the same whatever stands beside it, as most lists
    do; None where it is another."""
    if not _LIST.fullmatch(text, start, end):
        return None
    lexicon = overrides()
    found: list[Part] = []
    for one in _MEMBER.finditer(text, start, end):
        if len(name := one[0]) > 60 or not _alone(name, lexicon):
            return None
        found.append(Part(name, *one.span()))
    return found


@lru_cache(maxsize=8192)  # the same bodies are named again and again
def _alone(name: str, _lexicon: Path | None) -> bool:
    """Is it a name and nothing else in any list: what it is taken for by itself, and no part of a longer one?"""
    if "等" in name or len(name) < 2 or unit_lists.may_be_joined(name) or _NOISE.fullmatch(name):
        return False
    found, limit, sound = _walk(name, 0, len(name), Role.RESPONSIBLE, strict=False)
    only = [Assigned(Part(name, 0, len(name)), Role.RESPONSIBLE, True)]
    return sound and limit is None and found == only and not persons.alone(name) and not members.LISTED.fullmatch(name)


def _walk(
    text: str, start: int, end: int, label: Role | None, *, strict: bool, bare: bool = False
) -> tuple[list[Assigned], Span | None, bool]:
    """Units in order with roles; the place of a limit among them; whether nothing else stood there."""
    done: list[Assigned] = []
    pending: list[tuple[Part, Role | None]] = []
    limit: Span | None = None
    sound = True
    beside = False  # after 会同, units support
    cut, finer = 0, False  # how many units stand before the first comma; whether any mark is finer than that
    for at, till, mark in unit_lists.stretches(text, start, end):
        told = text[at:till]
        whole = whole_name(told, overrides())
        if not whole and not told.strip(" 。\n，、"):
            continue
        if not whole and limits(told):
            limit = extended(text, limit, (at, till))
            continue
        if not pending:
            cut, finer = 0, False
        cut = cut or (len(pending) if mark in "，," else 0)
        finer = finer or mark == "、"
        if mark in "；;。\n":
            pending = _marked(pending, cut)
            _settle(done, pending, label or Role.RESPONSIBLE, stated=label is not None)
            beside = False
        if whole:
            pending.append((Part(told, at, till), Role.SUPPORT if beside else None))
            continue
        remark = units.REMARK.search(text, at, till)
        leaders = _LEADERS.fullmatch(told)
        till_name, verb = (till, None) if leaders else closing_verb(text, at, remark.start() if remark else till)
        joined = forms().joined.search(text, at, till_name)
        if joined:
            if joined.start() > at and (part := units.clean(text, at, joined.start())):
                pending.append((part, None))
            at, beside = joined.end(), True
        elif helped := members.helped(text, at, till_name):
            pending.append((helped, None))
            _settle(done, pending, Role.SUPPORT, stated=True)
            at = helped.end + 2
        part = units.clean(text, at, till_name) if till_name > at else None
        if (
            part
            and verb is None
            and not (bare or leaders)
            and (does := DOES.match(text, part.start, part.end))
            and _does(does, part, strict)
        ):
            part = Part(does["who"], part.start, part.start + len(does["who"]), "", part.open)
            verb = {"牵": Role.LEAD, "负": Role.RESPONSIBLE, "指": Role.GUIDE}.get(does["verb"][0], Role.SUPPORT)
        if part:
            if remark:
                part = part.replace(remark=remark["said"])
            pending.append((part, _remarked(part) or (Role.SUPPORT if beside else None)))
        elif till_name > at and verb is None and not units.etc().match(text[at:till].strip()):
            sound = False
        if verb is not None:
            if beside and verb is Role.RESPONSIBLE and "分工" in text[till_name:till]:
                # 财政部会同各地方按职责分工负责: each for its part
                pending = [(one, None if not one.remark else own) for one, own in pending]
            # 责任单位：A、B，C配合
            if label is not None and finer and 0 < cut < len(pending) and not _led(done):
                first, pending = pending[:cut], pending[cut:]
                _settle(done, first, label, stated=True)
            _settle(done, pending, verb, stated=True)
            beside = False
    pending = _marked(pending, cut)
    _settle(done, pending, label or Role.RESPONSIBLE, stated=label is not None)
    done = _bodies([unit for unit in done if not members.the_listed(text, unit.part, done[0].part)])
    parts = unit_lists.sharing(text, [unit.part for unit in done])
    units_ = [u if u.part is part else u.replace(part=part) for u, part in zip(done, parts, strict=True)]
    return units_, limit, sound


def _marked(pending: list[tuple[Part, Role | None]], cut: int) -> list[tuple[Part, Role | None]]:
    """What is pending with all before the first comma as leading where the last of them is marked so, and no other has
    a mark: A、B（牵头），C及D."""
    own = [role for _, role in pending]
    if not 1 < cut < len(own) or own[cut - 1] is not Role.LEAD or any(own[: cut - 1]) or any(own[cut:]):
        return pending
    return [(part, Role.LEAD if at < cut else role) for at, (part, role) in enumerate(pending)]


def _bodies(found: list[Assigned]) -> list[Assigned]:
    """Without persons: 王建国 is one, 刘强 beside him too; 包钢 alone may be a firm."""
    people = [persons.alone(unit.part.name) for unit in found]
    if not any(one and len(unit.part.name) > 2 for one, unit in zip(people, found, strict=True)):
        return found
    return [unit for one, unit in zip(people, found, strict=True) if not one]


def _does(found: "re.Match[str]", part: Part, strict: bool) -> bool:
    return organ(found["who"]) and not (not strict and organ(part.name))


def _led(done: list[Assigned]) -> bool:
    """Is any of them said to lead?"""
    return any(unit.stated and unit.role is Role.LEAD for unit in done)


def _settle(done: list[Assigned], pending: list[tuple[Part, Role | None]], role: Role, *, stated: bool) -> None:
    """What is pending has the role that its own remark says, else that of the words after it. Between one that is said
    to lead and one that is said to help all help: A（牵头单位）、B、C（配合单位）."""
    own = [one for _, one in pending]
    if Role.LEAD in own and Role.SUPPORT in own[own.index(Role.LEAD) :]:
        last = len(own) - 1 - own[::-1].index(Role.SUPPORT)
        between = range(own.index(Role.LEAD), last)
        pending[:] = [
            (part, Role.SUPPORT if said is None and at in between else said) for at, (part, said) in enumerate(pending)
        ]
    done += [Assigned(part, own or role, stated or own is not None) for part, own in pending]
    pending.clear()


def _remarked(part: Part) -> Role | None:
    """市发改委（牵头）、市财政局（配合）."""
    if not part.remark or FIRST_LEADS.search(part.remark) or "简称" in part.remark:
        return None
    found = forms().verb.search(re.sub(r"(?:单位|部门)$", "", part.remark))
    return verb_of(found) if found else None
