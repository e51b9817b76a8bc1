"""Tables as text shows them: what their columns hold, which cells belong together."""
