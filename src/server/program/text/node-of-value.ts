import { Pair, Scalar, type ScalarTag, type Schema, YAMLMap, YAMLSeq } from 'yaml';
import { amountText } from '#core/blueprint/amount-text.ts';
import { type Shape, shapeBelow } from './shape.ts';
import { fieldComment } from './text-comments.ts';

/** What nodes are written with: the schema of their document and the digits of the currency. */
export type Writer = { readonly schema: Schema; readonly exponent: number };

/** An amount as it stands in the text. */
class Amount {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Lets an amount be written digit by digit; a number could not hold every one. It reads nothing. */
export const amountTag: ScalarTag = {
  tag: 'tag:tandem,2026:amount',
  default: true,
  identify: (value) => value instanceof Amount,
  resolve: (text) => text,
  stringify: ({ value }) => (value instanceof Amount ? value.text : String(value)),
};

/** A new node for a value, with the labels of its fields as comments. */
export function nodeOf(writer: Writer, value: unknown, shape: Shape | undefined): Scalar | YAMLMap | YAMLSeq {
  if (Array.isArray(value)) {
    const seq = new YAMLSeq(writer.schema);
    const of = shape?.kind === 'list' ? shape.of : undefined;
    seq.items = value.map((one) => nodeOf(writer, one, of));
    seq.flow = value.length === 0 || (shape?.kind === 'list' && shape.columns === null);
    return seq;
  }
  if (typeof value === 'object' && value !== null) {
    const map = new YAMLMap(writer.schema);
    map.items = Object.entries(value).map(([key, one]) => pairOf(writer, key, one, shape));
    return map;
  }
  return new Scalar(scalarOf(writer, value, shape));
}

/** A key with its value, and above it the label of its field. */
export function pairOf(writer: Writer, key: string, value: unknown, above: Shape | undefined): Pair {
  const name = new Scalar(key);
  const field = above?.kind === 'keys' ? above.labelled[key] : undefined;
  if (field !== undefined) name.commentBefore = fieldComment(field);
  return new Pair(name, nodeOf(writer, value, shapeBelow(above, key)));
}

/** What a scalar node holds: the value itself, or the amount in major units. */
export function scalarOf(writer: Writer, value: unknown, shape: Shape | undefined): unknown {
  const isAmount = shape?.kind === 'value' && shape.isAmount && typeof value === 'number';
  return isAmount ? new Amount(amountText(value, writer.exponent)) : value;
}

/** An amount that is already in the text, as it was written there. */
export function amountAsWritten(text: string): unknown {
  return new Amount(text);
}
