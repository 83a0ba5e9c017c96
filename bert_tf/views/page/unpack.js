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
  const packed = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const bytes = await new Response(stream).arrayBuffer();
  const codes = bits === FINE ? new Uint16Array(bytes) : new Uint8Array(bytes);
  const most = 2 ** bits - 2;
  const shares = Float32Array.from({ length: most + 2 }, (_, code) => (code === 0 ? NaN : (code - 1) / most));
  if (low === undefined) {
    const squares = shares.map((share) => share * share);
    return Float32Array.from(codes, (code) => squares[code]);
  }
  const block = codes.length / shape[0];
  return Float32Array.from(codes, (code, place) => {
    const at = Math.floor(place / block);
    return low[at] + (high[at] - low[at]) * shares[code];
  });
}
