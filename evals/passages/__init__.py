"""Search over passages nobody here wrote, against what it is made of.

* ``sets``       passages and questions as JSON Lines files
* ``helps``      makes them of the help of GNOME and of LibreOffice, as Debian packages it
* ``dialogues``  makes them of doc2dial
* ``ways``       the ways to search that are compared
* ``measuring``  which of them put the right passage first
"""
