// What happens in a conversation, as it happens, in whatever tab or process: listened to as long as the page is open.
import { EventStream } from "../js/event-stream.js";
import { eventsPath, Problem } from "../js/http.js";

export class Live extends EventStream {
  // `last`: the id of the last event known; `renew`: gets a new key, since while nothing came the old one may have run out.
  // When the conversation is over it ends: the next message will tell why.
  async follow(session, last, renew) {
    let again = false;
    const key = async () => {
      if (again) await renew(session);
      again = true;
      return session.token;
    };
    try {
      await super.follow(key, eventsPath(session), { last });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
}
