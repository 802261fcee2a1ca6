import type { PrintSection } from '#core/blueprint/print-blocks.ts';
import type { PageWord } from '#core/program/page.ts';

/** One line under a page: a seat, and who signed for it, when and as what. */
export type SheetSignature = {
  readonly seat: string;
  readonly name: string | null;
  /** “3 Nov 2026, in the interim as CEO”; “Not signed”. */
  readonly when: string;
};

/** A page of the program, ready to be drawn. */
export type Sheet = {
  readonly word: PageWord;
  readonly title: string;
  readonly question: string;
  readonly sections: readonly PrintSection[];
  /** “Version 3, in force from 1 Oct 2026”, “Draft”. */
  readonly edition: string;
  readonly isDraft: boolean;
  readonly signatures: readonly SheetSignature[];
  /** SHA-256 of the text, by which a paper can be told from another. */
  readonly hash: string;
  /** When its text was last changed, epoch milliseconds. */
  readonly at: number;
};

/** What is printed: one sheet, or the whole blueprint behind a cover. */
export type Booklet = {
  readonly organization: string;
  readonly sheets: readonly Sheet[];
  readonly hasCover: boolean;
};
