"""What a question means and which measures answer it: concepts, words, places; the same for both stores."""
