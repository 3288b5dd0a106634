/** Adds what is not in the list yet. The lists here are short: a set would cost more than it saves. */
export function add<T>(to: T[], one: T): void {
  if (!to.includes(one)) to.push(one);
}
