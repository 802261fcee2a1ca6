import type { Locator, Page } from 'playwright-core';

/**
 * The keystroke-level model (Card, Moran, Newell): an expert's time without error is the sum of its operators. In
 * seconds; a key on the glass of a phone takes longer than one of a keyboard.
 */
const operators = {
  /** A key of a phone's keyboard. */
  K: 0.35,
  /** A tap on something. */
  P: 1.1,
  /** Thinking what comes next: before every field, and before what is chosen from several. */
  M: 1.35,
} as const;

type Operator = keyof typeof operators;

/** A thumb on a phone that does the real thing in the page, and counts what it did. */
export function countedThumb(page: Page) {
  const counts: Record<Operator, number> = { K: 0, P: 0, M: 0 };
  const tap = async (what: Locator): Promise<void> => {
    counts.P += 1;
    await what.click();
  };
  const type = async (text: string): Promise<void> => {
    counts.K += [...text].length;
    await page.keyboard.type(text);
  };
  const think = (): void => {
    counts.M += 1;
  };
  return {
    tap,
    type,
    think,
    /** The key on the keyboard that goes on to the next field. */
    goOn: async (): Promise<void> => {
      counts.K += 1;
      await page.keyboard.press('Enter');
    },
    counts: (): Readonly<Record<Operator, number>> => ({ ...counts }),
    /** What a person would need, in seconds. */
    seconds: (): number =>
      (Object.keys(counts) as Operator[]).reduce((sum, one) => sum + counts[one] * operators[one], 0),
  };
}
