"""The title of a notice: put together from its lines, and what it says of kind, plan and issuers."""

import re
from collections.abc import Collection
from itertools import pairwise, zip_longest

from graph.model import Span
from ingest.glyphs import ruled
from ingest.text.flow import Flow
from ingest.text.head_words import KIND, ORGAN, organs

_GENERIC = re.compile(r"(?:中共|中国|中华|国务院|国家|全国|[\u4e00-\u9fff]{2,7}?(?:省|市|区|县|州|盟|旗))")
_NOT_TITLE = re.compile(
    r"\d{4}[-/.年]|（|[\[〔]|来源|发布|时间|日期|浏览|字号|字体|打印|索引|分享|主题|名称|有效性|当前位置|首页|附件|签发|密级|责任编辑|作者|"
    r"[A-Za-z0-9 :/.—\-]+$|.*[>|＞｜→]"
)
# 政务公开 办事服务 公众参与 : words of a menu
_MENU = re.compile(r"(?:\S{1,5} +){2,}\S{1,5}$|\S{1,3} \S{1,3}$|\S{1,3}$")
_NUMBER = re.compile(r".{0,24}[〔（【〈] ?(?:19|20)\d\d ?[〕）】〉] ?第? ?\d+ ?号|第 ?\d+ ?号$")
_LETTERHEAD = re.compile(r".*文 ?件$")
_ISSUED = re.compile(r"(?P<who>.{2,80}?)(?:关于|转发|印发|批转|征求《|商请)")
# 健康海南建设委员会 ⏎ （爱国卫生运动委员会）⏎ 关于印发…
_OTHER_NAME = re.compile(r"（[\u4e00-\u9fff]{3,24}(?:委员会|领导小组|指挥部|办公室|局)）(?=关于|$)")
_PLAN = re.compile(r"(?:关于)?(?:印发|转发|批转)(?P<plan>.+?)(?:的)?(?:通知|函)$")
# 某省教育厅 above 某省教育厅关于… in one line
_TWICE = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{4,30}?[府厅局委办会部院室署])(?:公文稿纸|发文稿纸|文件|便函)?(?=(?P=who))"
)
# a title that is whole in one line
_WHOLE = re.compile(
    r"[^，。；：！？]{4,60}(?:关于|印发|转发)[^。；：！？]{4,120}的?(?:通知|意见|决定|通告|公告|函|批复|方案)"
)
# 《新乡市…行动计划》的通知: a page that lost the beginning of the title
_HALF_TITLE = re.compile(r"《(?P<plan>[^《》]{4,80})》的(?:通知|函)")
_SPREAD = re.compile(r"(?:[^\x00-\xff] +){1,5}[^\x00-\xff]")
# Page 22 - 某省人民政府办公厅关于…
_PAGE = re.compile(r"(?:[Pp](?:age|\.) ?\d{1,3}|第 ?\d{1,3} ?页) ?[-—–:：|]+ ?(?=\S{6})")
_FIELD = re.compile("title： ?")
# …的通知_政策文件_东江市人民政府: what a page's own headline says of the site
_SITE = re.compile(
    r" ?[-_—|](?: ?[^-_—|《》]{2,16}[-_—|]){0,2} ?"
    r"[^-_—|《》]{2,20}(?:网|网站|平台|政府|厅|局|委员会|委|办公室|频道|专栏) ?$"
)
# （2025—2027年） ; （试行） in the line below the title
_VERSION = re.compile(
    r"（(?:20\d\d ?年?[—\-~至]{1,2} ?20\d\d ?年?|试行|暂行|修订版?|修正|征求意见稿|送审稿|"
    r"20\d\d ?年(?:版|本|修订版?|修正)|第[一二三四五六七八九十]{1,2}批)）"
)
# 《…方案》印发, 东江市人民政府印发《…方案》: headlines of news
_TOLD = re.compile("《([^《》]{4,120})》(?:印发|发布|出台|公布)")
_HANDED_OUT = re.compile("(?:印发|发布|公布|出台)《(?P<plan>[^《》]{4,120})》$")
_QUOTED_PLAN = re.compile(
    r"《(?<!根据《)(?<!按照《)(?<!落实《)(?P<plan>[^《》\n]{4,80}(?:〈[^〉]*〉[^《》\n]{0,40})?)》(?:（[^（）《》]{0,40}）)?"
    r"(?:[、和及与]?《[^《》]+》)*[^。《]{0,40}?(?:印发|转发|已经|发给|下发)"
)


def find(flow: Flow, top: list[Span]) -> str | None:
    """The last title above recipients and body, but that of a plan below the title of the notice that hands it out."""
    lines = _once([_own((flow.text[start:end].strip(), flow.printed[start:end].strip())) for start, end in top])
    named = _last(lines)
    for at in range(len(lines) - 1, 0, -1) if named and not named.endswith(_HANDS_OUT) else ():
        if lines[at - 1][0].endswith(_HANDS_OUT) and (above := _last(lines[:at])):
            handed = _PLAN.search(ruled(above))
            if handed and named and _alike(handed["plan"], named):
                return above
    return named


