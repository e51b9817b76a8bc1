"""One body, one node: printed names from notices of every level, each with the id and the full name that is meant."""

import pytest

from ingest import resolve, scope
from ingest.scope import Scope

# a notice's issuer | names of one list, as printed | ids | full names where they matter (same otherwise)
LISTS = [
    ("包头市人民政府", "市发改委", "150200/发展改革", "包头市发展和改革委员会"),
    ("包头市人民政府", "市发展改革委", "150200/发展改革", "包头市发展和改革委员会"),
    ("包头市人民政府", "包头市发展和改革委员会", "150200/发展改革", "包头市发展和改革委员会"),
    ("包头市人民政府", "自治区发展改革委", "150000/发展改革", "内蒙古自治区发展和改革委员会"),
    ("包头市人民政府", "国家发展改革委", "000000/发展改革", "国家发展和改革委员会"),
    ("包头市人民政府", "市市场监管局", "150200/市场监管", "包头市市场监督管理局"),
    ("包头市人民政府", "市林草局", "150200/林业草原", "包头市林业和草原局"),
    ("包头市人民政府", "市农牧局", "150200/农业农村", "包头市农牧局"),
    ("包头市人民政府", "市委组织部", "150200/组织部", "中共包头市委组织部"),
    ("包头市人民政府", "市委军民融合办", "150200/军民融合", "中共包头市委军民融合发展委员会办公室"),
    ("包头市人民政府", "团市委", "150200/共青团", "共青团包头市委员会"),
    ("包头市人民政府", "市中级人民法院", "150200/人民法院", "包头市中级人民法院"),
    ("包头市人民政府", "青山区政府", "150204/人民政府", "青山区人民政府"),
    ("包头市人民政府", "达茂旗人民政府", "150223/人民政府", "达尔罕茂明安联合旗人民政府"),
    ("包头市人民政府", "稀土高新区管委会", "150271/管委会", "包头稀土高新技术产业开发区管理委员会"),
    ("包头市人民政府", "市公安局青山区分局", "150204/公安", "包头市公安局青山区分局"),
    ("包头市人民政府", "市生态环境局九原分局", "150207/生态环境", "包头市生态环境局九原分局"),
    ("包头市人民政府", "包头海关", "150200/海关", "包头海关"),
    ("包头市人民政府", "国家统计局包头调查队", "150200/统计调查队", "国家统计局包头调查队"),
    ("包头市人民政府", "包头日报社", "150200/日报社", "包头日报社"),
    ("包头市人民政府", "市委、市政府督查室", "150200/督查", None),
    ("青海省人民政府", "省林草局、生态环境厅、水利厅", "630000/林业草原 630000/生态环境 630000/水利", None),
    ("甘肃省人民政府办公厅", "省教育厅，财政厅", "620000/教育 620000/财政", "甘肃省教育厅 甘肃省财政厅"),
    ("福建省人民政府", "省市场监管局（省知识产权局）", "350000/市场监管", "福建省市场监督管理局"),
    ("福建省人民政府", "福建海事局、厦门海关", "350000/海事 350200/海关", None),
    ("浙江省人民政府", "省经信厅", "330000/经济和信息化", "浙江省经济和信息化厅"),
    ("安徽省人民政府", "省经济和信息化厅、省工业和信息化厅", "340000/经济和信息化 340000/工业和信息化", None),
    ("包头市人民政府", "市经信委", "150200/工业和信息化", "包头市经济和信息化委员会"),
    ("四川省人民政府", "四川银保监局", "510000/金融监管", "中国银行保险监督管理委员会四川监管局"),
    ("四川省人民政府", "国家金融监督管理总局四川监管局", "510000/金融监管", "国家金融监督管理总局四川监管局"),
    ("四川省人民政府", "四川证监局", "510000/证券监管", "中国证券监督管理委员会四川监管局"),
    ("四川省人民政府", "人民银行四川省分行", "510000/人民银行", "中国人民银行四川省分行"),
    ("湖北省人民政府", "人行宜昌中心支行", "420500/人民银行", "中国人民银行宜昌市中心支行"),
    ("宜昌市人民政府", "市税务局、三峡海关", "420500/税务 420500/三峡海关", None),
    ("宜昌市人民政府", "国家税务总局宜昌市税务局", "420500/税务", "国家税务总局宜昌市税务局"),
    ("宜昌市人民政府", "市金融监管局", "420500/地方金融", "宜昌市地方金融监督管理局"),
    ("宜昌市人民政府", "宜昌金融监管分局", "420500/金融监管", "国家金融监督管理总局宜昌监管分局"),
    ("宜昌市人民政府", "国网宜昌供电公司", "420500/供电", "国网宜昌供电公司"),
    ("洛阳市人民政府", "市人社局、教育局、团委", "410300/人力资源社会保障 410300/教育 410300/共青团", None),
    ("洛阳市人民政府", "市环保局", "410300/生态环境", "洛阳市环境保护局"),
    ("洛阳市人民政府", "市卫计委、市食药监局", "410300/卫生健康 410300/市场监管", None),
    ("洛阳市人民政府", "省发展改革委、教育厅", "410000/发展改革 410000/教育", None),
    ("洛阳市人民政府", "市大数据局", "410300/数据管理", None),
    ("昆山市人民政府", "市发改委、苏州市发改委、省发展改革委", "320583/发展改革 320500/发展改革 320000/发展改革", None),
    ("昆山市人民政府", "市资规局", "320583/自然资源", "昆山市自然资源和规划局"),
    ("成都市武侯区人民政府", "区教育局、区委宣传部", "510107/教育 510107/宣传部", "武侯区教育局 中共武侯区委宣传部"),
    ("成都市武侯区人民政府", "市公安局武侯区分局", "510107/公安", None),
    ("固阳县人民政府办公室", "县发改委、县农牧局", "150222/发展改革 150222/农业农村", None),
    ("鄂托克旗人民政府", "旗教体局、市能源局", "150624/教育 150600/能源", "鄂托克旗教育体育局 鄂尔多斯市能源局"),
    ("延边州人民政府", "州商务局、敦化市政府、省商务厅", "222400/商务 222403/人民政府 220000/商务", None),
    ("锡林郭勒盟行政公署", "盟发展和改革委员会、二连浩特市", "152500/发展改革 152501/人民政府", None),
    ("北京市人民政府办公厅", "市教委、市经济和信息化局、市规划自然资源委", 
     "110000/教育 110000/经济和信息化 110000/自然资源", None),
    ("成都市人民政府", "四川天府新区、成都高新区、市规划和自然资源局",
     "zone/天府新区/管委会 zone/成都高新区/管委会 510100/自然资源",
     "天府新区管理委员会 成都高新区管理委员会 成都市规划和自然资源局"),
    ("南通市人民政府", "市经济技术开发区管委会、通州湾示范区管委会", 
     "zone/南通经开区/管委会 320600/通州湾示范区管委会", None),
    ("新乡市人民政府", "平原示范区管委会、高新区管委会", "410700/平原示范区管委会 410771/管委会", None),
    ("菏泽市人民政府", "鲁西新区、市海洋发展局", "371700/鲁西新区管委会 371700/海洋",
     "鲁西新区管委会 菏泽市海洋发展局"),
    ("柳州市鱼峰区人民政府", "城区住建局、鱼峰公安分局", "450203/住房城乡建设 450203/公安", None),
    ("广东省人民政府", "省政务服务数据管理局、南方电网公司", "440000/行政审批政务服务 000000/南方电网",
     "广东省政务服务数据管理局 中国南方电网有限责任公司"),
    ("上海市人民政府", "人民银行上海总部、市政府合作交流办", "310000/人民银行 310000/合作交流", None),
    ("甘肃省人民政府", "省合作交流办、合作市政府", "620000/合作交流 623001/人民政府", None),
    ("北京市人民政府办公厅", "朝阳区政府、人行营业管理部", "110105/人民政府 110000/人民银行", None),
    ("上海市人民政府", "市经济信息化委、浦东新区政府", "310000/经济和信息化 310115/人民政府", None),
    ("上海市人民政府", "临港新片区管委会", "zone/临港新片区/管委会", "临港新片区管理委员会"),
    ("重庆市人民政府", "市教委、市经济信息委", "500000/教育 500000/经济和信息化", None),
    ("广西壮族自治区人民政府", "自治区党委网信办、广西通信管理局", "450000/网信办 450000/通信管理", None),
    ("西藏自治区人民政府", "区税务局、教育厅", "540000/税务 540000/教育", None),
    ("国务院办公厅", "教育部、人力资源社会保障部", "000000/教育 000000/人力资源社会保障", None),
    ("国务院办公厅", "医保局、药监局、林草局", "000000/医疗保障 000000/药品监督 000000/林业草原", None),
    ("国务院办公厅", "中国银保监会、人民银行", "000000/金融监管 000000/人民银行", None),
    ("国务院办公厅", "最高人民法院、全国总工会", "000000/人民法院 000000/总工会", None),
    ("国务院办公厅", "国家民航局", "000000/民用航空", "中国民用航空局"),
    ("国务院", "浙江省人民政府、上海市", "330000/人民政府 310000/人民政府", None),
    ("包头市人民政府", "教育部、水利部", "000000/教育 000000/水利", None),
    ("陕西省人民政府", "杨凌示范区管委会、西咸新区管委会、韩城市政府",
     "zone/杨凌示范区/管委会 zone/西咸新区/管委会 610581/人民政府", None),
    ("浙江省人民政府", "之江实验室、浙江大学", "000000/之江实验室 000000/浙江大学", None),
    ("浙江省人民政府", "杭州市、宁波市", "330100/人民政府 330200/人民政府", None),
    ("山东省人民政府", "黄河水利委员会", "000000/黄河水利委员会", "水利部黄河水利委员会"),
]  # fmt: skip

