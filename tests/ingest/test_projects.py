"""Named projects, bases, platforms, campaigns and events with their stage; words that any project has are no name."""

import pytest

from ingest import projects, scope

# text | (name, kind, stage) of every project
FOUND = [
    ("实施包头至银川高铁项目，推动呼和浩特至包头高铁项目前期工作",
     [("包头至银川高铁项目", "project", "implement"), ("呼和浩特至包头高铁项目", "project", "prepare")]),
    ("加快建设西宁至成都铁路", [("西宁至成都铁路", "project", "implement")]),
    ("滇中引水工程建成通水，开工建设河南省大别山革命老区引淮供水灌溉工程",
     [("滇中引水工程", "project", "complete"),
      ("河南省大别山革命老区引淮供水灌溉工程", "project", "start")]),
    ("推动云南省滇中引水二期工程建成投用", [("云南省滇中引水二期工程", "project", "complete")]),
    ("谋划皖北地区群众喝上引调水工程", [("皖北地区群众喝上引调水工程", "project", "prepare")]),
    ("推进城镇老旧小区改造项目开工", [("城镇老旧小区改造项目", "project", "start")]),
    ("依托“蒙科聚”创新驱动平台，建设分中心", [("“蒙科聚”创新驱动平台", "platform", None)]),
    ("接入全国一体化政务服务平台", [("全国一体化政务服务平台", "platform", None)]),
    ("配合自治区医学检验检查结果线上互认平台建设", [("自治区医学检验检查结果线上互认平台", "platform", "implement")]),
    ("建设互联共享的养老服务信息平台", [("养老服务信息平台", "platform", "implement")]),
    ("创建国家稀土新材料技术创新中心", [("国家稀土新材料技术创新中心", "center", "prepare")]),
    ("争创长三角国家技术创新中心", [("长三角国家技术创新中心", "center", "prepare")]),
    ("实施国家高新区“提质进位”、自治区级高新区“促优培育”行动",
     [("国家高新区“提质进位”", "campaign", "implement"), ("自治区级高新区“促优培育”行动", "campaign", "implement")]),
    ("深入实施人工智能+行动", [("人工智能+行动", "campaign", "implement")]),
    ("打好长江保护修复攻坚战", [("长江保护修复攻坚战", "campaign", "implement")]),
    ("打赢蓝天保卫战", [("蓝天保卫战", "campaign", "implement")]),
    ("开展拖欠农民工工资专项行动", [("拖欠农民工工资专项行动", "campaign", "implement")]),
    ("加快建设沙漠、戈壁、荒漠地区大型风电光伏基地", [("沙漠、戈壁、荒漠地区大型风电光伏基地", "base", "implement")]),
    ("打造贵州国家大数据综合试验区", [("贵州国家大数据综合试验区", "park", "implement")]),
    ("申报综合保税区", [("综合保税区", "park", "prepare")]),
    ("做好包头保税物流中心（B型）高质量发展相关工作", [("包头保税物流中心（B型）", "park", "implement")]),
    ("推广增值税一般纳税人资格试点", [("增值税一般纳税人资格试点", "pilot", "implement")]),
    ("发挥全球数字贸易博览会、世界互联网大会、云栖大会、十链百场万企业对接活动等平台作用",
     [("全球数字贸易博览会", "event", None), ("世界互联网大会", "event", None), ("云栖大会", "event", None),
      ("十链百场万企业对接活动", "event", None)]),
    ("共同实施大青山生态保护综合治理", [("大青山生态保护综合治理", "project", "implement")]),
    ("支撑浙江省数字政府2.0建设", [("浙江省数字政府2.0", "platform", "implement")]),
    ("建设成都天府国际生物城产业园", [("成都天府国际生物城产业园", "park", "implement")]),
    ("打造呼包鄂乌“幸福走廊”", [("呼包鄂乌“幸福走廊”", "park", "implement")]),
    ("建成包头市稀土金属开发应用产学研基地", [("包头市稀土金属开发应用产学研基地", "base", "complete")]),
    ("支持国产芯片厂商共建全栈适配中心", [("全栈适配中心", "center", "implement")]),
    ("推进通苏嘉甬铁路、甬舟铁路建设，推动成都天府国际机场二期扩建",
     [("通苏嘉甬铁路", "project", "implement"), ("甬舟铁路", "project", "implement"),
      ("成都天府国际机场二期", "project", "implement")]),
    ("规划研究天津至承德铁路，开工象山湾疏港高速", [("天津至承德铁路", "project", "prepare"),
      ("象山湾疏港高速", "project", "start")]),
    ("支撑黄河流域生态保护和高质量发展先行区建设，推进洞庭湖生态经济区建设",
     [("黄河流域生态保护和高质量发展先行区", "park", "implement"), ("洞庭湖生态经济区", "park", "implement")]),
    ("办好2022年北京冬奥会，举办环青海湖国际公路自行车赛",
     [("2022年北京冬奥会", "event", None), ("环青海湖国际公路自行车赛", "event", None)]),
    ("升级广东省一体化在线政务服务平台", [("广东省一体化在线政务服务平台", "platform", "implement")]),
    ("深化“千警进万家”和“百场法治宣讲”活动",
     [("“千警进万家”", "event", "implement"), ("“百场法治宣讲”活动", "event", None)]),
    ("将“徽菜师傅”“江淮家政”“皖南技工”三大培训工程做实",
     [("“徽菜师傅”", "campaign", None), ("“江淮家政”", "campaign", None), ("“皖南技工”", "campaign", None)]),
    ("开展“青年科技行”“创新之春”等活动，倡导“空瓶行动”",
     [("“青年科技行”", "event", "implement"), ("“创新之春”", "event", None), ("“空瓶行动”", "campaign", None)]),
    ("纳入“333”高层次人才培养工程人选，列入江苏省“基金+产业”专项",
     [("“333”高层次人才培养工程", "campaign", None), ("江苏省“基金+产业”专项", "campaign", None)]),
    ("将装备等纳入省“揭榜挂帅”重大科技计划支持范围", [("省“揭榜挂帅”重大科技计划", "campaign", None)]),
    ("充分发挥“百人帮百企”作用", [("“百人帮百企”", "campaign", None)]),
    ("推广国际贸易“单一窗口”，选拔百千万人才工程人选，实施“三支一扶”计划",
     [("国际贸易“单一窗口”", "platform", "implement"), ("百千万人才工程", "campaign", None),
      ("“三支一扶”计划", "campaign", "implement")]),
    ("筹办好北京冬奥会、冬残奥会", [("北京冬奥会", "event", "prepare"), ("冬残奥会", "event", None)]),
    ("纳入全国信用信息共享平台和国家企业信用信息公示系统并公示",
     [("全国信用信息共享平台", "platform", None), ("国家企业信用信息公示系统", "platform", None)]),
    ("建设国家气象行业可信数据空间，打造苏州语料库", [("国家气象行业可信数据空间", "platform", "implement"),
      ("苏州语料库", "platform", "implement")]),
    ("打造贵阳“中国数坝”、成都数创港", [("贵阳“中国数坝”", "park", "implement"), ("成都数创港", "park", "implement")]),
    ("支持合肥（USTC）开源社区、景德镇陶瓷小镇、“硅湾社区”（苏州）创新中心等载体",
     [("合肥（USTC）开源社区", "project", None), ("景德镇陶瓷小镇", "park", None),
      ("“硅湾社区”（苏州）创新中心", "center", None)]),
    ("支持宁波建设国家海洋经济发展型试点城市", [("国家海洋经济发展型试点城市", "pilot", "implement")]),
    ("开展废矿物油等危险废物经营许可证制度试点", [("废矿物油等危险废物经营许可证制度试点", "pilot", "implement")]),
    ("完善“青岛市新发传染病的远程问诊平台”", [("“青岛市新发传染病的远程问诊平台”", "platform", "implement")]),
    ("推进临港疏港高速公路、京沪高速公路泰安至兖州段扩容、省道220青平线东延等5个项目",
     [("临港疏港高速公路", "project", "implement"), ("京沪高速公路泰安至兖州段扩容", "project", "implement"),
      ("省道220青平线东延", "project", "implement")]),
    ("建成南宁西出口至龙门工业区、北湖大道、南湖东路大桥等项目",
     [("南宁西出口至龙门工业区", "project", "complete"), ("北湖大道", "project", "complete"),
      ("南湖东路大桥", "project", "complete")]),
    ("建设包头至固阳、呼和浩特至武川、乌海西外环、鄂尔多斯至榆林高速公路",
     [("包头至固阳", "project", "implement"), ("呼和浩特至武川", "project", "implement"),
      ("乌海西外环", "project", "implement"), ("鄂尔多斯至榆林高速公路", "project", "implement")]),
    ("谋划五莲北站配套设施项目和莒州换乘枢纽两个配套项目", [("五莲北站配套设施项目", "project", "prepare"), ("莒州换乘枢纽", "center", "prepare")]),
    ("2025年6月底前花江峡谷大桥成功合龙，力争德江机场年内通航", [("花江峡谷大桥", "project", "complete"),
      ("德江机场", "project", "complete")]),
    ("新建南宁第二水厂，推进洛阳大剧院建设", [("南宁第二水厂", "project", "start"), ("洛阳大剧院", "project", "implement")]),
    ("保障西气东输三线江西段、南水北调中线一期工程运行",
     [("西气东输三线江西段", "project", None), ("南水北调中线一期工程", "project", None)]),
    ("开工钦州国际集装箱枢纽港扩建工程", [("钦州国际集装箱枢纽港扩建工程", "project", "start")]),
    ("迭代推广数字药师·康小诊，服务群众", [("数字药师·康小诊", "platform", "implement")]),
]  # fmt: skip

