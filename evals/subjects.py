"""The suites by name, and what each measures. Apart from the tasks: listing them needs no Inspect AI."""

SUBJECTS = {
    "language": "short messages, the language named right",
    "need": "unseen questions plainly put, the need named right",
    "need_hard": "unseen hard questions, the need named right",
    "need_apart": "how people ask, by somebody who has not seen what is taught",
    "answers": "cited answers with the right figures, referrals, refusals, no decisions",
    "facts": "a figure of every need, asked for in as many ways",
    "facts_apart": "figures asked for by somebody who has not seen what is taught",
    "unanswerable": "what no article gives, not answered as if one did",
    "unanswerable_apart": "the same, by somebody who does not know the kinds",
    "follow_ups": "conversations that lean on what was said, each turn about the right need",
    "follow_ups_apart": "the same, by somebody who has not seen what is taught",
    "conversations": "whole conversations of strangers, what each turn must and must not say",
    "booking": "scripted citizens, graded by the final state of the database, pass^k",
    "copilot": "calls and chats of strangers: what is suggested where, silence, wrong figures caught",
    "summary": "those calls and chats summed up: reason, facts, entities, commitments, support",
    "hand_off": "a person from anywhere in one turn, danger, no ghost hand-offs",
}
