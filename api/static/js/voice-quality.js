// How well a line carries a voice, from two readings of its figures: of every hundred packets at most five lost, and
// none much later than the others.
const LOST = 0.05, JITTER_S = 0.06, ROUND_TRIP_S = 0.5;

// `report`: statistics of RTCPeerConnection; `before`: what was seen last. Returns `good` or `poor`, and what was seen.
export function qualityOf(report, before) {
  const heard = report.find(({ type, kind }) => type === "inbound-rtp" && kind === "audio") ?? {};
  const way = report.find(({ type, nominated }) => type === "candidate-pair" && nominated) ?? {};
  const seen = { received: heard.packetsReceived ?? 0, lost: heard.packetsLost ?? 0 };
  const received = seen.received - (before?.received ?? 0), lost = seen.lost - (before?.lost ?? 0);
  const poor = lost > LOST * (received + lost) || heard.jitter > JITTER_S || way.currentRoundTripTime > ROUND_TRIP_S;
  return [poor ? "poor" : "good", seen];
}
