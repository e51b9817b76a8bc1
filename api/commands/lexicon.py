"""`jucuo lexicon check`: whether the examples of every lexicon hold, ours and the user's own."""

from api.usage import Commands

lexicon = Commands("lexicon")
