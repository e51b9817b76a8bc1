"""The commands of `jucuo`; what they ask stands in api.ask, here is how they are called and how the answer looks."""