GROUPS = [
    "各旗县区人民政府", "各县（市、区）政府", "各有关部门", "省直有关部门", "各成员单位", "市级各部门", "有关部门",
    "领导小组各成员单位", "各银行机构", "各设区市政府", "相关市、县政府", "县（市、区）人民政府", "市区两级财政部门",
    "市属各高校", "省级行业主管部门", "各省级人民政府", "各地区", "金融机构", "拖欠账款的所有部门和单位",
    "国务院有关部门", "乡镇人民政府", "试点城市政府", "园区和示范区管委会", "市直有关单位", "责任单位",
    "各行政执法部门",
]  # fmt: skip

ENTERPRISES = [
    "市城投集团",
    "市水务集团有限公司",
    "国网湘潭供电公司",
    "中国移动湘潭分公司",
    "湘潭银行",
    "湘江新材料股份有限公司",
]

UNSURE = ["市减负办", "市交发集中办", "双创办", "推进科"]


def said_by(issuer: str) -> Scope:
    return scope.of([issuer], None, None)


@pytest.mark.parametrize(("issuer", "printed", "ids", "full"), LISTS)
def test_a_printed_name_is_the_body_its_notice_means(issuer: str, printed: str, ids: str, full: str | None) -> None:
    names = [printed] if "市委、市政府" in printed else printed.replace("，", "、").split("、")
    found = resolve.resolve(names, said_by(issuer), "某号")
    assert [one.id for one in found] == ids.split(" ")
    assert all(one.sure for one in found if one.core != "三峡海关")
    if full is not None:
        assert [one.resolved for one in found] == full.split(" ")


