import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedAction, namedRole } from './act-words.ts';
import { touchActions } from './facts.ts';
import { defaultRoleTable, partnerRoles } from './policy.ts';

describe('the words of people for what was done (5.4)', () => {
  it('name one action each, in English and in German', () => {
    expect(namedAction('Joint meeting')).toBe('joint_meeting');
    expect(namedAction('Gemeinsamer Termin')).toBe('joint_meeting');
    expect(namedAction('EINWAND  behandelt')).toBe('objection_handled');
    expect(namedAction('Technical-Workshop')).toBe('solution_architecture');
  });

  it('are our own words however they are written, and nothing else is guessed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...touchActions), fc.constantFrom(' ', '-', '_', ''), (action, mark) => {
        expect(namedAction(action.replaceAll('_', mark).toUpperCase())).toBe(action);
      }),
    );
    for (const word of ['', 'Lunch', 'Email', 'joint meetings']) expect(namedAction(word), word).toBeNull();
  });
});

describe('the words of people for a role (5.3)', () => {
  it('are those of the signed page first', () => {
    const renamed = { ...defaultRoleTable.validator, label: 'Architect on duty' };
    const table = { ...defaultRoleTable, validator: renamed };
    expect(namedRole('architect on duty', table)).toBe('validator');
    expect(namedRole('architect on duty', defaultRoleTable)).toBeNull();
    for (const role of partnerRoles)
      expect(namedRole(defaultRoleTable[role].label, defaultRoleTable)).toBe(role);
  });

  it('are our own or other usual ones next', () => {
    for (const role of partnerRoles) expect(namedRole(role, defaultRoleTable)).toBe(role);
    expect(namedRole('Co-Seller', defaultRoleTable)).toBe('joint_seller');
    expect(namedRole('Türöffner', defaultRoleTable)).toBe('introducer');
    expect(namedRole('Influencer', defaultRoleTable)).toBeNull();
  });
});
