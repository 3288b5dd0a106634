/** What may pass for the name and the phone of who will call: a member reads both. */

export type ProviderName = { readonly name: string; readonly phone: string };

/** A name of letters, digits and the signs that stand in names; no more than 100 of them. */
export const isProviderName = (text: string): boolean => /^[\p{L}\p{N}\p{M}\p{Zs}.,'’&()/-]{1,100}$/u.test(text);

/** A phone number of this country. */
export const isProviderPhone = (text: string): boolean =>
  /^(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/.test(text);
