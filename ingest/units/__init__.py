"""Whom a clause names, in which role: names of units, lists of them, labels and verbs that say who leads."""
