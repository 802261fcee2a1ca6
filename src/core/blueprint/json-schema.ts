/**
 * The JSON Schema of the program as text: what an editor completes and checks while somebody writes the YAML. It is
 * made from the fields of the pages, as everything else is, and says what `parsePage` accepts, apart from amounts,
 * which stand in the text in major units.
 *
 * Handbook: docs/handbook/program-text.md
 */

import type {
  Field,
  FieldUnit,
  GridField,
  ScalarField,
  SeriesField,
  TableField,
} from '#core/program/field.ts';
import type { Page, Section } from '#core/program/page.ts';
import { pages } from './document.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };
type Unit = FieldUnit | 'money' | 'share' | undefined;

/** The version of the text's format, as its first line names it. */
export const textFormat = 'program/1';

/** The schema (JSON Schema 2020-12) of the whole document. A page or a key that is missing takes its defaults. */
export function programJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:tandem:program:1',
    title: 'The program as text',
    description: 'The pages of a partner program, in the order that works.',
    type: 'object',
    additionalProperties: false,
    required: ['tandem', 'currency'],
    properties: {
      tandem: { const: textFormat, title: 'Format', description: 'The version of this format.' },
      currency: {
        type: 'string',
        pattern: '^[A-Z]{3}$',
        title: 'Currency',
        description:
          'The ISO 4217 code of the organization’s currency. Every amount is in it, in major units.',
      },
      ...Object.fromEntries(Object.values(pages).map((page) => [page.word, pageSchema(page)])),
    },
  };
}

function pageSchema(page: Page): JsonSchema {
  return {
    title: page.title,
    description: [page.question, ...page.sections.map(sectionText)].filter(Boolean).join('\n\n'),
    ...objectOf(page.fields),
  };
}

function sectionText(section: Section): string {
  return section.guidance === '' ? '' : `${section.title}: ${section.guidance}`;
}

function objectOf(fields: Readonly<Record<string, Field>>, unit?: Unit): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, { ...said(field), ...fieldSchema(field, unit) }]),
    ),
  };
}

function fieldSchema(field: Field, unit: Unit): JsonSchema {
  switch (field.kind) {
    case 'group':
      return objectOf(field.fields);
    case 'grid':
      return gridSchema(field);
    case 'table':
      return tableSchema(field);
    case 'series':
      return seriesSchema(field, unit);
    default:
      return scalarSchema(field, unit);
  }
}

function gridSchema(grid: GridField): JsonSchema {
  const rows = Object.entries(grid.rows).map(([key, row]) => {
    const description = row.guidance === undefined ? {} : { description: row.guidance };
    return [key, { title: row.label, ...description, ...objectOf(grid.columns, row.unit) }];
  });
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(rows) };
}

function tableSchema(table: TableField): JsonSchema {
  return { type: 'array', maxItems: table.most, items: { title: table.row, ...objectOf(table.columns) } };
}

function seriesSchema(series: SeriesField, unit: Unit): JsonSchema {
  const { length } = series.labels;
  return {
    type: 'array',
    minItems: length,
    maxItems: length,
    prefixItems: series.labels.map((title) => ({ title, ...scalarSchema(series.of, unit) })),
  };
}

function scalarSchema(field: ScalarField, unit: Unit): JsonSchema {
  const mayBeNull = field.kind === 'text' || field.default === null;
  const typed = (type: string) => ({ type: mayBeNull ? [type, 'null'] : type });
  switch (field.kind) {
    case 'text':
      return { ...typed('string'), maxLength: field.most };
    case 'flag':
      return { type: 'boolean' };
    case 'date':
      return { ...typed('string'), format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'choice': {
      const options = Object.entries(field.options).map(([key, title]) => ({ const: key, title }));
      return { oneOf: mayBeNull ? [...options, { const: null, title: 'not answered' }] : options };
    }
    case 'number':
      return { ...typed(field.isWhole ? 'integer' : 'number'), minimum: field.least, maximum: field.most };
    case 'share':
      return { ...typed('number'), minimum: field.least, maximum: field.most };
    case 'money':
      return { ...typed('number'), minimum: 0 };
    case 'measure':
      return { ...typed('number'), minimum: unit === 'share' ? -1 : 0 };
  }
}

/** Label, guidance and how to write the value, for whoever hovers over a key. */
function said(field: Field): JsonSchema {
  const description = [field.guidance ?? '', howToWrite(field)].filter(Boolean).join(' ');
  return { title: field.label, ...(description === '' ? {} : { description }) };
}

function howToWrite(field: Field): string {
  switch (field.kind) {
    case 'number':
      return field.unit === 'count' ? '' : `In ${field.unit}.`;
    case 'share':
      return 'A fraction: 0.15 is 15 %.';
    case 'money':
      return 'An amount in major units, without separators: 5000.50.';
    case 'measure':
      return 'In the unit of its row; shares are fractions, amounts are in major units.';
    case 'series':
      return `One value for each of: ${field.labels.join(', ')}.`;
    default:
      return '';
  }
}
