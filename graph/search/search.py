"""What a question in words means, which terms find its answers, and why each is one.

All meaning is here; a store only finds terms. It keeps the `Document` of each measure and answers a question so:

1. `plan(text)` understands the question.
2. `plan.steps()` gives it strict first; the first step that any measure `matches` is the question asked from then on.
3. Of the measures that match, up to `RANKED` are handed to `rank` as candidates in `Order.NOTICE`: those that match
   `sharp` as well come first when there are more. What is beyond follows in `Order.NOTICE` with score 0.
4. `explain` says why, for the page shown; its candidates carry their `source`.
5. The first of `step.near` that finds any measure which does not match gives up to `NEAR` candidates (in
   `Order.NOTICE`, with their `source`) for `nearly`.

Terms are parted by blanks and hold neither blanks nor ASCII punctuation, so SQLite's `ascii` tokenizer and Lucene's
`whitespace` analyser cut them alike. Clauses are quoted phrases: terms next to each other in one field, the last one a
prefix where the term says so.
"""

from collections.abc import Sequence

from graph.search.evidence import explain, nearly
from graph.search.indexing import documents
from graph.search.planning import plan
from graph.search.plans import FIELDS, NEAR, RANKED, Candidate, Clause, Document, Missed, Plan, Scored, Term
from graph.search.ranking import rank

__all__ = [
    "FIELDS",
    "NEAR",
    "RANKED",
    "Candidate",
    "Clause",
    "Document",
    "Missed",
    "Plan",
    "Scored",
    "Term",
    "documents",
    "explain",
    "matches",
    "nearly",
    "plan",
    "rank",
]


def matches(clauses: Sequence[Clause], document: Document) -> bool:
    """Whether all clauses are found: the meaning of what a store's index answers."""
    return all(any(_found(term, document) for term in clause.any_of) for clause in clauses)


def _found(term: Term, document: Document) -> bool:
    text = f" {document.terms[term.field]} "
    return f" {term.terms}" in text if term.prefix else f" {term.terms} " in text
