"""Named projects, bases, platforms, campaigns and events with their stage; words that any project has are no name."""

from pathlib import Path

import pytest

from graph.lexicon import using
from graph.lexicon.projects import grammar
from ingest import project_heads, projects, scope

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
    ("推进南湖老旧小区改造项目开工", [("南湖老旧小区改造项目", "project", "start")]),
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
    ("实施安丰渠续建配套与节水改造工程，清水河左岸堤防工程，加强管护", [("安丰渠续建配套与节水改造工程", "project", "implement"),
      ("清水河左岸堤防工程", "project", "implement")]),
    ("推进下浒山水库灌区工程建设，开工渝宜高铁重庆段，建成渝湘高铁重庆至黔江段",
     [("下浒山水库灌区工程", "project", "implement"), ("渝宜高铁重庆段", "project", "start"),
      ("渝湘高铁重庆至黔江段", "project", "complete")]),
    ("推进大藤峡水利枢纽、平陆运河、长洲水利枢纽建设",
     [("大藤峡水利枢纽", "center", "implement"), ("长洲水利枢纽", "center", "implement")]),
    ("办好中国—东盟商务与投资峰会、环广西公路自行车世界巡回赛", [("中国—东盟商务与投资峰会", "event", None),
      ("环广西公路自行车世界巡回赛", "event", None)]),
    ("推进金凤实验室、超瞬态实验装置建设，加快万州机场改扩建",
     [("金凤实验室", "center", "implement"), ("超瞬态实验装置", "project", "implement"),
      ("万州机场", "project", "implement")]),
    ("打造赤峰中药材产业园、青城寨林下养殖园、黑水河谷有机茶种植园", [
        ("赤峰中药材产业园", "park", "implement"), ("青城寨林下养殖园", "park", "implement"),
        ("黑水河谷有机茶种植园", "park", "implement")]),
    ("新建桐梓坡路污水处理厂、观澜净水厂", [("桐梓坡路污水处理厂", "project", "start"), ("观澜净水厂", "project", "start")]),
    ("加快宜宾三江新区智慧能源生态圈建设，创建客家国家级文化生态保护实验区", [
        ("宜宾三江新区智慧能源生态圈", "park", "implement"), ("客家国家级文化生态保护实验区", "park", "prepare")]),
    ("开展慢病防治宣传年活动，设立甘肃绿色生态产业发展引导基金", [
        ("慢病防治宣传年活动", "campaign", "implement"), ("甘肃绿色生态产业发展引导基金", "project", "prepare")]),
    ("确保已建成的泉州岛外引水工程发挥作用，打造苏州湖西文化产业园转型升级标杆", [
        ("泉州岛外引水工程", "project", "complete"), ("苏州湖西文化产业园", "park", "implement")]),
    ("建设省级气象灾害监测调度平台，建设食品溯源平台", [
        ("省级气象灾害监测调度平台", "platform", "implement"), ("食品溯源平台", "platform", "implement")]),
    ("加快青山湖片区、环城东路小学建设，完成中原大道、金井湾西段拓宽", [
        ("青山湖片区", "project", "implement"), ("环城东路小学", "project", "implement"),
        ("中原大道", "project", "complete"), ("金井湾西段", "project", "complete")]),
    ("加快南方医科大学新校区、第三人民医院新院区、温榆减河等重大项目建设", [
        ("南方医科大学新校区", "project", "implement"), ("第三人民医院新院区", "project", "implement"),
        ("温榆减河", "project", "implement")]),
    ("建设银滩湾污水处理厂、三棵松再生水厂", [
        ("银滩湾污水处理厂", "project", "implement"), ("三棵松再生水厂", "project", "implement")]),
    ("迭代推广数字药师·康小诊，服务群众", [("数字药师·康小诊", "platform", "implement")]),
    # what the members of a list are stands behind them
    ("推进某某市甲子湾、乙渡口、黄河南岸等灌区4个渠首工程", [("某某市甲子湾", "project", "implement"),
      ("乙渡口", "project", "implement"), ("黄河南岸", "project", "implement")]),
    ("实施东风渠、民生渠等灌区续建配套与节水改造工程", [("东风渠", "project", "implement"), ("民生渠", "project", "implement")]),
    ("开工金山大道、建华路、青山路等5条道路改造工程", [("金山大道", "project", "start"), ("建华路", "project", "start"),
      ("青山路", "project", "start")]),
    ("推进三道沙河、二道沙河等5条河道综合治理", [("三道沙河", "project", "implement"), ("二道沙河", "project", "implement")]),
    ("推进古城湾（B段）、三道河、石拐水库建设", [("古城湾（B段）", "project", "implement"), ("三道河", "project", "implement"),
      ("石拐水库", "project", "implement")]),
    ("实施建设路至青年路段改造工程", [("建设路至青年路段改造工程", "project", "implement")]),
    ("推进青山区、昆都仑区老旧小区改造项目", [("青山区、昆都仑区老旧小区改造项目", "project", "implement")]),
    # two characters may stand for the ends of a line, though one of them is of any name (大型, 新型)
    ("推进大临铁路、新昌高铁、既有南昆铁路电气化改造项目建设", [("大临铁路", "project", "implement"),
      ("新昌高铁", "project", "implement"), ("南昆铁路电气化改造项目", "project", "implement")]),
    ("推动大临铁路尽早开工建设，建设G76厦蓉高速/G72泉南高速柳州至桂林段等繁忙路段", [
        ("大临铁路", "project", "implement"), ("G76厦蓉高速/G72泉南高速柳州至桂林段", "project", "implement")]),
    ("建设G59呼北高速公路娄底至新化段（湖南段）、北海铁山港等项目", [
        ("G59呼北高速公路娄底至新化段（湖南段）", "project", "implement"), ("北海铁山港", "project", "implement")]),
    ("建设满洲里国际口岸城市，推进三峡枢纽翻坝转运体系高标准建设", [("满洲里国际口岸城市", "park", "implement"),
      ("三峡枢纽翻坝转运体系", "project", "implement")]),
    # an estate that has a name of its own says where
    ("启动鼓山园湿地修复提升项目，实施锦里城内外管网改造项目，推进桃源谷水环境提升改造，以及潮白河北段（甲桥至乙闸）生态提升工程", [
        ("鼓山园湿地修复提升项目", "project", "start"), ("锦里城内外管网改造项目", "project", "implement"),
        ("桃源谷水环境提升改造", "project", "implement"),
        ("潮白河北段（甲桥至乙闸）生态提升工程", "project", "implement")]),
    ("在包头绿色转型综改示范区开展改革，以赤峰市铝循环产业园区为重点，现正在建设南湖儿童公园", [
        ("包头绿色转型综改示范区", "park", None), ("赤峰市铝循环产业园区", "park", None),
        ("南湖儿童公园", "park", "implement")]),
    ("谋划推进欢乐主题公园二期，加快甲乙集团煤制烯烃等国家示范项目建设，打通柳巷路，推动云台路建成通车", [
        ("欢乐主题公园二期", "park", "implement"), ("甲乙集团煤制烯烃", "project", "implement"),
        ("柳巷路", "project", None), ("云台路", "project", "complete")]),
    ("建设甲乙大学金融发展与人才培养基地", [("甲乙大学金融发展与人才培养基地", "base", "implement")]),
    ("打造“一港三园”，建设“中国稀土谷”", [("“一港三园”", "park", "implement"), ("“中国稀土谷”", "park", "implement")]),
    # what is done is said in full, however common its words
    ("开展数字化改造专项行动，实施工程审批提速攻坚行动，开展水电气、物业等领域涉企收费专项整治", [
        ("数字化改造专项行动", "campaign", "implement"), ("工程审批提速攻坚行动", "campaign", "implement"),
        ("涉企收费专项整治", "campaign", "implement")]),
    ("实施“一村一策一批”农产品产销促进行动，纳入新时代“钱江英才计划”", [
        ("“一村一策一批”农产品产销促进行动", "campaign", "implement"), ("新时代“钱江英才计划”", "campaign", None)]),
    ("举办冰雪消费季、家电消费促进月，举办好2024年数字金融峰会，定期举办长三角民营企业高层论坛", [
        ("家电消费促进月", "campaign", None), ("2024年数字金融峰会", "event", None),
        ("长三角民营企业高层论坛", "event", None)]),
    ("办好京津冀与川渝产业合作招商会，举办太湖国际龙舟邀请赛、扬州环湖自行车邀请赛2项赛事", [
        ("京津冀与川渝产业合作招商会", "event", None), ("太湖国际龙舟邀请赛", "event", None),
        ("扬州环湖自行车邀请赛", "event", None)]),
    ("上线全市停车信息查询平台，拓展扬州e路通APP出行服务功能，推广“粤某通”超级服务端", [
        ("全市停车信息查询平台", "platform", "implement"), ("扬州e路通APP", "platform", None),
        ("“粤某通”超级服务端", "platform", "implement")]),
    ("用好“浙里办”，推进市政务云建设，加快智慧海洋渔业监测信息平台建设", [
        ("“浙里办”", "platform", None), ("市政务云", "platform", "implement"),
        ("智慧海洋渔业监测信息平台", "platform", "implement")]),
    ("成立“涉企知识产权纠纷快速调处中心”，围绕扬州市归侨法律服务中心设立联络点", [
        ("“涉企知识产权纠纷快速调处中心”", "center", "implement"), ("扬州市归侨法律服务中心", "center", None)]),
    ("支持苏州软件园、清源创新基地和北塔软件园快速发展，推动扬州综保区实现新突破", [
        ("苏州软件园", "park", None), ("清源创新基地", "base", None), ("北塔软件园", "park", None),
        ("扬州综保区", "park", "implement")]),
    ("推进沪昆高铁贵阳段用地报批，配合扬州泰州国际机场改扩建工程征地拆迁，推进90万千瓦海上风电项目核准", [
        ("沪昆高铁贵阳段", "project", "implement"), ("扬州泰州国际机场改扩建工程", "project", None),
        ("90万千瓦海上风电项目", "project", "prepare")]),
    ("打造环太湖文化景观带，完善太湖水质监测网络，推进自贸试验区南京片区建设", [
        ("环太湖文化景观带", "project", "implement"), ("太湖水质监测网络", "project", "implement"),
        ("自贸试验区南京片区", "park", "implement")]),
    ("将其列入国家“十四五”规划102项重大工程，建设国家级互联网骨干直联点", [
        ("国家“十四五”规划102项重大工程", "project", None), ("国家级互联网骨干直联点", "project", "implement")]),
]  # fmt: skip

