/** The order of pieces on a line (UAX 9, L2). */

/** From reading order to the order on the page, left to right. Odd levels run from right to left. */
export function reordered<T extends { readonly level: number }>(items: readonly T[]): readonly T[] {
  const order = [...items];
  const highest = Math.max(0, ...items.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to += 1;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return order;
}
