/** A part of the data's attention: a block of one grid, and the heads of one of its layers. */

/** Everything about a part: its tokens, and `heads(layer)` with `at(query, key)` for each head of a layer. */
export function partOf(data, number) {
  const part = data.parts[number];
  const grid = data.grids[part.grid];
  const [firstQuery, endQuery] = part.queries;
  const [firstKey, endKey] = part.keys;
  const width = grid.keys.length;
  const size = grid.queries.length * width;
  const values = grid.weights?.values;
  let offset = 0;
  const layers = new Map();
  grid.layers.forEach((layer, place) => {
    layers.set(
      layer,
      grid.heads[place].map((head, at) => {
        const start = (offset + at) * size + firstQuery * width + firstKey;
        return {
          head,
          layer,
          place: offset + at,
          color: data.colors[head],
          at: (query, key) => values[start + query * width + key],
        };
      }),
    );
    offset += grid.heads[place].length;
  });
  return {
    grid,
    firstQuery,
    firstKey,
    queries: grid.queries.slice(firstQuery, endQuery),
    keys: grid.keys.slice(firstKey, endKey),
    layers: grid.layers,
    heads: (layer) => layers.get(layer) ?? [],
  };
}

/** A share as text. */
export function share(value) {
  return value.toFixed(3);
}
