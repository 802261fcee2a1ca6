import { describe, expect, it } from 'vitest';
import { archetypeLabel } from './partner-data.ts';
import { bodyOf, fieldsOf } from './partner-fields.tsx';

const partner = {
  partnerId: 'p',
  number: 1,
  name: 'Acme',
  domain: null,
  country: 'NL',
  archetype: 'si',
  signedOn: '2026-01-05',
  managerId: null,
  openingStage: 'manage',
  people: [],
  certifiedOn: null,
  countries: null,
  suspendedAt: null,
};

describe('a partner on screen', () => {
  it('goes into the form and comes out as it was, unknown staying unknown', () => {
    expect(bodyOf(fieldsOf(partner))).toEqual({
      name: 'Acme',
      domain: null,
      country: 'NL',
      archetype: 'si',
      signedOn: '2026-01-05',
      openingStage: 'manage',
    });
    expect(bodyOf({ ...fieldsOf(null), name: ' Acme ' })).toEqual({
      name: 'Acme',
      domain: null,
      country: null,
      archetype: null,
      signedOn: null,
      openingStage: null,
    });
  });

  it('does not carry over an archetype that the form cannot show', () => {
    expect(fieldsOf({ ...partner, archetype: 'nonsense' }).archetype).toBeNull();
  });

  it('names its archetype, or says that there is none', () => {
    expect(archetypeLabel('isv')).toBe('ISV');
    expect(archetypeLabel(null)).toBe('No archetype');
    expect(archetypeLabel('nonsense')).toBe('nonsense');
  });
});
