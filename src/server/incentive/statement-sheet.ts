import { setImmediate as nextTurn } from 'node:timers/promises';
import { drawFrame } from '../paper/draw-frame.ts';
import { drawTable, openTable, type Table } from '../paper/draw-table.ts';
import { lackingSentence, shownLetters } from '../paper/letters.ts';
import {
  closePaper,
  ink,
  margin,
  needRoom,
  openPaper,
  type Paper,
  pen,
  rule,
  space,
} from '../paper/paper.ts';

/** A statement, ready to be drawn: every amount and day is a text already. */
export type StatementSheet = {
  readonly owner: string;
  readonly title: string;
  readonly month: string;
  readonly lead: string;
  /** A name and what it says, in the order of reading. */
  readonly facts: readonly (readonly [name: string, text: string])[];
  readonly account: Table;
  readonly lines: Table;
  /** What waited because of a dispute when it was issued; null where nothing did. */
  readonly held: Table | null;
  readonly hash: string;
  /** When it was issued, epoch milliseconds. */
  readonly at: number;
};

/** Rows that are drawn before other callers have their turn. */
const rowsAtOnce = 40;

/** Draws a statement and gives the file. The same statement gives the same bytes until its payment is recorded. */
export async function drawStatement(whole: StatementSheet): Promise<Buffer> {
  const { value: sheet, isLacking } = shownLetters(whole);
  const paper = openPaper(sheet.title, sheet.at, 1);
  const { width } = paper;
  paper.onPage = () =>
    drawFrame(paper, {
      owner: sheet.owner,
      edition: sheet.month,
      foot: `${sheet.title} · lines ${sheet.hash.slice(0, 16)}`,
      isDraft: false,
    });
  paper.pdf.addPage();
  pen(paper, 'bold', 19).text(sheet.title, margin.side, paper.pdf.y, { width });
  pen(paper, 'italic', 10.5, ink.quiet).text(sheet.lead, { width });
  space(paper, 8);
  drawFacts(paper, sheet.facts);
  space(paper, 8);
  section(paper, 'Account');
  drawTable(paper, sheet.account);
  space(paper, 8);
  section(paper, 'Lines');
  await drawLong(paper, sheet.lines);
  if (sheet.held !== null) {
    space(paper, 8);
    section(paper, 'Waited because of a dispute when this was issued');
    pen(paper, 'regular', 8.5, ink.quiet).text(
      'Not part of the total. A line stands on the next statement once its dispute has ended.',
      margin.side,
      paper.pdf.y,
      { width },
    );
    space(paper, 3);
    await drawLong(paper, sheet.held);
  }
  space(paper, 8);
  const end = `Fingerprint of the lines (SHA-256): ${sheet.hash}`;
  const notes = isLacking ? [lackingSentence, end] : [end];
  for (const note of notes) {
    needRoom(paper, 20);
    pen(paper, 'regular', 7.5, ink.quiet).text(note, margin.side, paper.pdf.y, { width });
  }
  return closePaper(paper, false);
}

function section(paper: Paper, title: string): void {
  needRoom(paper, 60);
  pen(paper, 'bold', 11).text(title, margin.side, paper.pdf.y, { width: paper.width });
  space(paper, 1.5);
  rule(paper, ink.line);
  space(paper, 3.5);
}

function drawFacts(paper: Paper, facts: StatementSheet['facts']): void {
  const names = 110;
  for (const [name, text] of facts) {
    const top = paper.pdf.y;
    pen(paper, 'regular', 9.5, ink.quiet).text(name, margin.side, top, { width: names - 10 });
    pen(paper, 'regular', 9.5).text(text, margin.side + names, top, { width: paper.width - names });
    paper.pdf.x = margin.side;
    space(paper, 1.5);
  }
}

async function drawLong(paper: Paper, table: Table): Promise<void> {
  const draw = openTable(paper, table);
  for (const index of table.rows.keys()) {
    if (index % rowsAtOnce === rowsAtOnce - 1) await nextTurn();
    draw(index);
  }
}
