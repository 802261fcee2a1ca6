import { setImmediate as nextTurn } from 'node:timers/promises';
import { shownLetters } from '../../paper/letters.ts';
import { closePaper, ink, margin, openPaper, type Paper, pen, rule, space } from '../../paper/paper.ts';
import { drawSheet, type SheetFrame } from './draw-sheet.ts';
import type { Booklet, Sheet } from './sheet.ts';

/** From easy to read to small print: the largest at which a page fits one sheet is taken. */
const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.76, 0.72] as const;
/** For a page that fits at none of them. */
const longScale = 0.86;

/** Draws everything and gives the file. One page alone, or all of them behind a cover with the list of them. */
export async function drawBooklet(whole: Booklet): Promise<Buffer> {
  const { value: booklet, isLacking } = shownLetters(whole);
  const at = Math.max(...booklet.sheets.map((sheet) => sheet.at));
  const [first] = booklet.sheets;
  const title = booklet.hasCover ? `Partner program of ${booklet.organization}` : (first?.title ?? '');
  const paper = openPaper(title, at, 1);
  if (booklet.hasCover) drawCover(paper, booklet);
  const trial = openPaper('', 0, 1);
  for (const sheet of booklet.sheets) {
    // Drawing is work of some hundred milliseconds: other callers have their turn in between.
    await nextTurn();
    const given = { organization: booklet.organization, isLacking };
    drawSheet(scaled(paper, fittingScale(trial, sheet, given)), sheet, given);
  }
  return closePaper(paper, booklet.hasCover);
}

/** The largest scale at which the page fits one sheet, found by halving. */
function fittingScale(trial: Paper, sheet: Sheet, given: SheetFrame): number {
  const fits = (index: number) => sheetsAt(trial, sheet, given, scales[index] ?? 1) === 1;
  if (fits(0)) return scales[0];
  let small = scales.length - 1;
  if (!fits(small)) return longScale;
  let large = 0;
  while (small - large > 1) {
    const middle = Math.floor((small + large) / 2);
    if (fits(middle)) small = middle;
    else large = middle;
  }
  return scales[small] ?? longScale;
}

/** How many sheets the page takes at a scale; drawn on paper that nobody keeps. */
function sheetsAt(trial: Paper, sheet: Sheet, given: SheetFrame, scale: number): number {
  const { count } = trial.pdf.bufferedPageRange();
  drawSheet(scaled(trial, scale), sheet, given);
  return trial.pdf.bufferedPageRange().count - count;
}

/** The same document with letters of another size. */
function scaled(paper: Paper, scale: number): Paper {
  return {
    pdf: paper.pdf,
    width: paper.width,
    scale,
    get onPage() {
      return paper.onPage;
    },
    set onPage(draw: () => void) {
      paper.onPage = draw;
    },
  };
}

function drawCover(paper: Paper, booklet: Booklet): void {
  const { pdf, width } = paper;
  paper.onPage = () => {};
  pdf.addPage();
  pdf.y = 150;
  pen(paper, 'regular', 12, ink.quiet).text(booklet.organization, margin.side, pdf.y, { width });
  pen(paper, 'bold', 30).text('Partner program', { width });
  space(paper, 4);
  pen(paper, 'italic', 12, ink.quiet).text('Thesis to scoreboard, as it is written down and signed.', {
    width,
  });
  space(paper, 46);
  for (const [index, sheet] of booklet.sheets.entries()) {
    rule(paper, ink.fine);
    space(paper, 6);
    const top = pdf.y;
    pen(paper, 'regular', 10, ink.quiet).text(String(index + 1), margin.side, top, { width: 20 });
    pen(paper, 'bold', 10).text(sheet.title, margin.side + 24, top, { width: 170 });
    pen(paper, 'regular', 9.5, ink.quiet).text(sheet.edition, margin.side + 200, top, { width: width - 200 });
    const signed = sheet.signatures.flatMap((one) => (one.name === null ? [] : [`${one.seat}: ${one.name}`]));
    if (signed.length > 0)
      pen(paper, 'regular', 8, ink.quiet).text(signed.join(' · '), margin.side + 200, pdf.y, {
        width: width - 200,
      });
    pdf.x = margin.side;
    pdf.y = Math.max(pdf.y, top + 14) + 6;
  }
  rule(paper, ink.fine);
}
