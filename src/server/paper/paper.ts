import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** A4 in points, with the room that a sheet leaves around it. */
export const margin = { top: 60, bottom: 54, side: 50 } as const;

export const ink = {
  text: '#1d1c19',
  quiet: '#5f5d56',
  line: '#d2d0ca',
  fine: '#e4e2dd',
  mark: '#f0efec',
} as const;

const fonts = createRequire(import.meta.url);
const family = '@expo-google-fonts/source-serif-4';
const files = {
  regular: `${family}/400Regular/SourceSerif4_400Regular.ttf`,
  italic: `${family}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  bold: `${family}/600SemiBold/SourceSerif4_600SemiBold.ttf`,
} as const;

export type Face = keyof typeof files;

/** The fonts, read once. */
const faces = Object.entries(files).map(([face, file]) => [face, readFileSync(fonts.resolve(file))] as const);

/** The face that most is set in; the others have the same letters. */
export const regularBytes = readFileSync(fonts.resolve(files.regular));

/** A document that is being drawn, and how small its letters are: 1 is the size that is easy to read. */
export type Paper = {
  readonly pdf: PDFKit.PDFDocument;
  readonly scale: number;
  readonly width: number;
  /** Called when a page begins, before anything is drawn on it. */
  onPage: () => void;
};

/** Opens an empty document. The same content at the same time gives the same bytes. */
export function openPaper(title: string, at: number, scale: number): Paper {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin.top, bottom: margin.bottom, left: margin.side, right: margin.side },
    autoFirstPage: false,
    bufferPages: true,
    lang: 'en',
    pdfVersion: '1.7',
    displayTitle: true,
    info: {
      Title: title,
      CreationDate: new Date(at),
      ModDate: new Date(at),
      Producer: 'Tandem',
      Creator: 'Tandem',
    },
  });
  for (const [face, bytes] of faces) pdf.registerFont(face, bytes);
  const paper: Paper = { pdf, scale, width: 595.28 - 2 * margin.side, onPage: () => {} };
  pdf.on('pageAdded', () => {
    paper.onPage();
    pdf.x = margin.side;
    pdf.y = margin.top;
  });
  return paper;
}

/** Chooses face, size (in points at scale 1) and colour. */
export function pen(paper: Paper, face: Face, size: number, color: string = ink.text): PDFKit.PDFDocument {
  return paper.pdf
    .font(face)
    .fontSize(size * paper.scale)
    .fillColor(color);
}

/** The lowest point of a page that may be drawn on. */
export function bottomOf(paper: Paper): number {
  return paper.pdf.page.height - margin.bottom;
}

/** Turns the page if less room than this is left. */
export function needRoom(paper: Paper, height: number): void {
  if (paper.pdf.y + height > bottomOf(paper)) paper.pdf.addPage();
}

/** A rule across the text at the present height. */
export function rule(paper: Paper, color: string): void {
  const { pdf, width } = paper;
  pdf
    .moveTo(margin.side, pdf.y)
    .lineTo(margin.side + width, pdf.y)
    .lineWidth(0.6)
    .strokeColor(color)
    .stroke();
}

/** Moves down by points at scale 1. */
export function space(paper: Paper, points: number): void {
  paper.pdf.y += points * paper.scale;
}

/** Ends the document with the number of each page, once it is known how many there are, and gives the file. */
export async function closePaper(paper: Paper, hasCover: boolean): Promise<Buffer> {
  const { pdf } = paper;
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  drawNumbers(paper, hasCover);
  pdf.end();
  return done;
}

/** A cover has no number. */
function drawNumbers(paper: Paper, hasCover: boolean): void {
  const { pdf, width } = paper;
  const { start, count } = pdf.bufferedPageRange();
  for (let page = hasCover ? 1 : 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    const { bottom } = pdf.page.margins;
    pdf.page.margins.bottom = 0;
    pdf.font('regular').fontSize(7).fillColor(ink.quiet);
    pdf.text(`${page + 1} of ${count}`, margin.side, pdf.page.height - 40, {
      width,
      align: 'right',
      lineBreak: false,
    });
    pdf.page.margins.bottom = bottom;
  }
}
