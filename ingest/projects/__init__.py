"""Named projects, bases, platforms, parks, campaigns: what makes a name one, and where it begins."""
