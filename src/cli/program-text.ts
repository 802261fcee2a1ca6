import type { Difference } from '#core/blueprint/differences.ts';
import type { InputError } from '#server/problem.ts';
import type { CheckedPage } from '#server/program/text/check-text.ts';

type Changed = Pick<CheckedPage, 'title' | 'differences'>;

/** What changes, page by page, for people. */
export function differencesText(pages: readonly Changed[]): string {
  if (pages.length === 0) return 'The text says what is written already.';
  return pages
    .map(({ title, differences }) => [title, ...differences.map(differenceLine)].join('\n'))
    .join('\n\n');
}

function differenceLine({ label, before, after, kind }: Difference): string {
  if (kind === 'added') return `  + ${label}: ${short(after)}`;
  if (kind === 'removed') return `  - ${label}: ${short(before)}`;
  return `  ~ ${label}: ${short(before)} → ${short(after)}`;
}

/** A text stays readable in one line; the whole of it stands in --json. */
function short(text: string | null): string {
  const line = (text ?? '').replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** What changes and what does not hold. */
export function checkedText(pages: readonly CheckedPage[]): string {
  const changed = pages.filter(({ differences }) => differences.length > 0);
  const blocks = changed.length > 0 ? [differencesText(changed)] : [];
  for (const { title, findings } of pages) {
    if (findings.length === 0) continue;
    const lines = findings.map(
      ({ severity, rule, path, sentence }) =>
        `  ${severity === 'blocking' ? 'missing ' : 'consider'}  ${path === '' ? rule : `${rule} ${path}`}: ${sentence}`,
    );
    blocks.push([`${title}: checks that do not hold`, ...lines].join('\n'));
  }
  const { blocking, advisory } = countsOf(pages);
  const verdict =
    blocking === 0
      ? `Every page in it may be proposed; ${advisory} to consider.`
      : `${blocking} missing before every page may be proposed; ${advisory} to consider.`;
  return [...blocks, verdict].join('\n\n');
}

/** How many checks do not hold. */
export function countsOf(pages: readonly CheckedPage[]): { blocking: number; advisory: number } {
  const findings = pages.flatMap((page) => page.findings);
  const blocking = findings.filter(({ severity }) => severity === 'blocking').length;
  return { blocking, advisory: findings.length - blocking };
}

/** Every fault of a text as editors and terminals link it: file:line:column. */
export function faultLines(
  file: string,
  errors: readonly (InputError & { readonly line?: number; readonly column?: number })[],
): string[] {
  return errors.map(({ line, column, path, expected, found, repair }) => {
    const at = [file, line, column].filter((one) => one !== undefined).join(':');
    return `${at}: ${path === '' ? '' : `${path}: `}expected ${expected}, found ${found}. ${repair}`;
  });
}
