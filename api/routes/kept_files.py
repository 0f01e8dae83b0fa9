"""Scripts and styles of the pages, kept by browsers for good."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.http.kept_files import KEPT, content, media_type, version

router = APIRouter(tags=["page"])

_FOR_GOOD = "public, max-age=31536000, immutable"


@router.get(KEPT + "/{digest}/{path:path}", include_in_schema=False)
async def kept_file(digest: str, path: str) -> Response:
    """The file as it is now. A page of another version, in the midst of an upgrade, gets it too, but not to keep."""
    found = content(path)
    if found is None:
        raise HTTPException(404)
    cache = _FOR_GOOD if digest == version(path) else "no-cache"
    return Response(found, media_type=media_type(path), headers={"Cache-Control": cache})
