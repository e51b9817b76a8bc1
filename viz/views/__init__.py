"""What each page says, asked of the store: one module a page, values out; viz.pages makes them visible."""
