import { ink, margin, type Paper } from './paper.ts';

/** What stands in the margins of every page of a sheet. */
export type Frame = {
  /** Above, at the left: whose paper it is. */
  readonly owner: string;
  /** Above, at the right: which edition, or which month. */
  readonly edition: string;
  /** Below: what it is, and the hash by which one paper is told from another. */
  readonly foot: string;
  /** Marks every page as a draft. */
  readonly isDraft: boolean;
};

/** Draws the margins of a page. What stands there does not turn the page. */
export function drawFrame(paper: Paper, frame: Frame): void {
  const { pdf, width } = paper;
  const { width: wide, height: high } = pdf.page;
  const { bottom } = pdf.page.margins;
  pdf.page.margins.bottom = 0;
  if (frame.isDraft) {
    pdf.save();
    pdf.rotate(-35, { origin: [wide / 2, high / 2] });
    pdf
      .font('bold')
      .fontSize(150)
      .fillColor(ink.mark)
      .text('DRAFT', 0, high / 2 - 95, { width: wide, align: 'center', lineBreak: false });
    pdf.restore();
  }
  const small = { width, lineBreak: false } as const;
  pdf.font('regular').fontSize(8).fillColor(ink.quiet);
  pdf.text(frame.owner, margin.side, 34, small);
  pdf.text(frame.edition, margin.side, 34, { ...small, align: 'right' });
  pdf
    .moveTo(margin.side, 48)
    .lineTo(margin.side + width, 48)
    .lineWidth(0.6)
    .strokeColor(ink.line)
    .stroke();
  pdf.font('regular').fontSize(7).fillColor(ink.quiet);
  pdf.text(frame.foot, margin.side, high - 40, small);
  pdf.page.margins.bottom = bottom;
}