_HANDS_OUT = ("通知", "函")


def _alike(plan: str, named: str) -> bool:
    """Do a plan handed out and a title begin with the same words? …任务分解方案, below it …任务分解表"""
    plan, named = (re.sub("[《》〈〉 ]", "", said) for said in (plan, ruled(named)))
    return plan[:8] == named[:8] and len(named) >= 8


def _last(lines: list[tuple[str, str]]) -> str | None:
    """The last title of some lines; lines above it belong to it as long as they read on."""
    for last in range(len(lines) - 1, -1, -1):
        if KIND.search(lines[last][0]) and not _barrier(lines[last][0]) and not _in_menu(lines, last):
            whole = [lines[last]]
            for at in range(last - 1, -1, -1):
                below = "".join(text for text, _ in whole)
                if _reads_on(lines[at][0], below):
                    whole.insert(0, lines[at])
                elif not (thrown_in(lines[at][0]) and at and _begins(lines[at - 1][0], below)):
                    break
            if last + 1 < len(lines) and _VERSION.fullmatch(lines[last + 1][0]):
                whole.append(lines[last + 1])
            return _unquoted(_put_together([shown for _, shown in whole]))
    return None


def _in_menu(lines: list[tuple[str, str]], at: int) -> bool:
    """政务服务 ⏎ 互动交流 ⏎ 政策发布 ⏎ 魅力东江: a short line among others."""
    near = [len(line) for line, _ in lines[max(0, at - 2) : at + 3]]
    return len(lines[at][0]) <= 5 and sum(size <= 6 for size in near) > 3


def _own(line: tuple[str, str]) -> tuple[str, str]:
    """A line of a title without what is not its own: 通 知 ; …的通知-东江市人民政府门户网站."""
    said, shown = line
    if page := _PAGE.match(said):
        said, shown = said[page.end() :], shown[page.end() :]
    if _SPREAD.fullmatch(said):
        return said.replace(" ", ""), shown.replace(" ", "")
    if field := _FIELD.match(said):  # of the front matter of a Markdown file
        said, shown = said[field.end() :].strip("\"'"), shown[field.end() :].strip("\"'")
    site = _SITE.search(said)
    if site and KIND.search(said[: site.start()]):
        return said[: site.start()].rstrip(), shown[: site.start()].rstrip()
    return said, shown


