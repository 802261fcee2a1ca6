import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { minorOf } from '#core/blueprint/amount-text.ts';
import { below } from '#core/blueprint/parse-body.ts';
import { type BodyError, foundText } from '#core/blueprint/parse-body-value.ts';
import { type Shape, shapeBelow } from './shape.ts';

/**
 * The plain value of a node, read along its shape: amounts become minor units, all else stays what YAML says it is.
 * An amount that is no plain decimal is added to `errors`, and stands at its default meanwhile.
 */
export function nodeValue(
  node: unknown,
  shape: Shape | undefined,
  exponent: number,
  path: string,
  errors: BodyError[],
): unknown {
  if (isMap(node)) {
    return Object.fromEntries(
      (node as YAMLMap).items.map((pair) => {
        const key = keyOf(pair.key);
        return [key, nodeValue(pair.value, shapeBelow(shape, key), exponent, below(path, key), errors)];
      }),
    );
  }
  if (isSeq(node)) {
    const of = shape?.kind === 'list' ? shape.of : undefined;
    return node.items.map((item, index) => nodeValue(item, of, exponent, `${path}[${index}]`, errors));
  }
  if (!isScalar(node)) return null;
  if (shape?.kind !== 'value' || !shape.isAmount || node.value === null) return node.value;
  const minor = typeof node.value === 'number' ? minorOf(node.source ?? '', exponent) : null;
  if (minor !== null) return minor;
  errors.push({
    path,
    expected: `an amount in major units with at most ${exponent} digits after the point`,
    found: typeof node.value === 'number' ? (node.source ?? '').slice(0, 40) : foundText(node.value),
    repair: `Write it as a plain decimal, such as ${exponent === 0 ? '5000' : '5000.50'}.`,
  });
  return shape.field.default;
}

/** The text of a key. */
export function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}
