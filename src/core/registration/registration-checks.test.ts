import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import { checkSentence } from '#core/program/check.ts';
import type { Seat } from '#core/program/seat.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { describeChecks } from '#test/harness/check-vectors.ts';
import vectors from '#test/vectors/program-registration.json' with { type: 'json' };
import { checkRegistration, registrationCheckWords } from './registration-checks.ts';
import type { RegistrationBody } from './registration-page.ts';
import { registrationTemplate } from './registration-template.ts';

const noGates = new Set<string>();
const asked = ({ form }: RegistrationBody) =>
  Object.values(form).filter(({ ask }) => ask === 'required').length;

describeChecks('the checks of the registration policy', vectors, {
  check: (body: RegistrationBody, { heldSeats, openGates }) =>
    checkRegistration(body, heldSeats as Partial<Record<Seat, boolean>>, new Set(openGates as string[])),
  words: registrationCheckWords,
});

describe('the registration policy', () => {
  it.each(Object.keys(archetypeLabels) as Archetype[])(
    'of the template for %s passes its checks',
    (archetype) => {
      const checks = checkRegistration(registrationTemplate(archetype), {}, noGates);
      expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    },
  );

  it('asks less of who only introduces', () => {
    expect(asked(registrationTemplate('referral'))).toBeLessThan(asked(registrationTemplate('reseller')));
  });

  it('is judged in full sentences, whatever somebody writes', () => {
    fc.assert(
      fc.property(arbitraryPage('registration'), (body) => {
        for (const check of checkRegistration(body, { partner_ops: false }, noGates)) {
          expect(checkSentence(registrationCheckWords, check)).toMatch(/\.$/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
