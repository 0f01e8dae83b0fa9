"""The endings of a Basque word come off, so that its forms are found by one another.

Snowball's Basque stemmer leaves "pentsioa" and "pentsioaren" apart and cuts "prestazioa" down to "pre". By words alone
(BM25) the right article is among the first three for 71 of 100 questions of ``suites/facts.yaml`` with it, for 81 so.
"""

import re

_VERB = re.compile(r"(?<=...)(?:tu|(?<=[nl])du|tzen|tze|tzeko|tuta|tuz)$")
_NOUN = re.compile(
    r"""(?<=...)(?:
      (?:aren|en|)gatik(?:o|)           # because of
    | (?:aren|en|(?<!e)ren|)tzat        # for
    | (?:ar|(?<!e)r|)ekin               # with
    | aren|en|(?<!e)ren                 # of
    | ari|ei|ri                         # to
    | (?:eta|e|)(?:ko|tik)              # of a place, from
    | (?:eta|e|)rako | etara | (?:eta|e|)raino | (?<=[gi]o)ra   # for, to, as far as
    | (?:et|e|)an                       # in
    | (?:et|)az | ez | (?<=o)z          # by means of
    | r?ik | ak | ek | a                # some, the
    )$""",
    re.VERBOSE,
)
_CASES = 3
"""Cases stand on cases: "urte-ko-arekin"."""
_LEAST = 3
"""Letters left."""


def uninflected(word: str) -> str:
    """The word without its cases, its article and the endings of its verb forms; lower case in and out."""
    for _ in range(_CASES):
        shorter = _VERB.sub("", word)
        shorter = _NOUN.sub("", word) if shorter == word else shorter
        if shorter == word:
            break
        word = shorter
    if len(word) > _LEAST and word[-1] in "ae":
        word = word[:-1]
    return word[:-1] if word.endswith("rr") else word
