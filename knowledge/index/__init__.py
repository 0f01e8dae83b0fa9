"""Search by meaning and by words over passages of six languages, kept on disk in parts that never change.

* ``passage_index``   what others use: open it over items, search it
* ``filters``         which passages a search may find
* ``language_index``  the passages of one language: its segments together
* ``lexical``         BM25 over the segments of one language
* ``postings``        which passages of a segment hold which word
* ``segment``         passages indexed together, never changed afterwards: a change is another segment
* ``item_digests``    tells changed content apart: passages, and texts already encoded
* ``nearest``         finds the nearest vectors of a segment: exact, HNSW, IVF-SQ, IVF-PQ
* ``segment_store``   the segments on disk: which are current, which are missing, damaged or forgotten
"""
