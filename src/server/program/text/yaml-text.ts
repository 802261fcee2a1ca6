import {
  type Document,
  isAlias,
  isDocument,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { below } from '#core/blueprint/parse-body.ts';
import type { InputError } from '../../problem.ts';

/** One thing that is wrong with a text, and where it stands. Lines and columns count from 1. */
export type TextError = InputError & { readonly line: number; readonly column: number };

/** The largest text that is read, in bytes. A whole program takes a twentieth of it. */
export const largestText = 1024 * 1024;

/** The file is read by a recursive parser, so its depth is bounded before it gets there. */
const most = { tokens: 200_000, flow: 16, indicators: 8, indent: 64 } as const;

/** How a text is read and, with `customTags`, written: YAML 1.2, where `no` is a word and not false. */
export const yamlOptions = {
  version: '1.2',
  schema: 'core',
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  merge: false,
} as const;

/** How a text is laid out. */
export const yamlLayout = { lineWidth: 100, flowCollectionPadding: false } as const;

export type YamlText = {
  readonly document: Document.Parsed<ParsedNode>;
  readonly root: YAMLMap;
  readonly where: (offset: number) => { line: number; column: number };
};

export type ReadYaml =
  | { readonly ok: true; readonly yaml: YamlText }
  | { readonly ok: false; readonly errors: readonly TextError[] };

/**
 * The text as a tree of YAML nodes with their places. Refused with line and column: what is no YAML, a second
 * document, a key that stands twice, anchors, aliases and tags, what is too large or nested too deep.
 */
export function readYaml(source: string): ReadYaml {
  const size = Buffer.byteLength(source);
  if (size > largestText) {
    return refused('a text of at most 1 MB', `${size} bytes`, 'Take out what is not part of the program.');
  }
  if (source.includes('\u0000')) {
    return refused('a text', 'characters that no text has', 'Save it as UTF-8 text.');
  }
  const deepAt = tooDeepAt(source);
  const lines = new LineCounter();
  const where = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (deepAt !== null) {
    lineStarts(source, lines);
    return refused(
      'five levels of keys',
      'more than that',
      'Write it as the exported text does.',
      where(deepAt),
    );
  }
  const document = parseDocument(source, { ...yamlOptions, lineCounter: lines });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) {
    return refused(
      'valid YAML',
      sentence(fault.message),
      'Mend this line; indent with spaces, and use no tags.',
      where(fault.pos[0]),
    );
  }
  const directives = document.directives;
  if (directives.yaml.explicit === true || Object.keys(directives.tags).length > 1) {
    return refused('no directive', 'a line that begins with %', 'Take that line out.');
  }
  const errors = faultsOf(document, where);
  if (errors.length > 0) return { ok: false, errors };
  const root = document.contents;
  if (!isMap(root)) {
    const found = root === null || (isScalar(root) && root.value === null) ? 'nothing' : 'something else';
    return refused('keys with values', found, 'Begin with "tandem: program/1".');
  }
  return { ok: true, yaml: { document, root: root as unknown as YAMLMap, where } };
}

function refused(
  expected: string,
  found: string,
  repair: string,
  place = { line: 1, column: 1 },
): Extract<ReadYaml, { ok: false }> {
  return { ok: false, errors: [{ path: '', expected, found, repair, ...place }] };
}

/** What YAML allows and a program does not need: keys twice, anchors, aliases, tags. */
function faultsOf(document: Document.Parsed, where: YamlText['where']): TextError[] {
  const errors: TextError[] = [];
  const add = (offset: number, path: string, expected: string, found: string, repair: string) => {
    if (errors.length < 50) errors.push({ path, expected, found, repair, ...where(offset) });
  };
  visit(document, {
    Node(_key, node, parents) {
      const offset = node.range?.[0] ?? 0;
      const path = pathOf(parents);
      if (isAlias(node)) add(offset, path, 'a value', 'an alias (*)', 'Write the value itself.');
      else if (node.anchor) add(offset, path, 'a value', 'an anchor (&)', 'Take the anchor out.');
      else if (node.tag)
        add(offset, path, 'a value', `the tag ${node.tag.slice(0, 40)}`, 'Take the tag out.');
    },
    Map(_key, map, parents) {
      const seen = new Map<string, number>();
      for (const pair of map.items) {
        if (!isScalar(pair.key)) continue;
        const key = String(pair.key.value);
        const at = pair.key.range?.[0] ?? 0;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, at);
        else {
          const path = below(pathOf([...parents, map]), key);
          add(
            at,
            path,
            'each key once',
            `it stands in line ${where(first).line} too`,
            'Keep one of the two.',
          );
        }
      }
    },
  });
  return errors;
}

/** The path of the keys and positions that lead to the last of these nodes. */
function pathOf(parents: readonly unknown[]): string {
  return parents.reduce<string>((path, parent, index) => {
    if (isDocument(parent) || parent === null || typeof parent !== 'object') return path;
    if ('key' in parent) return isScalar(parent.key) ? below(path, String(parent.key.value)) : path;
    const next = parents[index + 1];
    if (!isMap(parent) && isNode(parent) && 'items' in parent) {
      const at = (parent.items as unknown[]).indexOf(next);
      return at < 0 ? path : `${path}[${at}]`;
    }
    return path;
  }, '');
}

/** Where the text nests deeper than any program does, as an offset; null if it nowhere does. */
function tooDeepAt(source: string): number | null {
  let offset = 0;
  let tokens = 0;
  let flow = 0;
  let indicators = 0;
  let isFresh = true;
  for (const token of new Lexer().lex(source)) {
    tokens += 1;
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow -= 1;
    else if (token === '-' || token === '?') indicators += 1;
    else if (token === '\n' || token === '\r\n') indicators = 0;
    const isIndent = isFresh && /^[ \t]+$/.test(token);
    const { length } = token;
    if (tokens > most.tokens || flow > most.flow || indicators > most.indicators) return offset;
    if (isIndent && length > most.indent && !/^\r?\n/.test(source.slice(offset + length))) return offset;
    isFresh = token === '\n' || token === '\r\n';
    // Marks of the lexer (document, scalar) stand for no letter of the text.
    if (!/^[\u0002\u0018\u001f]$/.test(token)) offset += length;
  }
  return null;
}

function lineStarts(source: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
}

function sentence(message: string): string {
  return message.replace(/\s+/g, ' ').slice(0, 160);
}
