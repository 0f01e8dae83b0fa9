"""Small documents to take in, and one call to take them in."""

from collections.abc import Collection, Sequence
from pathlib import Path

from knowledge.added.add import AddReport, AddRequest, ReportProgress, add_documents


def add(named: Collection[str | Path], store: Path, *, prune: bool = False, site: str = "") -> AddReport:
    return add_documents(AddRequest(named, site, prune), store)


def add_stepwise(named: Collection[str | Path], store: Path, step: ReportProgress) -> AddReport:
    return add_documents(AddRequest(named), store, step=step)


Written = tuple[int, int, int, str]
"""From the left and from the foot of the page, size of the letters, text: in points."""


def pdf(line: str) -> bytes:
    """A PDF of one page that says the line."""
    return pdf_of([[(72, 720, 12, line)]])


def pdf_of(pages: Sequence[Sequence[Written]]) -> bytes:
    """A PDF that writes these texts in this order."""
    kids = " ".join(f"{number} 0 R" for number in range(4, 4 + 2 * len(pages), 2))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        stream = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + end
