"""Ten questions with blanks, each with the API call and the Cypher that ask the same."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """`zh` and `en` have a blank per name in `blanks`; `api` and `cypher` take the same names ($name in Cypher).

    `gives` says what the answer is: measures, pairs, departments, or paths.
    """

    id: str
    zh: str
    en: str
    blanks: tuple[str, ...]
    gives: str
    api: str
    cypher: str


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a question: words, or the name of a blank."""

    text: str
    blank: bool


def parts(sentence: str) -> list[Part]:
    """A question cut at its blanks.

    >>> [part.text for part in parts("涉及 {region} 的举措")]
    ['涉及', 'region', '的举措']
    """
    found = re.split(r"\{(\w+)\}", sentence)
    return [Part(text.strip(), place % 2 == 1) for place, text in enumerate(found) if text.strip()]


def said(sentence: str, names: Mapping[str, str]) -> str:
    """A question with its blanks filled; what stands in a blank is never read as a blank again."""
    return re.sub(r"\{(\w+)\}", lambda blank: names.get(blank[1], ""), sentence)


QUESTIONS: tuple[Question, ...] = (
    Question(
        "partners",
        "与 {department} 共同承担举措最多的部门",
        "The departments that share most measures with {department}",
        ("department",),
        "pairs",
        "/api/v1/shared?a={department}&by=count",
        """MATCH (:Department {id: $department})<-[:ASSIGNED_TO]-(m:Measure)-[:ASSIGNED_TO]->(other:Department)
WHERE other.id <> $department
WITH other, count(DISTINCT m) AS measures
RETURN other.name, measures
ORDER BY measures DESC, other.id""",
    ),
    Question(
        "both",
        "{department} 和 {other} 共同承担的举措",
        "The measures that {department} and {other} share",
        ("department", "other"),
        "measures",
        "/api/v1/shared?a={department}&b={other}",
        """MATCH (:Department {id: $department})<-[:ASSIGNED_TO]-(m:Measure)-[:ASSIGNED_TO]->(:Department {id: $other})
RETURN DISTINCT m.id, m.name, m.deadline_text, m.due
ORDER BY m.id""",
    ),
    Question(
        "theme-due",
        "{theme} 在 {year} 年底前到期的举措",
        "The measures on {theme} due by the end of {year}",
        ("theme", "year"),
        "measures",
        "/api/v1/measures?theme={theme}&due_before={year}-12-31&order=due",
        """MATCH (m:Measure)-[:ABOUT]->(:Theme {id: $theme})
WHERE m.due <= $year + '-12-31'
RETURN DISTINCT m.id, m.name, m.due
ORDER BY m.due, m.id""",
    ),
    Question(
        "department-due",
        "{department} 在 {due_before} 前要完成的举措",
        "What {department} has to finish by {due_before}",
        ("department", "due_before"),
        "measures",
        "/api/v1/measures?department={department}&due_before={due_before}&order=due",
        """MATCH (m:Measure)-[:ASSIGNED_TO]->(:Department {id: $department})
WHERE m.due <= $due_before
RETURN DISTINCT m.id, m.name, m.due
ORDER BY m.due, m.id""",
    ),
    Question(
        "region",
        "涉及 {region} 的举措（含其下各地）",
        "The measures that touch {region}, or a place within it",
        ("region",),
        "measures",
        "/api/v1/measures?region={region}",
        """MATCH (m:Measure)-[:TOUCHES]->(:Region)-[:PART_OF*0..8]->(:Region {id: $region})
RETURN DISTINCT m.id, m.name
ORDER BY m.id""",
    ),
    Question(
        "project",
        "承担 {project} 的部门",
        "The departments responsible for {project}",
        ("project",),
        "departments",
        "/api/v1/facets?project={project}",
        """MATCH (:Project {id: $project})<-[:INVOLVES]-(m:Measure)-[:ASSIGNED_TO]->(d:Department)
WITH d, count(DISTINCT m) AS measures
RETURN d.name, measures
ORDER BY measures DESC, d.id""",
    ),
    Question(
        "lead",
        "{department} 牵头的举措",
        "The measures that {department} leads",
        ("department",),
        "measures",
        "/api/v1/measures?department={department}&role=lead",
        """MATCH (m:Measure)-[:ASSIGNED_TO {role: 'lead'}]->(:Department {id: $department})
RETURN DISTINCT m.id, m.name
ORDER BY m.id""",
    ),
    Question(
        "theme-pairs",
        "在 {theme} 上合作最多的部门",
        "The departments that work together most on {theme}",
        ("theme",),
        "pairs",
        "/api/v1/shared?theme={theme}&by=count",
        """MATCH (:Theme {id: $theme})<-[:ABOUT]-(m:Measure)-[:ASSIGNED_TO]->(a:Department)
MATCH (m)-[:ASSIGNED_TO]->(b:Department)
WHERE a.id < b.id
WITH a, b, count(DISTINCT m) AS measures
RETURN a.name, b.name, measures
ORDER BY measures DESC, a.id, b.id""",
    ),
    Question(
        "path",
        "{department} 与 {other} 之间的联系",
        "What ties {department} to {other}",
        ("department", "other"),
        "paths",
        "/api/v1/paths?from={department}&to={other}&kinds=Measure&kinds=Department&kinds=Project",
        """MATCH (a:Department {id: $department}), (b:Department {id: $other})
MATCH p = allShortestPaths(
  (a)-[:ASSIGNED_TO|INVOLVES*..6]-(b))
RETURN [n IN nodes(p) | n.name] AS way
LIMIT 50""",
    ),
    Question(
        "notice-limit",
        "{notice} 中时限为 {deadline} 的举措",
        "The measures of {notice} whose limit is {deadline}",
        ("notice", "deadline"),
        "measures",
        "/api/v1/measures?notice={notice}&deadline={deadline}",
        """MATCH (:Notice {id: $notice})-[c:CONTAINS]->(m:Measure)
WHERE m.deadline_kind = $deadline
RETURN m.id, m.name, m.deadline_text
ORDER BY c.ordinal""",
    ),
)
