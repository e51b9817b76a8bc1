"""From a file to a graph: readers, rules, and the pipeline that loads them."""
