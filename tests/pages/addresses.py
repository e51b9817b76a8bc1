"""Every page of the sample, at least once."""

from urllib.parse import quote

SAMPLE_ID = quote("包府发〔2024〕5号")
FORESTRY = quote("150200/林业草原")
ECOLOGY = quote("150200/生态环境")

PAGES = {
    "overview": "/",
    "notices": "/notices",
    "notice": f"/notices/{SAMPLE_ID}",
    "cited": f"/notices/{quote('内政发〔2023〕23号')}",
    "measures": "/measures",
    "measures-narrowed": f"/measures?department={FORESTRY}&deadline=long_term&order=due",
    "measures-several": f"/measures?department={FORESTRY}&department={ECOLOGY}&any_department=1&deadline=long_term"
    "&deadline=ongoing",
    "measure": f"/measures/{SAMPLE_ID}/12",
    "departments": "/departments",
    "department": f"/departments/{FORESTRY}",
    "projects": "/projects",
    "project": f"/projects/{quote('大青山生态保护综合治理')}",
    "regions": "/regions",
    "region": "/regions/150200",
    "themes": "/themes",
    "theme": f"/themes/{quote('生态环保')}",
    "search": f"/search?q={quote('黄河 生态')}",
    "search-nothing": f"/search?q={quote('火星 移民')}",
    "search-empty": "/search",
    "matrix": "/matrix",
    "matrix-cell": f"/matrix?a={FORESTRY}&b={ECOLOGY}",
    "matrix-groups": "/matrix?top=groups",
    "shared": "/shared",
    "partners": f"/shared?a={FORESTRY}&by=lift",
    "agenda": f"/shared?a={FORESTRY}&b={ECOLOGY}",
    "groups": "/groups",
    "deadlines": "/deadlines?as_of=2025-06-01",
    "questions": "/questions",
    "question": "/questions/partners",
    "question-path": "/questions/path",
    "compare": "/compare",
    "compare-two": f"/compare?a={SAMPLE_ID}&b={SAMPLE_ID}",
    "explore": f"/explore?id={FORESTRY}",
    "explore-path": f"/explore?from={FORESTRY}&to={ECOLOGY}",
    "explore-empty": "/explore",
    "load": "/load",
    "missing": "/departments/nowhere",
}
"""By name, as pictures and tests call them. `missing` is the page of an error."""
