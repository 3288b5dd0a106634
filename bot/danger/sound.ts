/** How a Spanish word sounds, whatever the letters: a hurried thumb writes "kiero", "aser", "bibir", "corason". */

/** Words that sound alike have the same sound: h is silent, b is v, z and soft c are s, k and qu are hard c, ll is y. */
export function sound(word: string): string {
  return word
    .replace(/c(?=h)/g, '#')
    .replace(/h/g, '')
    .replace(/v|w/g, 'b')
    .replace(/z|c(?=[ei])/g, 's')
    .replace(/k|qu(?=[ei])|q/g, 'c')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/mb/g, 'nb')
    .replace(/(.)\1+/gu, '$1');
}