@pytest.mark.parametrize("printed", GROUPS)
def test_a_group_belongs_to_its_notice_and_keeps_its_words(printed: str) -> None:
    (one,) = resolve.resolve([printed], said_by("湘潭市人民政府"), "潭政发〔2020〕1号")
    assert (one.kind, one.id, one.resolved) == ("group", f"潭政发〔2020〕1号/group/{printed}", printed)


@pytest.mark.parametrize("printed", ENTERPRISES)
def test_an_enterprise_is_no_unit_of_government(printed: str) -> None:
    (one,) = resolve.resolve([printed], said_by("湘潭市人民政府"), "某号")
    assert one.kind == "enterprise"


@pytest.mark.parametrize("printed", UNSURE)
def test_what_nobody_knows_keeps_its_own_words(printed: str) -> None:
    (one,) = resolve.resolve([printed], said_by("湘潭市人民政府"), "某号")
    assert not one.sure
    assert one.resolved == printed


def test_without_a_place_a_short_name_is_not_guessed() -> None:
    (one,) = resolve.resolve(["市发改委"], Scope(), "某号")
    assert (one.sure, one.resolved, one.id) == (False, "市发改委", "某号/unit/市发改委")


def test_names_of_a_list_share_the_level_that_it_says_also_where_no_place_is_known() -> None:
    tax, money, reform, again = resolve.resolve(["省税务局", "财政厅", "发展改革委", "省财政厅"], Scope(), "某号")
    assert (tax.id, money.id, reform.id) == ("某号/unit/省税务局", "某号/unit/省财政厅", "某号/unit/省发展改革委")
    assert (money.resolved, money.id, money.sure) == ("省财政厅", again.id, False)


