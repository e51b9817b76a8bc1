"""The words that say who has which part in a task, and by when: labels before a colon, verbs after the units.

The words are data (`clause_forms.tsv`); here stands how notices put them together: 市级|牵头|单位, 联合|牵头|抓总.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from graph.lexicon import overrides
from graph.lexicon.clause_forms import any_of, either, words
from graph.model import Role


class Field(StrEnum):
    """What a label announces. `WHO` are units of a role, `TIME` is a limit, `OTHER` is neither (责任人：张三),
    `CONTENT` belongs to the task (工作目标：)."""

    WHO = "who"
    TIME = "time"
    OTHER = "other"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Forms:
    """The patterns that the words of the table make.

    `label` may carry a remark of its own: 责任单位（列第一位的为牵头单位）：. `opening` is the same at the start of a
    line or a bracket: ●责任单位：. `header` is the head of a table's column. `group` opens a new group within a clause
    by any short word for a body: 责任企业：. `damaged` is a label with a character lost: （责任位：…）. `verb` ends a
    stretch of a list: 省卫生健康委、教育厅|牵头. `joined` stands before units that help: 会同. `spoken` is where a
    sentence of who may end. `beside` is in labels of those who lead only beside others: 主责单位. Those named `_hint`
    find cheaply where the others may match.
    """

    label: re.Pattern[str]
    opening: re.Pattern[str]
    header: re.Pattern[str]
    group: re.Pattern[str]
    damaged: re.Pattern[str]
    label_hint: re.Pattern[str]
    verb: re.Pattern[str]
    joined: re.Pattern[str]
    verb_hint: re.Pattern[str]
    bracket_hint: re.Pattern[str]
    spoken: re.Pattern[str]
    beside: re.Pattern[str]


def forms() -> Forms:
    return _forms(overrides())


@cache
def _forms(_folder: Path | None) -> Forms:
    label = _label()
    return Forms(
        label=re.compile(rf"{label}{_PEOPLE}{_REMARK}? {{0,4}}(?:[：:】〕\]|] {{0,4}}[：:]?|{_NO_COLON})"),
        opening=re.compile(rf"{_MARKS}{label}{_PEOPLE}{_REMARK}? {{0,4}}[】〕\]]? {{0,4}}(?:[：:】〕\]|]|{_NO_COLON})"),
        # 责任单位（第一个为牵头单位） ; 责任单位及责任人
        header=re.compile(rf"{label}{_PEOPLE}{_REMARK}?[：:]?$"),
        group=re.compile(rf"(?<=[；，。、 \n])[\u4e00-\u9fff]{{2,6}}(?:{either('body', where='any')})[：:]"),
        damaged=re.compile(
            rf"(?!.{{0,6}}(?:{either('no_label')}))"
            rf"(?=.{{0,6}}(?:责|牵|{either('body', where='any')}))[\u4e00-\u9fff]{{2,8}}[：:]"
        ),
        label_hint=re.compile(_label_hint()),
        verb=re.compile(
            rf"(?P<manner>(?:{_DUTIES}|{either('manner')})*)(?:{'|'.join(map(_verb, _ROLES))})(?:{either('closer')})?$",
        ),
        # 国家发展改革委会同有关部门负责 ; 市科技局联合|市财政局
        joined=re.compile(
            rf"(?:{either('with', where='')}|{either('with', where='bracket')}|"
            rf"(?:{either('with', where='unit')})(?={_OF_A_UNIT}))"
        ),
        verb_hint=re.compile(either("verb")),
        bracket_hint=re.compile(f"{either('verb', where='bracket')}|{either('with', where='bracket')}"),
        spoken=re.compile(
            rf"(?:{either('verb', where='sentence')})(?:{either('verb_after')}){{0,2}}(?=[。，；\n]|$)",
        ),
        beside=re.compile(either("act", where="beside")),
    )


# labels

_MARKS = r"[【〔\[（(\s●•◆■▪*—\-]*"
_PEOPLE = "(?:[及、和](?:责任人|负责人|联系人))?"
_REMARK = r"(?P<remark>（[^（）\n]{1,30}）)"
_OF_A_UNIT = "[省市区县旗州国各有相财]"
# 责任单位为市司法局 ; 牵头部门市商务局 ; 责任单位——市发改委
# 完成时限2025年8月底 (a blank or a tab is lost)
# 责任单位；市发改委 (another mark printed for the colon) ; 责任单位（1）市发改委
_NO_COLON = (
    r"(?:(?:为|[—－-]{1,2}|[；，、。])?(?=[省市区县旗州国各])|(?=（1）|①|1[.、])|"
    r"(?<=[限间])(?: {0,4}|[；，、。])(?=20\d\d|\d{1,2}月))"
)
# 牵头（责任）单位 ; 参与、落实单位 ; 责任和配合部门
_AND = r"(?:及|和|与|或|、|/|（)"
# which acts may be named beside those of a role, and how often; 牵头和配合单位 says two roles and is none
_BESIDE: tuple[tuple[Role, tuple[Role, ...], str], ...] = (
    (Role.GUIDE, (), ""),
    (Role.LEAD, (Role.RESPONSIBLE,), "?"),
    (Role.SUPPORT, (Role.SUPPORT, Role.RESPONSIBLE), "?"),
    (Role.RESPONSIBLE, (Role.RESPONSIBLE, Role.SUPPORT, Role.LEAD, Role.GUIDE), "*"),
)


def _label() -> str:
    """A label of any kind, in the group of what it announces."""
    # 完成时限：2024年12月 ; 时间节点： ; 办结时限：
    time = f"(?:{either('time_before')})*(?:{either('label', role='time')})"
    # periods of validity are no limits for a task: 实施期限, 有效期限, 执行期限
    validity = f"(?:{either('no_time_before')})(?:期限|时限|时间)"
    # 包抓市级领导 ; 责任人及联系电话 ; 现场负责人
    person = (
        f"(?:{either('person_before')})(?:市|县|区|省|校|局|委|院)?(?:级)?(?:{either('person', where='')}|"
        f"{either('person', where='any')})(?:及联系电话)?|[\u4e00-\u9fff]{{0,4}}(?:{either('person', where='any')})"
    )
    made = "|".join(_made(role, beside, often) for role, beside, often in _BESIDE)
    first = any_of(sorted({act[0] for role in Role for act in words("act", role=role)}))
    who = "|".join([*map(_whole, Role), f"(?=(?:{either('level')})?(?:{first}))(?:{made})"])  # most levels begin a name
    other, content = (either("label", role=one) for one in ("other", "content"))
    return f"(?:(?P<other>{person}|{other})|(?P<content>{content}|{validity})|{who}|(?P<time>{time}))"


def _whole(role: Role) -> str:
    """责任分工 ; 牵头： : what is no longer than three characters only before a colon"""
    whole = words("label", role=role)
    long, short = (any_of(word for word in whole if (len(word) > 3) is is_long) for is_long in (True, False))
    return f"(?P<{role}_>{long}|(?:{short})(?=[：:】]|$))"


def _made(role: Role, beside: tuple[Role, ...], often: str) -> str:
    """市级|牵头|单位 ; 牵头|（责任）|单位"""
    acts = "|".join(either("act", role=one) for one in beside)
    more = f"(?:{_AND}(?:{acts})）?){often}" if acts else ""
    bodies = f"(?:{_bodies()})(?:[/／、和及](?:{_bodies()}))?"  # 责任科室/单位
    return f"(?P<{role}>(?:{either('level')})?(?:{either('act', role=role)}){more} ?{bodies})"


def _bodies() -> str:
    return f"{either('body', where='')}|{either('body', where='any')}"


def _label_hint() -> str:
    """The last words of labels before a colon, and labels without one before the name of a unit."""
    short = [word for role in Role for word in words("label", role=role) if len(word) < 4]
    long = [word for role in (*Role, "time", "other") for word in words("label", role=role) if word not in short]
    last = {word[-2:] for word in (*words("body", where=""), *words("body", where="any"), *words("person"), *long)}
    ends = [word for word in sorted(last) if word[-1:] not in last or len(word) == 1]
    bodies = either("body", where="any")
    after = r"）? {0,4}[】〕]? {0,4}(?:[：:】〕为|]|[；，、。](?=[省市区县旗州国各])|(?=（1）|①|1[.、]))"
    no_colon = rf"(?:[：:]|(?:{bodies})[ —－-]{{0,4}}(?=[省市区县旗州国各]))"
    # each word with what follows it: a pattern of words that all begin with a character is found fast
    dated = [rf"{word}(?: {{0,4}}|[；，、。])(?=20\d\d|\d{{1,2}}月)" for word in ("时限", "时间", "期限")]
    return "|".join(
        [*(re.escape(word) + after for word in ends), *(re.escape(word) + no_colon for word in short), *dated]
    )


_FIELDS: dict[str | None, tuple[Field, Role | None]] = {
    "time": (Field.TIME, None),
    "content": (Field.CONTENT, None),
    **{name: (Field.WHO, role) for role in Role for name in (str(role), f"{role}_")},
}


def field_of(found: re.Match[str]) -> tuple[Field, Role | None]:
    """What a label found by `label`, `opening` or `header` announces."""
    kind = found.lastgroup
    if kind == "remark":
        kind = next(name for name, said in found.groupdict().items() if said and name != "remark")
    if kind in _FIELDS:
        return _FIELDS[kind]
    return Field.OTHER, None


# verbs

_ROLES = (Role.LEAD, Role.SUPPORT, Role.GUIDE, Role.RESPONSIBLE)
# 按照各自职责范围 ; 按部门职责分工 ; 结合工作职能要求
_DUTIES = (
    r"(?:按照|按|依|根据|依据|依照|结合)(?:照)?(?:各自|部门|本部门|自身)?(?:工作)?"
    r"(?:职责|职能|分工)(?:范围|权限|任务|和?分工)*(?:要求)?"
)


def _verb(role: Role) -> str:
    """联合|牵头|抓总 ; 密切|配合|做好"""
    before, after = either("verb_before", role=role), either("verb_after", role=role)
    return f"(?P<{role}>(?:{before})*(?:{either('verb', role=role)})(?:{after})*)"


def verb_of(found: re.Match[str]) -> Role:
    """The role that a verb found by `verb` gives to the units before it."""
    return next(role for role in _ROLES if found[role])


def closing_verb(text: str, start: int, end: int) -> tuple[int, Role | None]:
    """Where the name ends and the verb after it begins, with the role that the verb gives."""
    while end > start and text[end - 1] in " 。.\n，；":
        end -= 1
    tail = max(start, end - 40)
    at, role = _last_verb(text[tail:end], overrides())
    return (end, None) if role is None else (tail + at, role)


@lru_cache(maxsize=2048)  # the clauses of a notice are of few forms
def _last_verb(said: str, _lexicon: Path | None) -> tuple[int, Role | None]:
    found = forms().verb.search(said) if forms().verb_hint.search(said) else None
    return (found.start(), verb_of(found)) if found else (0, None)


# 列第一位的为牵头单位，下同 ; 排在第一位的部门为牵头部门 ; 第一位为牵头单位 ; 排名首位的是牵头单位
FIRST_LEADS = re.compile(
    r"牵头(?:责任)?(?:单位|部门)(?:均?为|是)(?:列|排|排名|排列)?(?:在)?(?:第一|首)(?:个|位|名)|(?:均?以?(?:排列?|列|位列|位居|居|位于|排名|排序|名列|处|标)?[在于]?(?:第一(?:位|名|个|顺位)?|首位?|最前面?|前列))(?:者|的)?"
    r"(?:责任)?(?:单位|部门|者)?(?:的)?(?:均?为|即?是|系|即为|作为)?(?:(?:该|本|此|各|每)项)?(?:工作|任务|举措|措施)?(?:的)?(?:总)?(?:牵头|主办|主责|负总责)(?:责任)?(?:单位|部门|者|负责)?"
)
# 下同 ; 以下同 ; 以下均同
CARRIES_ON = re.compile(r"(?:以)?下(?:均|皆|列|面)?同")
