import { describe, expect, it } from 'vitest';
import { fields, fieldsOfKind, requiredFields } from '#connectors/understanding/fields.ts';
import { fieldLabel, fieldsOf, neededFields } from './fields.ts';
import type { ImportKind } from './import-data.ts';
import { kinds } from './kinds.ts';

const every = Object.keys(kinds) as ImportKind[];

describe('the fields that the wizard offers', () => {
  it('are those that the reader of files knows, for every kind', () => {
    for (const kind of every) {
      expect([...fieldsOf(kind)].sort(), kind).toEqual([...fieldsOfKind[kind]].sort());
      expect(neededFields(kind), kind).toEqual(requiredFields[kind]);
    }
  });

  it('all have a name in words', () => {
    for (const field of fields) expect(fieldLabel(field)).not.toBe(field);
  });
});
