// A stream of server-sent events over fetch: unlike EventSource it sends a token, and notices a silent line.
const SILENT_MS = 40_000; // the service says something every fifteen seconds

// `ask(headers, signal)` answers with a response; yields one empty event when it is there, then each as it comes.
export async function* readEvents(ask, last, stopped) {
  const silence = new AbortController();
  const headers = last ? { "Last-Event-ID": last } : {};
  const response = await ask(headers, AbortSignal.any([silence.signal, stopped]));
  yield {};
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  while (true) {
    const timer = setTimeout(() => silence.abort(), SILENT_MS);
    const { done, value } = await reader.read().catch(() => ({ done: true }));
    clearTimeout(timer);
    if (done) return;
    const parts = (held + value).replaceAll("\r\n", "\n").split("\n\n");
    held = parts.pop();
    yield* parts.map(parse).filter(({ kind }) => kind);
  }
}

function parse(text) {
  const fields = Object.fromEntries(text.split("\n").map((line) => line.split(/: (.*)/s, 2)));
  return fields.data ? { kind: fields.event, body: JSON.parse(fields.data), number: fields.id } : {};
}
