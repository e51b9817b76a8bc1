"""Time limits: what their words say, and the limit that the sentences of a measure state."""
