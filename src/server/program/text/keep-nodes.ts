import { isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { matchedRows } from '#core/blueprint/differences-of-rows.ts';
import { amountAsWritten, nodeOf, pairOf, scalarOf, type Writer } from './node-of-value.ts';
import { keyOf, nodeValue } from './node-value.ts';
import { type Shape, shapeBelow } from './shape.ts';

/**
 * The node that holds the value from now on: the one that is there, changed where it must be, so that its comments,
 * its quotes and its order stay; or a new one where its kind is another.
 */
export function keptNode(writer: Writer, node: unknown, value: unknown, shape: Shape | undefined): unknown {
  if (Array.isArray(value)) {
    return isSeq(node) ? keptList(writer, node, value, shape) : nodeOf(writer, value, shape);
  }
  if (typeof value === 'object' && value !== null) {
    if (!isMap(node)) return nodeOf(writer, value, shape);
    keepKeys(writer, node as YAMLMap, value as Readonly<Record<string, unknown>>, shape);
    return node;
  }
  if (!isScalar(node)) return nodeOf(writer, value, shape);
  const isAmount = shape?.kind === 'value' && shape.isAmount && typeof value === 'number';
  if (valueOfNode(writer, node, shape) === value) {
    if (isAmount) node.value = amountAsWritten(node.source ?? '');
    return node;
  }
  node.value = scalarOf(writer, value, shape);
  delete node.source;
  delete node.format;
  delete node.minFractionDigits;
  // Quotes are the writer's choice; a block is only right for the text that it was made for.
  if (typeof value !== 'string' || !node.type?.startsWith('QUOTE')) delete node.type;
  return node;
}

/** Makes a map hold exactly these keys: what is there stays in its place, what is new follows the key before it. */
export function keepKeys(
  writer: Writer,
  map: YAMLMap,
  value: Readonly<Record<string, unknown>>,
  shape: Shape | undefined,
): void {
  map.items = map.items.filter((pair) => Object.hasOwn(value, keyOf(pair.key)));
  let before: Pair | null = null;
  for (const [key, one] of Object.entries(value)) {
    const found = map.items.find((pair) => keyOf(pair.key) === key);
    if (found !== undefined) {
      found.value = keptNode(writer, found.value, one, shapeBelow(shape, key));
      before = found;
      continue;
    }
    const added = pairOf(writer, key, one, shape);
    map.items.splice(before === null ? 0 : map.items.indexOf(before) + 1, 0, added);
    before = added;
  }
}

/** The rows of a table stay with the nodes that they were read from, wherever they stand now. */
function keptList(
  writer: Writer,
  node: YAMLSeq,
  value: readonly unknown[],
  shape: Shape | undefined,
): YAMLSeq {
  const [of, columns] = shape?.kind === 'list' ? [shape.of, shape.columns] : [undefined, null];
  const items = [...node.items];
  const source = (at: number): number | undefined => {
    if (columns === null) return at;
    return pairs.find((pair) => pair.after === at)?.before;
  };
  type Row = Readonly<Record<string, unknown>>;
  const rowsBefore = items.map((item) => {
    const row = valueOfNode(writer, item, of);
    return typeof row === 'object' && row !== null ? (row as Row) : {};
  });
  const pairs = columns === null ? [] : matchedRows(rowsBefore, value as readonly Row[], columns);
  node.items = value.map((one, at) => {
    const from = source(at);
    return from === undefined || from >= items.length
      ? nodeOf(writer, one, of)
      : keptNode(writer, items[from], one, of);
  });
  if (value.length === 0) node.flow = true;
  else if (items.length === 0 && columns !== null) node.flow = false;
  return node;
}

function valueOfNode(writer: Writer, node: unknown, shape: Shape | undefined): unknown {
  return nodeValue(node, shape, writer.exponent, '', []);
}
