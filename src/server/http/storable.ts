import { invalidField } from '../problem.ts';

const DEEPEST = 64;

/**
 * Refuses what no database keeps, wherever it stands in an input: the NUL character, half of a surrogate pair, and
 * nesting without end. `where` names the input: path, query, body. Throws ProblemError `invalid-input`.
 */
export function refuseUnstorable(where: string, input: unknown): void {
  const waiting: [path: string, value: unknown, depth: number][] = [[where, input, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, value, depth] = next;
    if (typeof value === 'string') refuseText(path, value);
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) continue;
    if (depth === DEEPEST) {
      throw invalidField(where, `at most ${DEEPEST} levels`, 'more levels', 'Send a flatter value.');
    }
    for (const [key, inner] of Object.entries(value)) {
      refuseText(`a name in ${path}`, key);
      waiting.push([`${path}.${key}`, inner, depth + 1]);
    }
  }
}

function refuseText(path: string, text: string): void {
  if (text.includes('\0')) {
    throw invalidField(path, 'text without the NUL character', 'a NUL character', 'Take it out.');
  }
  if (!text.isWellFormed()) {
    throw invalidField(
      path,
      'well-formed Unicode',
      'half of a surrogate pair',
      'Take it out or complete it.',
    );
  }
}
