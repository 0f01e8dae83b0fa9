// What happens in a conversation, as it happens, in whatever tab or process: listened to as long as the page is open.
import { EventStream } from "../js/event-stream.js";
import { eventsPath, Problem } from "../js/http.js";

export class Live extends EventStream {
  // `last`: the id of the last event known. When the conversation is over it ends: the next message will tell why.
  async follow(session, last = "") {
    try {
      await super.follow(session.token, eventsPath(session), { last });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
}
