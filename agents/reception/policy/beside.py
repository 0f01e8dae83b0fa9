"""A message in the middle of a task that does something and asks something beside it: both are heard."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from agents.reception.policy.finding import matter_of_question
from agents.reception.policy.policy_input import (
    MOST_ANSWERING_WORDS,
    TASK_SLOTS,
    Decision,
    NodeName,
    PolicyInput,
)
from agents.reception.tasks.task import Booking, Task, TaskQuestion
from agents.understanding.reading import PartWords, Reading
from agents.understanding.shared.labels import LEANS, OUTSIDE, SURE, Label
from tools.reading.slots import SlotName

EXPLAINED: frozenset[TaskQuestion] = frozenset({"document", "phone", "email", "locator", "visit"})
"""Questions for data that may be asked back about: whose, what for."""
WHEN: frozenset[SlotName] = frozenset({"date", "date_to", "date_or", "time", "time_to", "time_from", "part_of_day"})
_MOST_WORDS_OF_TAG = 3
"""The most words of "is that possible?", which asks nothing more than the wish it follows."""
_ACTING: frozenset[NodeName] = frozenset({"collect", "commit", "queue", "abandon"})
_NO_WISH: frozenset[SlotName] = frozenset({"option", "channel", "channel_not", "when_unread", "document_part"})
"""Values that a question may mention and not wish for."""

_REFUSING: frozenset[Label] = frozenset({"deny", "change", "correct", "drop"})
_CHOOSING: frozenset[TaskQuestion] = frozenset({"place", "option", "what_change"})
"""Questions at which "may it be by phone?" asks for another way."""

Decide = Callable[[PolicyInput], Decision | None]


def with_questions(s: PolicyInput, task: Task, decide: Decide) -> Decision | None:
    """What its statement does, with what is asked beside it answered after that. None where it does not go apart: the
    message is decided about as a whole then. ``decide``: decides about a message that asks nothing beside.
    """
    stated, parts = s.reading.words.stated, s.reading.parts
    if not parts or (s.reading.reserved and task.question == "confirm"):
        return None
    parts = tuple(part for part in parts if not _only_tags(part))
    if not parts:
        return None
    asked = [part for part in parts if not _wishes(s, task, part)]
    own = _without_asked(stated, asked) if stated is not None else None
    if own is not None and task.question == "confirm" and s.reading.labels.isdisjoint(_REFUSING):
        own = replace(own, labels=own.labels - _REFUSING)  # the whole refuses nothing: no part of it does
    done = decide(replace(s, reading=own)) if own is not None else None
    of_task = [part for part in asked if part.words.later or _asks_back(s, task, part)]
    others = [part for part in asked if part not in of_task and not _told_with_it(s, part, done)]
    matter = _corrected(task, done)
    told = (_of_matter(s, part, matter) if matter else _about(s, task, part) for part in others)
    about = tuple(found for found in told if found is not None)
    if done is not None and done.ends_task and matter:
        return replace(done, also=(*done.also, *about), unanswered=len(about) < len(others), own=True)
    if done is None or done.route not in _ACTING:
        if not about or len(others) < len(parts):
            return None  # the question itself asks for another day, for the change, or why a value is asked for
        first, *rest = about
        return Decision("answer", need=first.need, aspect=first.aspect, part=first, also=tuple(rest), task=task)
    if of_task and not done.key:
        done = replace(done, key=help_key(replace(s, reading=of_task[0]), task))
    unanswered = len(about) < len(others)
    return replace(done, aside=done.aside or bool(about), also=(*done.also, *about), unanswered=unanswered, own=True)


def _only_tags(part: Reading) -> bool:
    """Whether it only asks whether the wish before it may be: "on the 10th in the afternoon, is that possible?"."""
    few = len(part.words.asked.split()) <= _MOST_WORDS_OF_TAG
    names = part.aspect is not None or (part.need is not None and not part.goes_on and part.confidence >= SURE)
    return few and not (names or part.slots or part.labels & {"person", "third_person"})


def tells_papers(s: PolicyInput, task: Task) -> bool:
    """Whether the papers are told with the new appointment: to whoever comes, where the need has any of its own."""
    if not isinstance(task, Booking) or task.search.channel == "phone":
        return False
    need = s.catalogue.get(task.need or "")
    return need is not None and len(need.policy.documents) > 1


def _told_with_it(s: PolicyInput, part: Reading, done: Decision | None) -> bool:
    commits = done is not None and done.route == "commit" and done.task is not None and tells_papers(s, done.task)
    return part.aspect == "documents" and commits


def _wishes(s: PolicyInput, task: Task, part: Reading) -> bool:
    """Whether the question asks for another day, hour, place…: "isn't there one on Friday?". Beside a yes, a day or an
    hour in a question about a matter that is beyond doubt is none: "and is mine on Friday cancelled?".
    """
    values = TASK_SLOTS & part.slots.keys() - _NO_WISH
    values |= {"channel"} if task.question in _CHOOSING and "channel" in part.slots else set()
    about = task.question == "confirm" and (part.aspect is not None or replace(s, reading=part).sure_need is not None)
    return bool(values) and not (about and values <= WHEN)


def _without_asked(stated: Reading, asked: Sequence[Reading]) -> Reading:
    """Without the values of questions that wish for nothing."""
    told = {(name, value.value) for part in asked for name, value in part.slots.items()}
    return replace(stated, slots={name: one for name, one in stated.slots.items() if (name, one.value) not in told})


def _corrected(task: Task, done: Decision | None) -> str | None:
    """The matter of the appointment, where the statement says that it is another than was understood."""
    if not isinstance(task, Booking) or task.need is None or done is None:
        return None
    need = done.task.need if isinstance(done.task, Booking) else done.need if done.ends_task else None
    return need if need != task.need else None


def _of_matter(s: PolicyInput, part: Reading, matter: str) -> Reading | None:
    """What is asked beside a correction is about the matter it names, and never about the one it denies; but for
    another one that is named beyond doubt.
    """
    sure = replace(s, reading=part).sure_need
    if part.out_of_scope and part.confidence >= OUTSIDE:
        return None
    named = part.aspect is None and part.leans < LEANS and sure is not None and sure not in (s.need, matter)
    return part if named else replace(part, need=matter, confidence=1.0, alternatives=(), goes_on=False)


def _about(s: PolicyInput, task: Task, part: Reading) -> Reading | None:
    """The question with the matter that it is about; None where no article has anything on it."""
    whole = s.reading
    if len(whole.parts) == 1 and s.sure_need is not None and s.sure_need == task.need:
        part = replace(whole, parts=(), words=PartWords(s.screened.text, part.words.after))  # all of it says more
    p = replace(s, reading=part)
    if part.out_of_scope and part.confidence >= OUTSIDE:
        return None
    need = topic_aside(p, task)
    return None if need is None else replace(part, need=need)


def topic_aside(s: PolicyInput, task: Task) -> str | None:
    """The matter asked about: that of the task, or the appointment itself, where no other is named beyond doubt."""
    likeliest = s.candidates[0].need if s.candidates else None
    near = likeliest if likeliest == task.need or (likeliest and s.about_appointments(likeliest)) else None
    sure = s.sure_need
    if s.reading.aspect == "documents" and task.need and (s.about_us(sure) or (sure and s.about_appointments(sure))):
        return task.need  # the papers asked about are those of what the appointment is for
    return sure or near or task.need or matter_of_question(s, task) or s.need


def _asks_back(s: PolicyInput, task: Task, part: Reading) -> bool:
    """Whether it asks back about the value asked for: "hers or mine?"."""
    return asks_back(replace(s, reading=part), task)


def help_key(s: PolicyInput, task: Task) -> str:
    """What is told to who asks back."""
    return f"help-{'document' if _asks_whose(s, task) else task.question}"


def _asks_whose(s: PolicyInput, task: Task) -> bool:
    """ "Hers or my DNI?": in few words, about no matter that the document would be a paper of."""
    few = len((s.reading.words.asked or s.screened.text).split()) <= MOST_ANSWERING_WORDS
    ours = s.action(s.sure_need) == "answer" and not s.about_us(s.sure_need)
    names = s.reading.words.document and s.reading.aspect is None and (s.says("leans") or s.reading.leans >= LEANS)
    return isinstance(task, Booking) and names and few and not ours


def asks_back(s: PolicyInput, task: Task) -> bool:
    """Whether a question that names no matter is about what was just asked; one that names the document asks whose."""
    if _asks_whose(s, task):
        return True
    if s.sure_need is not None or s.reading.aspect is not None or task.question not in EXPLAINED:
        return False
    return s.says("leans") or s.reading.leaning or not s.candidates
