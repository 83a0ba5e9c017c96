/** Arrays out of the page's data, as `packing.py` wrote them. */

const FINE = 16;

/** Any JSON value with each packed array in it replaced by `{ shape, values }`, values being numbers in one row. */
export async function unpackAll(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return Promise.all(value.map(unpackAll));
  if ("bits" in value && "data" in value) return { shape: value.shape, values: await unpack(value) };
  const entries = Object.entries(value).map(async ([name, each]) => [name, await unpackAll(each)]);
  return Object.fromEntries(await Promise.all(entries));
}

async function unpack({ shape, bits, low, high, data }) {
  const stream = new Blob([fromBase64(data)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const bytes = await new Response(stream).arrayBuffer();
  const codes = bits === FINE ? new Uint16Array(bytes) : new Uint8Array(bytes);
  const most = 2 ** bits - 2;
  const shares = Float32Array.from({ length: most + 2 }, (_, code) => (code === 0 ? NaN : (code - 1) / most));
  const values = new Float32Array(codes.length); // plain loops: there are millions of them
  if (low === undefined) {
    const squares = shares.map((share) => share * share);
    for (let place = 0; place < codes.length; place += 1) values[place] = squares[codes[place]];
    return values;
  }
  const block = codes.length / shape[0];
  for (let at = 0, place = 0; at < shape[0]; at += 1) {
    const [least, span] = [low[at], high[at] - low[at]];
    for (const end = place + block; place < end; place += 1) values[place] = least + span * shares[codes[place]];
  }
  return values;
}

function fromBase64(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  return bytes;
}