def _once(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Lines that a page prints twice in a row, once: the title as headline and above the text."""
    for size in range(1, 5):
        at = 0
        while at + 2 * size <= len(lines):
            if lines[at : at + size] == lines[at + size : at + 2 * size]:
                lines = lines[: at + size] + lines[at + 2 * size :]
            else:
                at += 1
    return lines


def _unquoted(said: str) -> str:
    """《…人民政府关于印发〈…〉的通知》 as a headline: the marks are the page's."""
    if told := _TOLD.fullmatch(said):
        return told[1]
    inner = said[1:-1]
    whole = said.startswith("《") and said.endswith("》") and "《" not in inner
    return inner.replace("〈", "《").replace("〉", "》") if whole else said


def below_menu(flow: Flow, lines: list[Span], first: int, numbered: Collection[int]) -> int:
    """Where a title of one line stands below a numbered menu of the page (1. 目录 ⏎ 2. 机构); 0 where none does.

    A menu has no head above it: what stands before the first number names nothing."""
    above = [flow.text[start:end].strip() for start, end in lines if start < first]
    if any(KIND.search(line) or _NUMBER.match(line) or line.endswith(("：", "。")) for line in above):
        return 0
    items = set(numbered)
    for start, end in lines[:120]:
        line = flow.text[start:end].strip()
        if start > first and (len(line) > 40 or "：" in line) and not _WHOLE.fullmatch(line):
            return 0
        if start > first and start not in items and _WHOLE.fullmatch(line):
            return start
    return 0


def thrown_in(line: str) -> bool:
    """A word of a side menu between two lines of a title."""
    return bool(re.fullmatch(r"[\u4e00-\u9fff]{2,3}", line))


def _begins(line: str, below: str) -> bool:
    """Does a title begin here that ends below? 浙江省卫生健康委员会等10部门关于印发… ⏎ …的通知"""
    return bool(re.search("关于(?:印发|转发|下发)", line)) and not KIND.search(line) and "关于" not in below


def _barrier(line: str) -> bool:
    return bool(numbered(line) or _LETTERHEAD.match(line) or _NOT_TITLE.match(line))


def _reads_on(line: str, below: str) -> bool:
    """Does a line belong to the title that goes on below it?"""
    if _OTHER_NAME.fullmatch(line) and below.startswith("关于"):
        return True
    below = _OTHER_NAME.sub("", below)
    if _barrier(line) or re.search(r"[。；：！？]", line) or len(line) > 60:
        return False
    if (below.startswith("的") and len(line) >= 8) or (line.endswith("的") and len(below) <= 3):
        return True
    about = re.search(r"关于|印发|转发", below)
    organs = all(ORGAN.match(part) for part in line.split(" ") if part)
    if not about and (len(below) <= 3 or _ordered(below)):  # 令 ; 公告 ; a joint one, a body a line
        return organs
    if not about:
        return not _MENU.match(line) and not KIND.search(line) and ("关于" in line or (len(line) >= 8 and not organs))
    if about.start() == 0:
        if below.startswith("关于") and re.match(r"(?:转发|批转).{4,}(?:部门|单位|厅|局|委|办|部)$", line):
            return True
        return organs or (not KIND.search(line) and bool(ORGAN.match(line.split(" ")[-1])))
    # 浙江省经济和信息化厅 浙江省发展和改革 ⏎ 委员会 浙江省科学技术厅 ⏎ …关于印发
    own = below[: about.start()]
    if organs:
        # 山东省菏泽市人民政府办公室 above 菏泽市人民政府办公室关于…: the page's own line
        return bool(_GENERIC.match(line)) and line not in below and not line.endswith(own.split(" ")[0])
    return not _GENERIC.match(own) and not KIND.search(line) and not _MENU.match(line)


def _ordered(below: str) -> bool:
    """教育部令, 教育部国家广播电视总局令: the last lines of a joint order, nothing but bodies and what they give."""
    return re.fullmatch(r"[\u4e00-\u9fff ]{2,400}[部局委会署行院办厅室府](?:令|公告|通告)", below) is not None


def _put_together(lines: list[str]) -> str:
    """One line; only joint issuers keep a blank between them."""
    whole = lines[0]
    for above, line in pairwise(lines):
        below = line.split(" ")[0]
        own = re.split("关于|印发|转发", below)[0]  # 东江市财政局关于…, not 办公室关于…
        next_one = ORGAN.match(below) or (own != below and ORGAN.match(own) and _GENERIC.match(own))
        joint = ORGAN.match(above.split(" ")[-1]) and next_one and "关于" not in above
        whole += (" " if joint else "") + line
    while twice := _TWICE.match(whole):
        whole = whole[twice.end() :]
    return re.sub(r"(?<=[^\x00-\x7f局厅委部会办央院府室]) +| +(?=[（(\d“《关])|(?<=\d) +(?=[^\x00-\x7f])", "", whole)


def kind(title: str | None) -> str | None:
    """通知, 意见, 方案, as the title ends."""
    found = KIND.search(ruled(title or ""))
    if not found:
        return None
    return "措施" if found["kind"].endswith("条") else found["kind"]


def plan(title: str | None, opening: str) -> str | None:
    """关于印发…工作方案的通知 → …工作方案; the words in 《》 win over those of the title.

    Without a title (a page keeps it outside of the text) `opening` is what follows the recipients."""
    said = ruled(title or "")
    found = _PLAN.search(said) or _HALF_TITLE.fullmatch(said) or _HANDED_OUT.search(said)
    if title and not found and not said.endswith("令"):
        return None
    own = re.sub("[《》〈〉]", "", said)
    quoted = next(
        (one for one in _QUOTED_PLAN.finditer(ruled(opening)) if re.sub("[〈〉]", "", one["plan"]) != own), None
    )
    if quoted and KIND.search(quoted["plan"]):
        return re.sub(r"\s+", "", opening[slice(*quoted.span("plan"))])
    # 《…实施细则》《…管理办法》: the first of several
    return (
        re.split("[》〉][、和及与]?[《〈]", title[slice(*found.span("plan"))].strip("《》〈〉"))[0]
        if title and found and KIND.search(found["plan"])
        else None
    )


def issuers(title: str | None) -> tuple[str, ...]:
    """包头市人民政府关于… ; 国家发展改革委 财政部关于… ; 中华人民共和国国务院令."""
    said = ruled(title or "")
    found = _ISSUED.match(said) or re.match(r"(?P<who>.{3,300})(?:令|公告|通告)$", said)
    return organs(found["who"]) if found else ()


def numbered(line: str) -> bool:
    """Is it the number's line? A title may cite one: 关于转发国发〔2019〕3号文件的通知."""
    found = _NUMBER.match(line)
    return found is not None and not (re.match("关于|转发", line) or (line[found.end() :] and KIND.search(line)))


def letterhead(flow: Flow, top: list[Span]) -> tuple[str, ...]:
    """浙江省数据局文件 ; 浙江省数据局 on the line above the number."""
    lines = [flow.text[start:end].strip() for start, end in top]
    joint = [re.sub("文件$", "", line.replace(" ", "")) for line in lines]
    named = next((at for at, line in enumerate(joint) if line and not organs(line)), len(joint))
    if named > 1 and (named == len(joint) or numbered(lines[named])) and any("文件" in line for line in lines[:named]):
        return tuple(name for line in joint[:named] for name in organs(line))
    for line, below in zip_longest(lines, lines[1:], fillvalue=""):
        found = re.fullmatch(r"(.{3,40}?)(?:文件|（通知）)", line.replace(" ", ""))
        if found and ORGAN.match(found[1]):
            return (found[1],)
        if numbered(below) and (above := organs(line)):
            return above
    return ()
