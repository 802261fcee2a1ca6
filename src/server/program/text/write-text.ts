import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isScalar, Pair, Scalar, type YAMLMap } from 'yaml';
import { type ProgramDocument, pages } from '#core/blueprint/document.ts';
import { textFormat } from '#core/blueprint/json-schema.ts';
import { type CurrencyCode, currencyExponent } from '#core/money.ts';
import { isPageWord, type Page, type PageWord, pageWords } from '#core/program/page.ts';
import { keepKeys, keptNode } from './keep-nodes.ts';
import { amountTag, nodeOf, pairOf, type Writer } from './node-of-value.ts';
import { keyOf } from './node-value.ts';
import { readText } from './read-text.ts';
import { shapeOfFields } from './shape.ts';
import { headComment, pageComment, sectionComment } from './text-comments.ts';
import { readYaml, yamlLayout, yamlOptions } from './yaml-text.ts';

export type WriteText = {
  readonly currency: CurrencyCode;
  /** The text that was imported last; its comments, its order and its quotes stay where their nodes still are. */
  readonly kept: string | null;
  /** One page only; all of them where it is not given. */
  readonly only?: PageWord | undefined;
};

/**
 * The program as text (YAML): format and currency, then the pages in order. Written for the first time, it carries the
 * guidance of the pages as comments; after an import it carries the comments of the imported text.
 *
 * Handbook: docs/handbook/program-text.md
 */
export function writeText(document: ProgramDocument, { currency, kept, only }: WriteText): string {
  const words = only === undefined ? pageWords : [only];
  const known = kept !== null && readText(kept).ok ? readYaml(kept.replace(/^\ufeff/, '')) : null;
  if (known?.ok) {
    const text = written(known.yaml.document, document, currency, words);
    const back = readText(text);
    // Comments are worth keeping, but never at the price of a value.
    const wanted = Object.fromEntries(words.map((word) => [word, document[word]]));
    if (back.ok && isDeepStrictEqual(back.document, wanted)) return text;
  }
  return written(emptyDocument(), document, currency, words);
}

function written(
  yaml: Document,
  document: ProgramDocument,
  currency: CurrencyCode,
  words: readonly PageWord[],
): string {
  yaml.setSchema('1.2', { ...yamlOptions, customTags: (tags) => [...tags, amountTag] });
  const writer: Writer = { schema: yaml.schema as Writer['schema'], exponent: currencyExponent(currency) };
  const root = yaml.contents as unknown as YAMLMap;
  setHeader(root, 'tandem', textFormat, null);
  setHeader(root, 'currency', currency, 'tandem');
  root.items = root.items.filter(({ key }) => {
    const word = keyOf(key);
    return !isPageWord(word) || words.includes(word);
  });
  let before = 'currency';
  for (const word of words) {
    placePage(writer, root, word, document, before);
    before = word;
  }
  return yaml.toString(yamlLayout);
}

function emptyDocument(): Document {
  const document = new Document({}, yamlOptions);
  document.commentBefore = headComment;
  return document;
}

function setHeader(root: YAMLMap, key: string, value: string, after: string | null): void {
  const found = root.items.find((pair) => keyOf(pair.key) === key);
  if (found !== undefined && isScalar(found.value)) found.value.value = value;
  else insertAfter(root, new Pair(new Scalar(key), new Scalar(value)), after);
}

function placePage(
  writer: Writer,
  root: YAMLMap,
  word: PageWord,
  document: ProgramDocument,
  before: string,
): void {
  const page: Page = pages[word];
  const shape = shapeOfFields(page.fields);
  const body = inOrder(page, document[word] as Readonly<Record<string, unknown>>);
  const found = root.items.find((pair) => keyOf(pair.key) === word);
  if (found !== undefined) {
    if (isMap(found.value)) keepKeys(writer, found.value as YAMLMap, body, shape);
    else found.value = keptNode(writer, found.value, body, shape);
    return;
  }
  const made = pairOf(writer, word, {}, undefined);
  made.value = nodeOf(writer, body, shape);
  const name = made.key as Scalar;
  name.commentBefore = pageComment(page);
  name.spaceBefore = true;
  for (const [index, section] of page.sections.entries()) {
    const [first] = section.fields;
    const key = (made.value as YAMLMap).items.find((pair) => keyOf(pair.key) === first)?.key;
    if (!(key instanceof Scalar)) continue;
    key.commentBefore = `${sectionComment(section)}\n\n${key.commentBefore ?? ''}`;
    key.spaceBefore = index > 0;
  }
  insertAfter(root, made, before);
}

/** The fields of a page as its sections order them. */
function inOrder(page: Page, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = page.sections.flatMap((section) => section.fields);
  return { ...Object.fromEntries(names.map((name) => [name, body[name]])), ...body };
}

function insertAfter(root: YAMLMap, pair: Pair, after: string | null): void {
  const at = root.items.findIndex((one) => keyOf(one.key) === after);
  root.items.splice(at + 1, 0, pair);
}