NONE = [
    "实施一批重点项目，加强项目管理",
    "支持企业建设研发中心",
    "建设公共服务平台",
    "鼓励龙头企业围绕芯片、高性能网络、加速平台等开展系统攻关",
    "支持综合保税区内企业开展跨境电商业务",
    "允许综合保税区内企业从境外进口",
    "建立企业培育库和重点项目库",
    "完善体系，发挥平台经济作用，推进中心城区更新",
    "支持国家产业创新中心、国家技术创新中心发展",
    "加强工程建设领域监管，培养工程师队伍",
    "开展各类活动，组织应用产品路演",
    "完成年度计划，制定工作计划",
    "按照工作方案推进落实，形成系统合力",
    "开通绿色通道，畅通投诉举报通道",
    "推动长江经济带发展，支持珠三角建设",
    "支持符合条件的项目纳入国家试点",
    "支持企业对接国内各大电商平台，推动各类产业园区建设",
    "新建涉危险废物建设项目，投产5个以上重大项目",
    "加快推广协作型平台，打造数据汇聚枢纽",
    "联合开发开源软件项目，支撑工业AI系统建设",
    "推进5G、物联网、数据中心建设",
    "打造“双创”平台，建设“互联网+”公共服务平台",
    "引导牵头企业组建创新联合体",
    "建设可信数据空间，构建多场景、多层级的可信数据空间",
    "深化“放管服”改革，推进“一带一路”建设，落实“两库”进行动态管理",
    "支持北京天坛医院开展临床试验，组织南宁图书馆延长开放时间",
    "加快以成渝经济区为支撑的增长极建设，加快民用机场建设",
    "推进道路、桥梁、管网等基础设施项目，实施技术改造、产品升级等重点工程",
    "推动北京、上海等地项目落地，支持企业、高校等单位承担重大项目",
    "这两条铁路建成后，完善两个重点项目台账",
    "打造加工制造中心、物流分拨中心、销售服务中心",
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_a_text_names_these_projects(text: str, found: list[tuple[str, str, str | None]]) -> None:
    mentions = projects.find(text, scope.Scope())
    assert [(m.name, m.kind, m.stage) for m in mentions] == found
    assert all(text[m.start : m.end] == m.name for m in mentions)


@pytest.mark.parametrize("text", NONE)
def test_words_that_any_project_has_are_no_name(text: str) -> None:
    assert projects.find(text, scope.Scope()) == []


def test_one_project_has_one_id_however_it_is_quoted() -> None:
    assert projects.identify("“蒙科聚”创新驱动平台") == projects.identify('"蒙科聚" 创新驱动平台')
    assert projects.identify("包头保税物流中心（B型）") == projects.identify("包头保税物流中心(B型)")
