/** A workbook as spreadsheets write it, with whatever stands in its cells. */
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A text is shared, as Excel stores it; the others are written as they are. `at` gives the column from 0. */
export type WrittenCell = string | { readonly xml: string };
export type WrittenRow = { readonly at: number; readonly cells: readonly WrittenCell[]; readonly hidden?: boolean };
export type WrittenSheet = { readonly rows: readonly WrittenRow[]; readonly state?: 'hidden' | 'veryHidden' };
export type Book = {
  readonly sheets?: readonly WrittenSheet[];
  readonly from1904?: boolean;
  /** Parts that are put in the place of what else would be written. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
};

/** Styles of cells: a number as it is; a day as MM/DD/YYYY; a time; a number whose format has quoted letters. */
export const styles = { day: 1, ownDay: 2, time: 3, quoted: 4 } as const;

export const cell = {
  number: (value: string | number, style = 0): WrittenCell => ({ xml: `s="${style}"><v>${value}</v>` }),
  formula: (formula: string, value: string | null): WrittenCell => ({
    xml: ` t="str"><f>${formula}</f>${value === null ? '' : `<v>${value}</v>`}`,
  }),
  of: (type: string, value: string): WrittenCell => ({ xml: `t="${type}"><v>${value}</v>` }),
  inline: (text: string): WrittenCell => ({ xml: `t="inlineStr"><is><t>${escaped(text)}</t></is>` }),
};

/** The day as Excel counts it, from 1900. */
export const serial = (day: string): number => Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** Rows from the first on, without a gap. */
export const rowsOf = (...rows: readonly (readonly WrittenCell[])[]): WrittenSheet => ({
  rows: rows.map((cells, at) => ({ at: at + 1, cells })),
});

export function workbook({ sheets = [], from1904 = false, parts = {} }: Book): Uint8Array {
  const shared: string[] = [];
  const written = sheets.map((sheet) => worksheet(sheet, shared));
  const all: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${types}">${from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
      .map(({ state }, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="s${at}" state="${state ?? 'visible'}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => [`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`] as const),
      ['strings', 'sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles', '/xl/styles.xml'],
    ]),
    'xl/styles.xml': stylesheet,
    ...Object.fromEntries(written.map((xml, at) => [`xl/worksheets/sheet${at}.xml`, xml])),
    'xl/sharedStrings.xml': `<sst ${main}>${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...parts,
  };
  const files: Zippable = {};
  for (const [name, part] of Object.entries(all)) {
    if (part !== null) files[name] = typeof part === 'string' ? strToU8(part) : part;
  }
  return zipSync(files);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const stylesheet = `<styleSheet ${main}><numFmts count="3"><numFmt numFmtId="164" formatCode="[$-409]mm/dd/yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`;

function worksheet({ rows }: WrittenSheet, shared: string[]): string {
  const lines = rows.map(
    ({ at, cells, hidden }) =>
      `<row r="${at}"${hidden === true ? ' hidden="1"' : ''}>${cells.map((one, column) => written(one, `${letters(column)}${at}`, shared)).join('')}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${main}><sheetProtection sheet="1"/><sheetData>${lines.join('')}</sheetData><mergeCells count="1"><mergeCell ref="H1:I1"/></mergeCells></worksheet>`;
}

function written(one: WrittenCell, place: string, shared: string[]): string {
  if (typeof one !== 'string') return `<c r="${place}" ${one.xml}</c>`;
  if (one === '') return '';
  return `<c r="${place}" t="s"><v>${shared.push(one) - 1}</v></c>`;
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
