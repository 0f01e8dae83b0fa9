// What happens in a call, as it happens, until it has ended.
import { EventStream } from "./event-stream.js";

export class CallEvents extends EventStream {
  follow(token, id) {
    return super.follow(token, `/v1/calls/${encodeURIComponent(id)}/events`, { until: "ended" });
  }
}
