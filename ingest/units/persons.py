"""People named beside units, who are no units: 市水务局王建国, 市水务局（王建国）, 市水务局局长 王建国 13800000000."""

import re

from graph.lexicon import regions

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝游辛靳柴蒙鲍喻祁蒲滕屈饶牟艾尤"
    "阳穆卓吉缪简项芦麦褚娄窦戚岑景宫费卜冷晏席米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查苑迟邝阎傅"
)
_NAME = rf"(?:[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|(?:欧阳|司马|上官|诸葛|皇甫)[\u4e00-\u9fff]{{1,2}})"
_OFFICE = (
    "(?:党组|党委|副|常务|总)*(?:书记|主任|局长|厅长|部长|市长|县长|区长|旗长|镇长|乡长|处长|科长|站长|所长|行长|院长|校长|"
    "主席|会长|秘书长|理事长|总经理|经理|董事长|组长|队长)"
)
_PHONE = r"(?:[，、：: \n]*(?:电话[：: ]?)?\d[\d—-]{6,12})?"
# no person: 市财政局 预算科 ; 马集镇 ; 市府办（金融）
_FIELDS = "金融|安全|安监|文化|文旅|文物|文明|文体|林业|林草|石油|石化|方志|史志|纪检|康养|管理"
_DIVISION = rf"(?!.*[局委厅部办院会所站处室科队股组校司镇乡村]$)(?!(?:{_FIELDS})(?:[、，）]|$))"
# 县住建局 李某 ; 县住建局 局长 李某 : set apart by a blank, any name will do
_APART = re.compile(
    rf"[ \n]+(?:{_OFFICE}[ \n]*[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]{{2,4}}[ \n]*{_OFFICE}|"
    rf"{_DIVISION}[\u4e00-\u9fff]{{2,4}}){_PHONE}$"
)
# 县住建局李立 ; 县住建局局长李立 ; 县住建局局长 ; 县住建局：李立 ; 县住建局（李立、王强）
_BESIDE = re.compile(
    rf"(?<=[局委厅部办院署会室府社行处队心司团镇乡])(?:{_OFFICE}[：: ]?(?:[\u4e00-\u9fff]{{2,4}})?|"
    rf"[：:] ?{_NAME}|{_DIVISION}{_NAME}|"
    rf"（(?:{_OFFICE}[：: ]?)?{_DIVISION}{_NAME}(?:[、，]{_NAME})*{_PHONE}）){_PHONE}$"
)
# 王建国 ; 王建国副市长 ; 副市长王建国
_ALONE = re.compile(rf"(?:{_DIVISION}{_NAME}|{_NAME}{_OFFICE}|{_OFFICE}{_NAME})$")


BODY_ENDS = frozenset("局委厅部办院府会司行署团心区县市")
"""No person's name ends so: most bodies' do."""


def beside(text: str, start: int, end: int) -> int | None:
    """Where a person, or an office that one holds, begins behind the name of a body; None where nobody stands there."""
    near = max(start, end - 40)
    found = _BESIDE.search(text, near, end) or (text.find(" ", near, end) >= 0 and _APART.search(text, near, end))
    return found.start() if found and found.start() > start else None


def alone(name: str) -> bool:
    """Is it the name of a person, not of a place (石家庄)?"""
    return bool(_ALONE.match(name)) and not regions.named(name)
