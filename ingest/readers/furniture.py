"""What government sites put around and into a notice that is no part of it; data, with an example each.

Class and id names are those of the site builders that most of these sites are made with (TRS, 大汉 Jcms, 博达 Visual
SiteBuilder, 开普 UCAP), so that a new site is mostly an old one.
"""

import re

BODIES = (
    ("id", "UCAP-CONTENT"),  # gov.cn and its provinces
    ("class", "trs_editor_view"),
    ("class", "TRS_Editor"),
    ("class", "TRS_UEDITOR"),
    ("class", "Custom_UnionStyle"),
    ("id", "zoom"),  # 大汉: 字号 buttons enlarge #zoom
    ("id", "Zoom"),
    ("class", "pages_content"),
    ("class", "v_news_content"),  # 博达
    ("id", "vsb_content"),
    ("class", "view TRS_UEDITOR"),
    ("class", "bt_content"),
    ("class", "article-content"),
    ("class", "article_content"),
    ("class", "article-con"),
    ("class", "article_con"),
    ("class", "xxgk_content"),
    ("class", "zwgk_content"),
    ("class", "content_main"),
    ("class", "main-txt"),
    ("class", "news_content"),
    ("class", "wzcon"),
    ("class", "conTxt"),
    ("class", "nr_con"),
    ("id", "ContentRegion"),
    ("id", "articleContent"),
    ("id", "article_content"),
    ("id", "js_content"),  # 微信公众号
    ("id", "artibody"),
    ("class", "article"),
    ("tag", "article"),
)
"""Where the notice stands; the first of which there is one with enough of the page's prose is taken."""

_NO_TEXT = (
    "script style noscript template head title meta link nav footer button select option textarea input "
    "iframe object embed svg canvas audio video map datalist dialog menu"
)
NO_TEXT = frozenset(_NO_TEXT.split())
"""Elements whose content is no prose."""

NO_BODY = re.compile(
    r"""(?ix) (?:^|[\s_-]) (?:
        share | bdshare\w* | bshare\w* | social
      | crumbs? | breadcrumbs? | position | location | curpos | dqwz  # 当前位置
      | toolbar | tools? | print\w* | fontsize | qrcode | ewm | erweima  # 扫一扫
      | relat\w* | xgwd | xgxx | xglj | xgjd | recommend\w* | hot\w* | prev-?next | pagination | paging  # 相关文档
      | nav | navbar | menu | sidebar | footer | copyright | comment\w* | login | search\w* | banner
      | hidden | hide | visually-hidden | sr-only | editor-?name | zrbj  # 责任编辑
    ) (?:$|[\s_-])"""
)
"""Class and id names of what is no part of the notice, wherever it stands."""

LINE = re.compile(
    r"""(?x) ^ [【〖\[（(\s]* (?:
        (?:当前|您(?:现在|当前)?(?:的|所在)?|所在)(?:所在)?位置 [:：] .*  # 当前位置：首页 > 政务公开
      | 分享(?: (?:到|至|本文) [:：]? .{0,30} | [:：] .{0,30} )?  # 分享到：
      | (?:浏览|阅读|点击|访问)(?:次数|量|数)? [:：] \s* [\d,]* \s* 次? .{0,10}  # 浏览次数：1024
      | 字[体号] \s* [:：] \s* [【\[]? \s* (?:[大中小默认超特] \s*)+ .{0,20}  # 字体：【大 中 小】
      | [【\[]? 打印(?:本页|此页|文章)? [】\]]? (?:\s* [【\[]? 关闭(?:本页|窗口)? [】\]]?)? # 打印本页 关闭窗口
      | 关闭(?:本页|窗口)? | 返回(?:顶部|首页|列表) | 收藏(?:本页)? | 加入收藏 | 我要纠错 .{0,6} | 听全文 | 语音播报
      | (?:用?手机)? 扫(?:一扫|描二维码).{0,25}  # 扫一扫在手机打开当前页
      | (?:责任编辑|编辑|信息来源|来源|文章来源|稿源) [:：] .{0,30}  # 责任编辑：张三
      | (?:发布|发文|更新|信息发布)(?:时间|日期) [:：] \s* \d{4} .{0,60}  # 发布时间：2024-02-04 16:20
      | (?:上|下)一[篇条] [:：] .*  # 上一篇：
      # 2023-02-27 18:43 来源：新华社
      | \d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日? \s* (?:\d{1,2}:\d{2}(?::\d{2})?)? \s* (?:文章|信息)?来源 .{0,30}
      | (?:主办|承办)(?:单位)? [:：] .* | 版权所有 .* | .* ICP备 .* | 网站(?:地图|标识码) .*  # 版权所有：…人民政府
      | 相关(?:文档|阅读|文章|链接|附件|解读|政策|新闻|信息) [:：]?
    ) [】〗\]）)\s]* $"""
)
"""Whole lines of a page that are no part of the notice, where they stand before its first or after its last line."""


def is_line(line: str) -> bool:
    """True of a line such as 【打印本页】 or 当前位置：首页 > 公开."""
    return len(line) < 120 and LINE.match(line.strip()) is not None


# 政务公开 > 政策文件 > 文件发布 ; what stands before it is the site's menu
WAY = re.compile(r"(?:.{0,8}位置[:：]\s*)?[^，。；：>＞»›《]{2,20}(?:\s*[>＞»›]{1,2}\s*[^，。；：>＞»›]{2,30}){1,6}")


def is_way(line: str) -> bool:
    """True of the way to a page through its site."""
    return len(line) < 120 and WAY.fullmatch(line.strip()) is not None
