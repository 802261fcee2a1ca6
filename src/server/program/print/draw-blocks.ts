import type { PrintBlock, PrintLine } from '#core/blueprint/print-blocks.ts';
import { notAnswered } from '#core/blueprint/value-text.ts';
import { drawTable } from '../../paper/draw-table.ts';
import { ink, margin, needRoom, type Paper, pen, space } from '../../paper/paper.ts';

/** Draws one block of a page below what is there. */
export function drawBlock(paper: Paper, block: PrintBlock): void {
  if (block.title !== null) {
    needRoom(paper, 40 * paper.scale);
    pen(paper, 'bold', 8.5, ink.quiet).text(block.title, margin.side, paper.pdf.y, { width: paper.width });
    space(paper, 1.5);
  }
  switch (block.kind) {
    case 'lines':
      drawLines(paper, block.lines);
      break;
    case 'entries':
      for (const entry of block.entries) drawEntry(paper, entry.title, entry.lines);
      break;
    case 'table': {
      const lines = linesOfTable(block);
      if (lines === null) drawTable(paper, block);
      else drawLines(paper, lines);
      break;
    }
  }
  space(paper, 3.5);
}

/** Names and answers that are this short stand two abreast. */
const shortName = 64;
const shortAnswer = 26;

function isShort({ label, text, isLong }: PrintLine): boolean {
  return !isLong && label.length <= shortName && (text ?? notAnswered).length <= shortAnswer;
}

/** Lines below each other; short ones that follow each other, in pairs. */
function drawLines(paper: Paper, lines: readonly PrintLine[]): void {
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line === undefined) continue;
    if (next !== undefined && isShort(line) && isShort(next)) {
      drawPair(paper, line, next);
      index += 1;
    } else drawLine(paper, line);
  }
}

/** A table that only names things and says one short word of each, or only lists them, as lines; null for any other. */
function linesOfTable(table: Extract<PrintBlock, { kind: 'table' }>): PrintLine[] | null {
  const lines = table.rows.map(([first, second]) => ({
    label: first ?? '',
    text: table.head.length === 2 ? (second ?? null) : '',
    isLong: false,
  }));
  const fits = table.head.length === 2 ? table.named : table.head.length === 1;
  return fits && lines.every(isShort) ? lines : null;
}

function drawPair(paper: Paper, left: PrintLine, right: PrintLine): void {
  const { pdf, width } = paper;
  const gap = 20;
  const own = (width - gap) / 2;
  const height = Math.max(pairHeight(paper, left, own), pairHeight(paper, right, own));
  needRoom(paper, height);
  const top = pdf.y;
  for (const [index, line] of [left, right].entries()) {
    const from = margin.side + index * (own + gap);
    const names = line.text === '' ? own : own * 0.66;
    pen(paper, 'regular', 9, line.text === '' ? ink.text : ink.quiet).text(line.label, from, top, {
      width: names,
    });
    pen(paper, line.text === null ? 'italic' : 'regular', 9, line.text === null ? ink.quiet : ink.text).text(
      line.text ?? notAnswered,
      from + own * 0.68,
      top,
      { width: own * 0.32 },
    );
  }
  pdf.x = margin.side;
  pdf.y = top + height + 1.5 * paper.scale;
}

function pairHeight(paper: Paper, line: PrintLine, own: number): number {
  const names = line.text === '' ? own : own * 0.66;
  const label = pen(paper, 'regular', 9).heightOfString(line.label, { width: names });
  return Math.max(label, paper.pdf.heightOfString(line.text ?? notAnswered, { width: own * 0.32 }));
}

/** A name at the left, what it says at the right. */
function drawLine(paper: Paper, line: PrintLine): void {
  const { pdf, width } = paper;
  const gap = 12;
  const names = Math.round(width * 0.36);
  const text = line.text ?? notAnswered;
  const values = width - names - gap;
  const nameHeight = pen(paper, 'regular', 9.5).heightOfString(line.label, { width: names });
  const textHeight = pdf.heightOfString(text, { width: values });
  needRoom(paper, Math.min(Math.max(nameHeight, textHeight), 120));
  const top = pdf.y;
  pen(paper, 'regular', 9.5, ink.quiet).text(line.label, margin.side, top, { width: names });
  const [face, color] =
    line.text === null ? (['italic', ink.quiet] as const) : (['regular', ink.text] as const);
  pen(paper, face, 9.5, color).text(text, margin.side + names + gap, top, { width: values });
  pdf.x = margin.side;
  pdf.y = Math.max(top + nameHeight, pdf.y) + 1.5 * paper.scale;
}

/** A row with long texts: its name, then everything in one run, each part named in italics. */
function drawEntry(paper: Paper, title: string, lines: readonly PrintLine[]): void {
  const { pdf, width } = paper;
  needRoom(paper, 44 * paper.scale);
  pen(paper, 'bold', 9.5).text(title, margin.side, pdf.y, { width });
  const shown = lines.filter(({ text }) => text !== '');
  for (const [index, line] of shown.entries()) {
    const text = line.text ?? notAnswered;
    const end = index === shown.length - 1;
    pen(paper, 'italic', 9.5, ink.quiet).text(`${line.label}: `, { continued: true, width });
    pen(paper, line.text === null ? 'italic' : 'regular', 9.5, ink.text).text(
      /[.!?]$/.test(text) ? `${text} ` : `${text}. `,
      { continued: !end, width },
    );
  }
  space(paper, 4);
}
