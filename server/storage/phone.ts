/** One form for one phone, however it was written. */

/** Digits alone, without the country's 1: "+1 (559) 555-0134" and "5595550134" are one phone. */
export function plainPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}
