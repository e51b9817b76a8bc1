"""From lines of print to paragraphs: what breaks, blanks and page furniture hide."""
