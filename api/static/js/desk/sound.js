// One soft sound when somebody waits for this agent. It can be switched off, and stays off.
const KEY = "isac.desk.sound";
const NOTES = [[523.25, 0], [659.25, 0.14]]; // a third upwards, quiet

let context = null;

export function isOn() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function set(on) {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // It is on again after a reload.
  }
  if (on) play();
}

export function play() {
  if (!isOn()) return;
  context ??= new AudioContext();
  for (const [frequency, after] of NOTES) {
    const start = context.currentTime + after, volume = new GainNode(context, { gain: 0 });
    const note = new OscillatorNode(context, { frequency });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.08, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.5);
    note.connect(volume).connect(context.destination);
    note.start(start);
    note.stop(start + 0.55);
  }
}
