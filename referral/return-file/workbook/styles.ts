/** Which formats of cells show a day: nothing else tells a day from a number (ECMA-376 part 1, 18.8.30). */
import type { Part } from './package.ts';
import { readXml } from './xml.ts';

/** Whether a cell with this style (its `s`) shows a day. */
export type Styles = (style: number) => boolean;

export const plainStyles: Styles = () => false;

export async function readStyles(part: Part): Promise<Styles> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isCell = false;
  await readXml(part, {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') isCell = true;
      if (name === 'xf' && isCell) formats.push(Number(attribute('numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isCell = false;
    },
  });
  const days = formats.map((id) => {
    const code = codes.get(id);
    return code === undefined ? isBuiltInDay(id) : showsDay(code);
  });
  return (style) => days[style] ?? false;
}

/** 14 to 17 and 22 everywhere; the others in East Asian editions of Excel. */
function isBuiltInDay(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

/** Day or year, outside of what is written as it stands: "days", \d, [Red], and what fills or keeps a space. */
function showsDay(code: string): boolean {
  const [first = ''] = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';');
  return /[dy]/i.test(first);
}
