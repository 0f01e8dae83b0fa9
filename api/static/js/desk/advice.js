// What the copilot advises on a conversation, asked for after each message of the person. Only the newest answer counts.
import { Offline, Problem } from "../http.js";
import * as api from "./api.js";
import { knownOf } from "./readings.js";

const SIDE = { citizen: "citizen", agent: "agent", assistant: "agent" }; // the assistant speaks for the service, as the agent does

// Event: `advice` with the conversation, whose `advice` it is: {told}, {failed} or {thinking}.
export class Advice extends EventTarget {
  async ask(conversation) {
    const known = knownOf(conversation.lines, conversation.readings);
    const turns = conversation.lines.filter(({ number, text, manners }) => number !== undefined && text && !manners)
      .map(({ speaker, text, number }) => ({ speaker: SIDE[speaker], text, ...known.get(number), ...(number <= conversation.safeUntil && { safe: true }) }));
    if (!turns.length) return;
    const before = conversation.advice, spoken = conversation.lines.findLast(({ speaker }) => speaker === "agent")?.number ?? 0;
    const mine = (conversation.advice = { thinking: true, told: before?.told ?? null, spoken: before?.spoken, language: conversation.handOff.language });
    this.#tell(conversation);
    const settle = (advice) => {
      if (conversation.advice !== mine) return; // asked again meanwhile
      conversation.advice = advice;
      this.#tell(conversation);
    };
    try {
      const told = await api.suggestions({ turns, language: conversation.handOff.language, agent_language: document.documentElement.lang });
      // Nothing was said to the person since: what they asked before still waits for its answer.
      const waits = !told.suggestions.length && before?.spoken === spoken && before.told?.suggestions.length > 0;
      const whole = waits ? { ...told, id: before.told.id, suggestions: before.told.suggestions, abstained: null } : told;
      settle({ told: whole, spoken, language: conversation.handOff.language });
      told.suggestions.forEach((_, suggestion) => this.note(told.id, { verdict: "shown", suggestion }));
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Problem)) throw error;
      settle({ failed: true, told: null });
    }
  }

  // What became of a suggestion. It helps to choose better ones, and nobody waits for it.
  note(id, verdict) {
    api.feedback(id, verdict).catch(() => null);
  }

  #tell(conversation) {
    this.dispatchEvent(new CustomEvent("advice", { detail: conversation }));
  }
}
