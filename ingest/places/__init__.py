"""Places that a text names, and whose notice it is: the issuer's level and place, by which 市 and 我市 are known."""
