"""What a notice says of itself at its beginning and its end, and the documents it names."""
