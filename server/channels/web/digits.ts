/** Digits of any script as the ones that machines read. */

/** First digits of the scripts that members type in: Arabic-Indic, Persian, Devanagari, Gurmukhi, Thai, Lao, Khmer, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x0a66, 0x0e50, 0x0ed0, 0x17e0, 0xff10];

export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
