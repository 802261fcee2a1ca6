import { isMap, isPair, isScalar, isSeq, type YAMLMap } from 'yaml';
import { type ProgramDocument, pages } from '#core/blueprint/document.ts';
import { textFormat } from '#core/blueprint/json-schema.ts';
import { nearestKey } from '#core/blueprint/nearest-key.ts';
import { below, parsePage } from '#core/blueprint/parse-body.ts';
import { type BodyError, foundText } from '#core/blueprint/parse-body-value.ts';
import { type CurrencyCode, currencyExponent, parseCurrencyCode } from '#core/money.ts';
import { isPageWord, pageWords } from '#core/program/page.ts';
import { keyOf, nodeValue } from './node-value.ts';
import { shapeOfFields } from './shape.ts';
import { readYaml, type TextError, type YamlText } from './yaml-text.ts';

/** The pages that a text holds; the others stay as they are. */
export type PartialDocument = Partial<ProgramDocument>;

export type ReadText =
  | { readonly ok: true; readonly document: PartialDocument; readonly currency: CurrencyCode }
  | { readonly ok: false; readonly errors: readonly TextError[] };

/**
 * The program that a text (YAML) holds, or everything that is wrong with it, each with line, column and path. The text
 * is taken whole or not at all; a page that is not in it stays as it is, a key that is missing takes its default.
 *
 * Handbook: docs/handbook/program-text.md
 */
export function readText(source: string): ReadText {
  const read = readYaml(source.replace(/^\ufeff/, ''));
  if (!read.ok) return read;
  const { yaml } = read;
  const errors: BodyError[] = [];
  const currency = readHeader(yaml.root, errors);
  const exponent = currency === null ? 2 : currencyExponent(currency);
  const document: Record<string, unknown> = {};
  for (const { key, value } of yaml.root.items) {
    const word = keyOf(key);
    if (!isPageWord(word)) continue;
    const amounts: BodyError[] = [];
    const shape = shapeOfFields(pages[word].fields);
    const raw = nodeValue(value, shape, exponent, word, amounts);
    const parsed = parsePage(word, raw, word);
    errors.push(...amounts, ...(parsed.ok ? [] : parsed.errors));
    if (parsed.ok) document[word] = parsed.body;
  }
  if (currency === null || errors.length > 0) return { ok: false, errors: placed(errors, yaml) };
  return { ok: true, document: document as PartialDocument, currency };
}

function readHeader(root: YAMLMap, errors: BodyError[]): CurrencyCode | null {
  const format = root.get('tandem');
  if (format !== textFormat) {
    errors.push({
      path: 'tandem',
      expected: textFormat,
      found: root.has('tandem') ? foundText(format) : 'no such key',
      repair: `Begin the text with "tandem: ${textFormat}".`,
    });
  }
  const stated = root.get('currency');
  const currency = typeof stated === 'string' ? parseCurrencyCode(stated) : null;
  if (currency === null) {
    errors.push({
      path: 'currency',
      expected: 'the ISO 4217 code of the organization’s currency',
      found: root.has('currency') ? foundText(stated) : 'no such key',
      repair: 'Write it below the first line, such as "currency: EUR".',
    });
  }
  const keys = ['tandem', 'currency', ...pageWords];
  for (const { key } of root.items) {
    const name = keyOf(key);
    if (keys.includes(name)) continue;
    const near = nearestKey(name, keys);
    errors.push({
      path: below('', name),
      expected: `one of the pages ${pageWords.join(', ')}`,
      found: `the key ${foundText(name)}`,
      repair: near === null ? 'Take it out.' : `Did you mean "${near}"?`,
    });
  }
  return currency;
}

/** Every error with the place of the node that its path leads to, or of the nearest node above; by line. */
function placed(errors: readonly BodyError[], yaml: YamlText): TextError[] {
  return errors
    .map((error) => ({ ...error, ...yaml.where(offsetOf(yaml.root, error.path)) }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, 50);
}

function offsetOf(root: YAMLMap, path: string): number {
  let node: unknown = root;
  let offset = 0;
  let reached = '';
  while (reached !== path) {
    const next = stepsOf(node, reached).find((step) => isWithin(path, step.path));
    if (next === undefined) return offset;
    ({ offset, node, path: reached } = next);
  }
  return offset;
}

/** Whether a path is the other or leads further down: `thesis.kill[1].on` is within `thesis.kill`. */
function isWithin(path: string, above: string): boolean {
  return path.startsWith(above) && ['', '.', '['].includes(path.charAt(above.length));
}

type Step = { readonly path: string; readonly node: unknown; readonly offset: number };

function stepsOf(node: unknown, path: string): Step[] {
  if (isMap(node)) {
    return (node as YAMLMap).items.map((pair) => {
      const at = isScalar(pair.value) && pair.value.value !== null ? pair.value : pair.key;
      return { path: below(path, keyOf(pair.key)), node: pair.value, offset: startOf(at) };
    });
  }
  if (!isSeq(node)) return [];
  return node.items.map((item, index) => ({
    path: `${path}[${index}]`,
    node: item,
    offset: startOf(isPair(item) ? item.key : item),
  }));
}

function startOf(node: unknown): number {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range?.[0] ?? 0;
}
