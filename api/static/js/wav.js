// Recordings as the service gives them: WAV, 16 bits, one channel, a head of 44 bytes.
const HEAD = 44;

// Both sides as one recording, as long as the longer one.
export async function mixed(blobs) {
  const [first, ...others] = await Promise.all(blobs.map(samplesOf));
  if (!others.length) return blobs[0];
  const all = [first, ...others], sum = new Int16Array(Math.max(...all.map(({ length }) => length)));
  for (const samples of all) {
    for (let n = 0; n < samples.length; n++) sum[n] = Math.max(-32768, Math.min(32767, sum[n] + samples[n]));
  }
  return new Blob([await headOf(blobs[0], sum.byteLength), sum], { type: "audio/wav" });
}

const samplesOf = async (blob) => {
  const bytes = await blob.slice(HEAD).arrayBuffer();
  return new Int16Array(bytes, 0, Math.floor(bytes.byteLength / 2));
};

async function headOf(blob, bytes) {
  const head = await blob.slice(0, HEAD).arrayBuffer(), view = new DataView(head);
  view.setUint32(4, HEAD - 8 + bytes, true);
  view.setUint32(HEAD - 4, bytes, true);
  return head;
}
