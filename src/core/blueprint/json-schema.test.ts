import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageWords } from '#core/program/page.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { defaultDocument, pages } from './document.ts';
import { type JsonSchema, programJsonSchema } from './json-schema.ts';

const schema = programJsonSchema();
const properties = schema.properties as Record<string, JsonSchema>;

/** As much of JSON Schema as this one uses: whether the value is valid, by path of what is not. */
function faults(of: JsonSchema, value: unknown, path = ''): string[] {
  const here = (isGood: boolean) => (isGood ? [] : [path]);
  const known = ['$schema', '$id', 'title', 'description', 'required', 'format'];
  return Object.entries(of).flatMap(([keyword, wanted]): string[] => {
    if (known.includes(keyword)) return [];
    switch (keyword) {
      case 'type': {
        const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
        const types = [wanted].flat() as string[];
        return here(types.includes(type) || (Number.isInteger(value) && types.includes('integer')));
      }
      case 'properties':
        return Object.entries(wanted as Record<string, JsonSchema>).flatMap(([key, inner]) =>
          Object.hasOwn(value as object, key)
            ? faults(inner, (value as Record<string, unknown>)[key], `${path}.${key}`)
            : [],
        );
      case 'additionalProperties':
        return Object.keys(value as object)
          .filter((key) => !Object.hasOwn(of.properties as object, key))
          .map((key) => `${path}.${key}`);
      case 'items':
        return (value as unknown[]).flatMap((one, index) =>
          faults(wanted as JsonSchema, one, `${path}[${index}]`),
        );
      case 'prefixItems':
        return (wanted as JsonSchema[]).flatMap((inner, index) =>
          faults(inner, (value as unknown[])[index], `${path}[${index}]`),
        );
      case 'oneOf':
        return here((wanted as { const: unknown }[]).filter((one) => one.const === value).length === 1);
      case 'const':
        return here(value === wanted);
      case 'maxLength':
        return here(typeof value !== 'string' || [...value].length <= (wanted as number));
      case 'pattern':
        return here(typeof value !== 'string' || new RegExp(wanted as string, 'u').test(value));
      case 'minimum':
        return here(typeof value !== 'number' || value >= (wanted as number));
      case 'maximum':
        return here(typeof value !== 'number' || value <= (wanted as number));
      case 'minItems':
        return here((value as unknown[]).length >= (wanted as number));
      case 'maxItems':
        return here((value as unknown[]).length <= (wanted as number));
      default:
        throw new Error(`a keyword that this test does not know: ${keyword}`);
    }
  });
}

describe('the JSON Schema of the program as text', () => {
  it('knows every page and every field by its label', () => {
    expect(schema.$id).toBe('urn:tandem:program:1');
    expect(Object.keys(properties)).toEqual(['tandem', 'currency', ...pageWords]);
    for (const word of pageWords) {
      const fields = properties[word]?.properties as Record<string, JsonSchema>;
      const labels = Object.entries(pages[word].fields).map(([key, field]) => [key, field.label]);
      expect(Object.entries(fields).map(([key, field]) => [key, field.title])).toEqual(labels);
    }
  });

  it('accepts the defaults', () => {
    expect(faults(schema, { tandem: 'program/1', currency: 'EUR', ...defaultDocument() })).toEqual([]);
  });

  it.each(pageWords)('accepts whatever the page %s can hold', (word) => {
    fc.assert(
      fc.property(arbitraryPage(word), (body) => {
        expect(faults(properties[word] as JsonSchema, body)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses unknown keys, wrong types and words that are no choice', () => {
    const body = { market: 5, archetype: 'vendor', kil: [], kill: [{ on: '31 March' }] };
    expect(faults(properties.thesis as JsonSchema, body, 'thesis').toSorted()).toEqual([
      'thesis.archetype',
      'thesis.kil',
      'thesis.kill[0].on',
      'thesis.market',
    ]);
  });
});
