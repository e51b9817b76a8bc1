"""Which stretch of a notice is a measure, and the clause that belongs to it: by numbers, tables, names, articles."""
