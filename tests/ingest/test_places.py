"""The places a measure names, in notices of every level: what counts, what does not, and what 四市 stands for."""

from itertools import pairwise

import pytest

from ingest import place_nodes, places, scope, stand_ins

# issuer | text | names of the places, in order
FOUND = [
    ("包头市人民政府", "加快建设G210白云鄂博至固阳至东河、G210古城湾黄河大桥通道", "白云鄂博 固阳 东河"),
    ("包头市人民政府", "合力打好黄河“几字弯”生态环境系统治理攻坚战", "黄河“几字弯”"),
    ("包头市人民政府", "优化建设连接甘其毛都口岸和满都拉口岸的高速公路", "甘其毛都口岸 满都拉口岸"),
    ("包头市人民政府", "引导稀土高新区开展政策先行先试", "稀土高新区"),
    ("包头市人民政府", "公交化运营呼包鄂乌四市高铁动车组", "呼包鄂乌"),
    ("包头市人民政府", "配合呼和浩特市研究制定《呼包鄂乌一体化发展工作机制运行规则》", "呼和浩特市"),
    ("包头市人民政府", "共同实施大青山生态保护综合治理，支持内蒙古科技大学、包头医学院发展", "大青山"),
    ("包头市人民政府", "支持达茂旗、土右旗和固阳县建设风电基地", "达茂旗 土右旗 固阳县"),
    ("洛阳市人民政府", "推动栾川、嵩县、汝阳等地文旅融合", "栾川 嵩县 汝阳"),
    ("洛阳市人民政府", "改造提升老城区环境，推进城区供水", ""),
    ("广西壮族自治区人民政府", "支持资源县、龙胜县发展", "资源县 龙胜县"),
    ("广西壮族自治区人民政府", "推动资源、龙胜、灌阳三县合作", "资源 龙胜 灌阳"),
    ("广西壮族自治区人民政府", "合理开发资源，深化合作", ""),
    ("湖北省人民政府", "建设监利至石首至公安沿江公路", "监利 石首 公安"),
    ("湖北省人民政府", "石首市、公安县开展试点，公安机关加强监管", "石首市 公安县"),
    ("甘肃省人民政府", "深化政企合作，支持合作市建设", "合作市"),
    ("海南省人民政府", "打造东方之珠，支持东方市港口发展", "东方市"),
    ("天津市人民政府", "在和平区、河西区试点，营造和平环境", "和平区 河西区"),
    ("石家庄市人民政府", "在桥西区和新华区先行", "桥西区 新华区"),
    ("国务院", "支持北京、上海、广东等地先行先试", "北京 上海 广东"),
    ("国务院", "推进京津冀协同发展、长江经济带发展、粤港澳大湾区建设", "京津冀 长江经济带 粤港澳大湾区"),
    ("国务院", "推动黄河流域生态保护，加强长江上游、太湖流域治理", "黄河流域 长江上游 太湖流域"),
    ("国务院", "上海自贸试验区、成都高新区、青岛综合保税区", "上海自贸试验区 成都高新区 青岛综合保税区"),
    ("国务院", "推广上海市场监管经验和深圳市民中心模式", "上海 深圳"),
    ("国务院", "推广安全生产标准化，确保定期检查，建设美丽水乡，发展形成都市农业", ""),
    ("国务院", "国家西部陆海新通道、沿海口岸建设、东南通道", ""),
    ("国务院", "支持相关中小企业，加强关怀化解矛盾，货运城际列车", ""),
    ("国务院", "推进北京和平安中国建设，上海、资源节约", "北京 上海"),
    ("国务院", "推动东北、西北地区冰雪产业，建设东北亚通道", "东北 西北 东北亚"),
    ("国务院", "支持中西部地区、东北三省、革命老区", "中西部地区 东北三省"),
    ("国务院", "加强秦岭、祁连山、三江源、若尔盖生态修复", "秦岭 祁连山 三江源 若尔盖"),
    ("国务院", "与长江证券、黄河科技学院、湖南大学、浙江省教育厅合作", ""),
    ("国务院", "修建长江大桥、黄河路、南京长江隧道", ""),
    ("国务院", "库布其沙漠、毛乌素沙地、浑善达克沙地防沙治沙", "库布其沙漠 毛乌素沙地 浑善达克沙地"),
    ("国务院", "霍尔果斯口岸、满洲里口岸、宁波舟山港", "霍尔果斯口岸 满洲里口岸 宁波舟山港"),
    ("江苏省人民政府", "支持苏州工业园区、苏锡常都市圈建设", "苏州工业园区 苏锡常都市圈"),
    ("云南省人民政府", "怒江州、大理州、滇池、洱海保护", "怒江州 大理州 滇池 洱海"),
    ("浙江省人民政府", "形成具有浙江特色的标准体系，打造湘西山区样板", "浙江 湘西"),
    ("浙江省人民政府", "支持杭州市余杭区、宁波市先行", "杭州市 余杭区 宁波市"),
    ("江西省人民政府", "绿水青山区域生态价值", ""),
    ("黑龙江省人民政府", "黑龙江、吉林、辽宁三省协作", "黑龙江 吉林 辽宁"),
    ("浙江省人民政府", "支持义乌国际贸易综合改革，推广德清经验，依托萧山、余杭建设基地", "义乌 德清 萧山 余杭"),
    ("浙江省人民政府", "推进政务公开化，线上城市管理，云和大数据，人文成果展示", ""),
    (
        "国务院",
        "建设绥德至延川公路、洞口至三穗国家高速公路、榕江至融安（黔桂界）高速公路",
        "绥德 延川 洞口 三穗 榕江 融安",
    ),
    ("国务院", "推进平利至镇坪高速公路、吉首市会同时间安排", "平利 镇坪 吉首市"),
    ("国务院", "在洞口、会同等单位，从资源至平原，会同至善的精神", ""),
    ("青海省人民政府", "加强大通河、黑河、澜沧江、格尔木河治理，黑河流域禁渔", "大通河 黑河 澜沧江 格尔木河 黑河流域"),
    ("新疆维吾尔自治区人民政府", "阿拉山口、巴克图、吐尔尕特3个公路口岸恢复通关", "阿拉山口 巴克图 吐尔尕特"),
    ("日照市人民政府", "建设岚山港疏港公路，完善秦皇岛港口功能，发展青岛港澳合作", "岚山港 秦皇岛 青岛 港澳"),
    ("陕西省人民政府", "推进西咸新区泾河新城建设，加强泾河治理", "西咸新区 泾河新城 泾河"),
    ("江西省人民政府", "昌赣客专赣州段隧道群贯通，赣州隧道开工", "赣州"),
    ("重庆市人民政府", "打造永川综保区、涪陵高新区，推动万达开协同发展", "永川综保区 涪陵高新区 万达开"),
    (
        "广西壮族自治区人民政府",
        "支持凭祥、龙邦、水口等边境口岸扩大开放，振兴左右江革命老区",
        "凭祥 龙邦 水口 左右江革命老区",
    ),
    ("桂林市人民政府", "推进阳朔遇龙河治理", "阳朔 遇龙河"),
    ("国务院", "推广昆山、义乌等地做法，支持满洲里、二连浩特发展", "昆山 义乌 满洲里 二连浩特"),
    ("国务院", "发展建德不建德，加强永康不永康", ""),
    ("四川省人民政府", "推进成渝地区双城经济圈和成德眉资同城化", "成渝地区双城经济圈 成德眉资"),
    ("安徽省人民政府", "支持皖北、皖西大别山区和皖江城市带", "皖北 皖西 大别山区 皖江城市带"),
    ("山东省人民政府", "推动鲁西南与豫东、苏北协作", "鲁西南 豫东 苏北"),
    (
        "河北省人民政府",
        "建设河北沿海经济带，支持石家庄都市圈、冀中南城镇群",
        "河北沿海经济带 石家庄都市圈 冀中南城镇群",
    ),
    ("四川省人民政府", "推进川南地区、攀西地区一体化", "川南 攀西"),
    ("国务院", "守护祖国北疆，开展草原生态修复南段治理，提高增资水平、投资水平和师资水平", ""),
    ("福建省人民政府", "依托晋江鞋服产业集群，建设福鼎白茶示范基地", "晋江 福鼎"),
    ("江苏省人民政府", "治理沂河干流及灌河、柴米河支流", "沂河干流 灌河 柴米河"),
    ("江苏省人民政府", "加强中小河流治理，建设幸福河湖，保护海岛，发展特色小镇、建制镇，推进城市新区建设", ""),
    ("固阳县人民政府", "在金山镇、怀朔镇设点，建设秦城新区学校", "金山镇 怀朔镇 秦城新区"),
    ("山西省人民政府", "左权县辽阳镇、寿阳县平头镇", "左权县 辽阳镇 寿阳县 平头镇"),
    ("国务院", "支持上海浦东新区、天津滨海新区改革", "上海浦东新区 天津滨海新区"),
]

