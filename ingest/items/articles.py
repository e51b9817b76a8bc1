"""Rules in articles: 第一条, 第二条 … of a law, a regulation, a management method. They say whose office something is,
not who is to do it by when: sentences of who (由城管部门负责) are no clauses there; labels and brackets still are."""

import re

from ingest.items.outline import Outline

# 物业管理条例 ; 专项资金管理办法（试行）; a 方案 or 措施 in articles gives tasks all the same
_OF_RULES = re.compile(
    "(?:法|条例|规定|办法|细则|规则|章程|准则|规范|解释|决定)(?:（[^（）]{1,16}）)?(?:的(?:通知|公告|决定|命令))?$"
)
_FEW = 5


def ruled_by(outline: Outline, title: str | None) -> bool:
    """Is a text of that title one of rules in articles?"""
    articles = sum(item.number.kind == "article" for item in outline.items)
    others = sum(item.number.kind in ("task", "han", "arabic") for item in outline.items)
    return articles >= _FEW and articles > others and (title is None or bool(_OF_RULES.search(title)))
