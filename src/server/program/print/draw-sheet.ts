import { drawFrame } from '../../paper/draw-frame.ts';
import { lackingSentence } from '../../paper/letters.ts';
import { ink, margin, needRoom, type Paper, pen, rule, space } from '../../paper/paper.ts';
import { drawBlock } from './draw-blocks.ts';
import type { Sheet } from './sheet.ts';

/** Whose sheet it is, and whether letters of it cannot be shown. */
export type SheetFrame = { readonly organization: string; readonly isLacking: boolean };

/** Draws a page of the program on sheets of its own, and what stands above and below each of them. */
export function drawSheet(paper: Paper, sheet: Sheet, given: SheetFrame): void {
  const frame = {
    owner: `${given.organization} · Partner program`,
    edition: sheet.edition,
    foot: `${sheet.title} · content ${sheet.hash.slice(0, 16)}`,
    isDraft: sheet.isDraft,
  };
  paper.onPage = () => drawFrame(paper, frame);
  paper.pdf.addPage();
  pen(paper, 'bold', 19).text(sheet.title, margin.side, paper.pdf.y, { width: paper.width });
  pen(paper, 'italic', 10.5, ink.quiet).text(sheet.question, { width: paper.width });
  space(paper, 6);
  for (const [index, section] of sheet.sections.entries()) {
    needRoom(paper, 56 * paper.scale);
    pen(paper, 'bold', 11).text(`${index + 1}   ${section.title}`, margin.side, paper.pdf.y, {
      width: paper.width,
    });
    space(paper, 1.5);
    rule(paper, ink.line);
    space(paper, 3.5);
    for (const block of section.blocks) drawBlock(paper, block);
    space(paper, 3);
  }
  if (given.isLacking) {
    pen(paper, 'italic', 8, ink.quiet).text(lackingSentence, margin.side, paper.pdf.y, {
      width: paper.width,
    });
    space(paper, 3);
  }
  drawSignatures(paper, sheet);
}

/** A line per seat that signs: who, when, as what; empty until somebody has. */
function drawSignatures(paper: Paper, sheet: Sheet): void {
  const { pdf, width } = paper;
  if (sheet.signatures.length === 0) return;
  const height = 48;
  needRoom(paper, height + 10);
  const gap = 18;
  const own = (width - gap * (sheet.signatures.length - 1)) / sheet.signatures.length;
  const top = pdf.y + 8;
  sheet.signatures.forEach((signature, index) => {
    const left = margin.side + index * (own + gap);
    pdf.font('italic').fontSize(11).fillColor(ink.text);
    pdf.text(signature.name ?? '', left, top, { width: own, height: 16, ellipsis: true });
    pdf
      .moveTo(left, top + 17)
      .lineTo(left + own, top + 17)
      .lineWidth(0.8)
      .strokeColor(ink.text)
      .stroke();
    pdf
      .font('bold')
      .fontSize(8)
      .fillColor(ink.text)
      .text(signature.seat, left, top + 21, { width: own });
    pdf.font('regular').fontSize(7.5).fillColor(ink.quiet).text(signature.when, left, pdf.y, { width: own });
  });
  pdf.x = margin.side;
  pdf.y = top + height;
}
