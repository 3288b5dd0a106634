/** What a workbook holds: its sheets that can be seen, in their order, and where their texts and formats stand. */
import type { Package } from './package.ts';
import { Refused } from './refused.ts';
import { readXml } from './xml.ts';

export type Book = {
  /** Names of parts. */
  readonly sheets: readonly string[];
  readonly strings: string | null;
  readonly styles: string | null;
  /** Days are counted from 1904, as old Macintosh computers did. */
  readonly from1904: boolean;
};

/** Refuses a ZIP archive that holds no workbook. */
export async function readBook(parts: Package): Promise<Book> {
  const main = ofType(await relations(parts, ''), 'officeDocument');
  if (main === null) throw new Refused('otherFile');
  const related = await relations(parts, main);
  const sheets: string[] = [];
  let from1904 = false;
  const elements: string[] = [];
  await readXml(parts(main), {
    open(name, attribute) {
      if (elements.length === 0) elements.push(name);
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
      const sheet = related.find(({ id }) => id === attribute('id'));
      // A chart can be a sheet of its own.
      if (sheet?.type === 'worksheet') sheets.push(sheet.target);
    },
  });
  if (elements[0] !== 'workbook') throw new Refused('otherFile');
  return { sheets, strings: ofType(related, 'sharedStrings'), styles: ofType(related, 'styles'), from1904 };
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

const ofType = (all: readonly Relation[], type: string): string | null =>
  all.find((one) => one.type === type)?.target ?? null;

/** What a part refers to; the empty name is the package itself. */
async function relations(parts: Package, name: string): Promise<readonly Relation[]> {
  const slash = name.lastIndexOf('/') + 1;
  const folder = name.slice(0, slash);
  const found: Relation[] = [];
  await readXml(parts(`${folder}_rels/${name.slice(slash)}.rels`), {
    open(element, attribute) {
      if (element !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      const type = attribute('Type') ?? '';
      found.push({
        id: attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: new URL(target, `file:///${folder}`).pathname.slice(1),
      });
    },
  });
  return found;
}
