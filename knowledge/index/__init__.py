"""Search by meaning and by words over passages of six languages, kept on disk in parts that never change.

* ``PassageIndex``   what others use: open it over items, search it
* ``filters``        which passages a search may find
* ``by_language``    the passages of one language: its segments together
* ``lexical``        BM25 over the segments of one language
* ``postings``       which passages of a segment hold which word
* ``segment``        passages indexed together, never changed afterwards: a change is another segment
* ``entries``        what is told apart when content changes: passages, and texts already encoded
* ``kinds``          how a segment finds its nearest vectors: exact, HNSW, IVF-SQ, IVF-PQ
* ``store``          the segments on disk: which are current, which are missing, damaged or forgotten
"""

from knowledge.index.passage_index import Hit, PassageIndex

__all__ = ["Hit", "PassageIndex"]
