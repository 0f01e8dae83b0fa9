"""Cases of a citizen for staff: read, resolved, noted, and what was promised in them. Every look is audited."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends

from api.http.dependencies import LanguageDep, ServicesDep
from api.http.looks import ChangeDep, Look, LookDep
from api.schemas.cases import CaseIn, CaseOut, CasesOut, PromiseDoneIn, PromiseIn
from api.services.services import Services
from knowledge.languages import Language
from tools.audit import Action
from tools.citizens.cases import Case
from tools.citizens.identity import case_shown
from tools.ids import RandomIds

router = APIRouter(prefix="/v1/citizens/{citizen_id}/cases", tags=["citizens"])


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A case that somebody changes."""

    case_id: str
    look: Look
    services: Services
    language: Language

    async def make(self, action: Action, change: Callable[[Case, datetime], Case], **about: Any) -> CaseOut:
        """Write to the audit what is done, and do it."""
        await self.look.note(self.services, action, case=self.case_id, **about)
        now = self.services.clock()
        cases, citizen = self.services.citizens.cases, self.look.citizen
        changed = await cases.edit(citizen, self.case_id, lambda case: change(case, now))
        return CaseOut.of(changed, self.services.knowledge.catalogue, self.language)


async def get_case_change(case_id: str, look: ChangeDep, services: ServicesDep, language: LanguageDep) -> CaseChange:
    """What a change of a case needs."""
    return CaseChange(case_id, look, services, language)


CaseChangeDep = Annotated[CaseChange, Depends(get_case_change)]


@router.get("")
async def cases(look: LookDep, services: ServicesDep, language: LanguageDep) -> CasesOut:
    """Their matters, open ones first. Asked within a contact, as much as is known there of who they are allows."""
    await look.note(services, "cases")
    found = [case_shown(case, look.level) for case in await services.citizens.cases.of(look.citizen)]
    return CasesOut(cases=[CaseOut.of(case, services.knowledge.catalogue, language) for case in found if case])


@router.patch("/{case_id}")
async def change(body: CaseIn, case: CaseChangeDep) -> CaseOut:
    """Resolve it, open it again, or write a note."""
    who, told = case.look.staff.who, {"state": body.state, "noted": body.note is not None}
    return await case.make("case", lambda one, now: body.change(one, now, who), **told)


@router.post("/{case_id}/promises", status_code=201)
async def promise(body: PromiseIn, case: CaseChangeDep) -> CaseOut:
    """Write down what was promised. The same words of the same side are there once."""
    made = body.promise(RandomIds().token())
    return await case.make("promise", lambda one, now: one.promised(now, made))


@router.patch("/{case_id}/promises/{promise_id}")
async def keep(promise_id: str, body: PromiseDoneIn, case: CaseChangeDep) -> CaseOut:
    """Say that a promise was kept, or not after all."""
    told = {"promise": promise_id, "done": body.done}
    return await case.make("promise", lambda one, now: one.with_promise(now, promise_id, done=body.done), **told)