NONE = [
    "打造专业化医药服务平台，构筑高能级科创平台，加快建设区域性国际物流中心",
    "抓好农村老年活动照料中心运营，搭建市县两级助农服务平台，鼓励实施市、县级暖心工程",
    "畅通“无抵押”办理通道，落实“绿色通道”，组织“云推介”“云签约”等活动",
    "推动“公园+”建设，构建“苗圃+孵化器+加速器”，开展省级电商直播基地创建",
    "支持企业利用工业互联网平台实现数据共享，运用全球定位系统，优化网上缴费平台",
    "推行政务服务进产业园区，推广建立劳动者权益维护中心，重点搭建“6”个工作平台",
    "开展争先进位、服务企业两大行动，培育知识产权主体试点，参与“揭榜挂帅”科技项目",
    "引进半导体与集成电路、高端装备等20个产业集群项目，推广供热接入工程审批承诺制",
    "打通断头路，建设致富路、产业路，改造乡村道路，推进铁路、公路建设，在建项目以及在产业园区的企业",
    "推动公路、铁路、水运机场建设，完善航空、民航机场设施，更新老旧隧道",
    "推进全市疾病检测实验室建设，完成超低排放改造重点工程",
    "支持电力、化工、纺织、机械、食品、数据中心改造，培育市级粮食物流基地",
    "支持数据机房改建为达到绿色标准的智能算力中心，结合实际布局建设粮食资源配置枢纽",
    "有条件地开展无人售货亭建设试点，全面消除“单电源”变电站，实施机场迁建和改扩建工程",
    "实施科技园提升改造项目，推进产业园提升改造、老城片区管网改造项目",
    "推进互联网医院、智慧医院建设，加快城市快速路建设",
    "推进长江经济带建设，推进西安城市建设，加快雄安新区建设，加强包头市场建设，推进农村公路建设",
    "加强南京市区道路整治，推进上海社区建设，完成各类园区改造",
    "推动光储融合试点项目建设，承担国家、省科技计划项目，参与国有重大装备项目建设",
    "创建绿色产品、绿色工厂、绿色工业园区和绿色供应链企业",
    "打造循环农业基地、生态牧场等",
    "鼓励农业龙头企业建设面向种植户的农资服务平台，支持有条件的城市建设医疗数据空间",
    "参与重点实验室、新材料中试平台等建设，加强核医疗、仿真教学系统等领域研究",
    "不再新建燃煤供热系统，同步配套建设光伏发电系统，构建新型电力系统",
    "打造一批“人工智能+”应用示范项目，谋划落地一批康养地产项目，改扩建一批县域养老服务中心",
    "加快农村电商平台升级，完善水资源管理系统，推进农村公路项目建设",
    "开展贯标试点，开展公共数据授权运营试点",
    "制定《江西省“清风”行动计划》",
    "推进铁路、高速公路等领域项目建设，加快重点农田水利工程建设",
    "推进城镇老旧小区改造项目开工",
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
    "完善机制和信息平台，支持企业创新，高校实验室建设",
    "实施重大项目，企业自愿申报项目",
    "这两条铁路建成后，完善两个重点项目台账",
    "打造加工制造中心、物流分拨中心、销售服务中心",
    "开展新型产业用地（M0）试点，探索新型产业用地试点",
    "建立县级领导联系重点项目机制，实行市级领导包联重大项目",
    "推进一期、二期工程建设，打造“一核两翼”产业布局",
    "推进供水、排水、燃气等管网改造，实施大型、中型等水库除险加固工程",
    "建设城区、乡镇等道路，推进沿河、沿湖等公园建设",
    "实施黄河流域生态保护和高质量发展等重大工程",
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


def test_heads_are_found_as_their_pattern_finds_them(tmp_path: Path) -> None:
    text = "".join(text for text, _ in FOUND) + "".join(NONE)

    def agree() -> bool:
        found = [head[:] for head in project_heads.find(text)]
        return found == [(*m.span(), m[0]) for m in grammar().heads.finditer(text)]

    assert agree()
    (tmp_path / "project_heads.tsv").write_text("head\tkind\n园\tpark\n", encoding="utf-8")
    with using(tmp_path):  # a head of one character
        assert any(head.word == "园" for head in project_heads.find(text))
        assert agree()
