// What happens in a call, as it happens, until it has ended; with a side also what the page of the other one tells it.
import { EventStream } from "./event-stream.js";

export class CallEvents extends EventStream {
  follow(token, id, track = null) {
    return super.follow(token, `/v1/calls/${encodeURIComponent(id)}/events${track ? `?track=${track}` : ""}`, { until: "ended" });
  }
}