@pytest.mark.parametrize("printed", ["卫健委", "教育局", "发展改革委", "人民银行", "税务局"])
def test_a_bare_name_is_the_states_only_where_the_notice_is(printed: str) -> None:
    (nobodys,) = resolve.resolve([printed], Scope(), "某号")
    assert (nobodys.id, nobodys.sure) == (f"某号/unit/{printed}", False)


def test_a_ministry_is_the_states_whoever_names_it() -> None:
    (one,) = resolve.resolve(["教育部"], Scope(), "某号")
    assert (one.id, one.sure) == ("000000/教育", True)


def test_the_banks_branch_in_a_capital_has_no_word_for_city() -> None:
    capital, other = resolve.resolve(["人民银行昆明中心支行", "人民银行大理州中心支行"], Scope(), "某号")
    assert capital.resolved == "中国人民银行昆明中心支行"
    assert other.resolved == "中国人民银行大理白族自治州中心支行"


def test_the_leading_group_is_that_of_the_issuer_who_names_it_in_short() -> None:
    head = "强化赣州市推进湘赣边合作领导小组（以下简称领导小组）作用，配合省推进湘赣边合作领导小组工作。"
    whose = scope.of(["赣州市人民政府"], None, None, head)
    office, members = resolve.resolve(["领导小组办公室", "领导小组成员单位"], whose, "某号")
    assert (office.id, office.resolved) == (
        "360700/推进湘赣边合作领导小组办公室",
        "赣州市推进湘赣边合作领导小组办公室",
    )
    assert members.kind == "group"


def test_a_department_answers_to_every_short_form() -> None:
    described = resolve.describe("150200/林业草原")
    assert described.name == "包头市林业和草原局"
    assert {"市林草局", "林草局", "包头市林草局", "包头林草局"} <= set(described.aliases)
    assert (described.level, described.kind, described.region) == ("city", "unit", "150200")
    assert described.former_names == ("包头市林业局（2018年前）",)


@pytest.mark.parametrize(
    ("id", "name", "level"),
    [
        ("000000/教育", "教育部", "state"),
        ("110000/教育", "北京市教育委员会", "province"),
        ("150271/管委会", "包头稀土高新技术产业开发区管理委员会", "zone"),
        ("zone/西咸新区/管委会", "西咸新区管理委员会", "zone"),
        ("330000/税务", "国家税务总局浙江省税务局", "province"),
        ("某号/group/各有关部门", "各有关部门", None),
        ("某号/unit/市发改委", "市发改委", None),
    ],
)
def test_an_id_tells_the_name_and_level_of_its_body(id: str, name: str, level: str | None) -> None:
    described = resolve.describe(id)
    assert (described.name, described.level) == (name, level)


def test_a_body_that_two_levels_name_is_one_node() -> None:
    by_city = resolve.resolve(["教育部"], said_by("洛阳市人民政府"), "甲")[0]
    by_state = resolve.resolve(["教育部"], said_by("国务院"), "乙")[0]
    assert by_city == by_state