IDS = [
    ("包头市人民政府", "黄河“几字弯”", "geo/黄河", "geographic"),
    ("包头市人民政府", "黄河流域", "geo/黄河", "geographic"),
    ("包头市人民政府", "呼包鄂乌", "group/呼包鄂乌", "group"),
    ("包头市人民政府", "稀土高新区", "150271", "zone"),
    ("包头市人民政府", "青山区", "150204", "admin"),
    ("武汉市人民政府", "青山区", "420107", "admin"),
    ("北京市人民政府", "朝阳区", "110105", "admin"),
    ("长春市人民政府", "朝阳区", "220104", "admin"),
    ("国务院", "北京市", "110000", "admin"),
    ("国务院", "吉林", "220000", "admin"),
    ("国务院", "石河子高新技术产业开发区", "zone/石河子高新区", "zone"),
    ("国务院", "西咸新区", "zone/西咸新区", "zone"),
    ("固阳县人民政府", "怀朔镇", "town/150222/怀朔镇", "admin"),
    ("国务院", "洛阳都市圈", "group/洛阳都市圈", "group"),
    ("国务院", "珠三角", "group/珠三角", "group"),
    ("国务院", "太湖", "geo/太湖", "geographic"),
    ("国务院", "太湖县", "340825", "admin"),
    ("国务院", "甘其毛都口岸", "port/甘其毛都口岸", "port"),
]

HEAD = "运营呼包鄂乌四市（以下简称四市）高铁动车组。"
LISTED = "呼和浩特市、包头市、鄂尔多斯市（以下统称“三地”）"


def names(issuer: str, text: str) -> list[str]:
    return [mention.name for mention in places.find(text, scope.of([issuer], None, None))]


@pytest.mark.parametrize(("issuer", "text", "found"), FOUND)
def test_a_text_names_these_places_and_no_others(issuer: str, text: str, found: str) -> None:
    assert names(issuer, text) == found.split()


@pytest.mark.parametrize(("issuer", "name", "id", "kind"), IDS)
def test_a_place_has_its_id_and_kind(issuer: str, name: str, id: str, kind: str) -> None:
    (mention,) = places.find(f"支持{name}发展", scope.of([issuer], None, None))
    assert (mention.name, mention.id, mention.kind) == (name, id, kind)


@pytest.mark.parametrize(("issuer", "text", "found"), FOUND)
def test_every_mention_stands_where_it_says(issuer: str, text: str, found: str) -> None:
    mentions = places.find(text, scope.of([issuer], None, None))
    assert all(text[m.start : m.end] == m.name for m in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions)), found


def meant(head: str, text: str) -> list[tuple[str, str]]:
    whose = scope.of(["包头市人民政府"], None, None, head)
    return [(mention.name, mention.id) for mention in stand_ins.find(text, whose)]


@pytest.mark.parametrize(
    ("head", "text", "found"),
    [
        (HEAD, "积极参与四市公安机关联勤联动", [("四市", "group/呼包鄂乌")]),
        (HEAD, "协同四地高校", [("四地", "group/呼包鄂乌")]),
        (HEAD, "与其他三市互认", [("其他三市", "150100"), ("其他三市", "150600"), ("其他三市", "150900")]),
        (HEAD, "推动我市发展", [("我市", "150200")]),
        (HEAD, "推动两市协作", []),
        (HEAD, "在全市、全省、各地推广", []),
        (LISTED, "三地联合执法", [("三地", "150100"), ("三地", "150200"), ("三地", "150600")]),
        ("", "积极参与四市公安机关联勤联动", []),
    ],
)
def test_a_counted_word_stands_for_what_the_notice_defined(head: str, text: str, found: list[tuple[str, str]]) -> None:
    assert meant(head, text) == found


@pytest.mark.parametrize(
    ("id", "name", "kind", "level", "parent"),
    [
        ("150204", "青山区", "admin", "county", "150200"),
        ("110105", "朝阳区", "admin", "county", "110000"),
        ("429004", "仙桃市", "admin", "county", "420000"),
        ("geo/黄河", "黄河", "geographic", None, None),
        ("town/150222/怀朔镇", "怀朔镇", "admin", "town", "150222"),
        ("zone/成都高新区", "成都高新区", "zone", None, "510100"),
    ],
)
def test_an_id_tells_what_a_place_is(id: str, name: str, kind: str, level: str | None, parent: str | None) -> None:
    described = place_nodes.describe(id)
    assert (described.name, described.kind, described.level, described.parent) == (name, kind, level, parent)


def test_a_group_has_its_members() -> None:
    assert place_nodes.describe("group/呼包鄂乌").members == ("150100", "150200", "150600", "150900")


def test_finding_places_takes_time_in_proportion_to_the_text() -> None:
    text = "推动呼包鄂乌一体化，" * 5_000
    assert [mention.name for mention in places.find(text, scope.Scope())] == ["呼包鄂乌"]


def test_a_river_in_company_is_no_city_and_a_port_in_company_a_port() -> None:
    found = places.find("大通河、黑河、澜沧江由省级领导担任河长", scope.of(["青海省人民政府"], None, None))
    assert [(one.name, one.id, one.kind) for one in found][1] == ("黑河", "geo/黑河", "geographic")
    found = places.find("支持黑河、抚远发展", scope.of(["国务院"], None, None))
    assert found[0].id == "231100"
    found = places.find("阿拉山口、巴克图2个公路口岸", scope.of(["国务院"], None, None))
    assert [one.id for one in found] == ["port/阿拉山口口岸", "port/巴克图口岸"]
