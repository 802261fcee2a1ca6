import { describe, expect, it } from 'vitest';
import { formFor } from '#core/registration/form.ts';
import { registrationExample } from '#core/registration/registration-template.ts';
import type { RegistrationForm } from '../../registration/typed.ts';
import { errorsOf, errorWordsAt } from './form-errors.ts';

// As the API gives it: lists that anybody may change.
const form = structuredClone(formFor(registrationExample, 'si')) as RegistrationForm;
const nothing = { all: false, left: new Set<string>() };
const all = { all: true, left: new Set<string>() };

describe('what is wrong with a form', () => {
  it('is silent about empty fields until somebody tries to send', () => {
    const errors = errorsOf(form, {}, 'UTC');
    expect(errorWordsAt('legalName', errors, null, 'en', nothing)).toBeNull();
    const left = { all: false, left: new Set(['legalName']) };
    expect(errorWordsAt('legalName', errors, null, 'en', left)).toBeNull();
    expect(errorWordsAt('legalName', errors, null, 'en', all)).toBe('Fill it in.');
    expect(errorWordsAt('consent', errors, null, 'de', all)).toMatch(/Satz/);
  });

  it('is said of what was typed once the field is left, in the language of the reader', () => {
    const errors = errorsOf(form, { contactMail: 'ada at acme' }, 'UTC');
    expect(errorWordsAt('contactMail', errors, null, 'en', nothing)).toBeNull();
    const left = { all: false, left: new Set(['contactMail']) };
    expect(errorWordsAt('contactMail', errors, null, 'en', left)).toBe('Check the address.');
    expect(errorWordsAt('contactMail', errors, null, 'de', left)).not.toBe('Check the address.');
  });

  it('finds the errors of one line among several links at their field', () => {
    const errors = errorsOf(form, { evidenceLinks: ['https://example.org/mail', 'no link'] }, 'UTC');
    expect(errorWordsAt('evidenceLinks', errors, null, 'en', all)).toMatch(/browser/);
    expect(errorWordsAt('evidence', errors, null, 'en', all)).toBe('Fill it in.');
  });

  it('shows what the server alone found', () => {
    const problem = {
      ...{ type: 'urn:tandem:problem:invalid-input', title: 'no', status: 400 },
      errors: [{ path: 'domain', expected: 'a', found: 'b', repair: 'Use the main one.' }],
    };
    expect(errorWordsAt('domain', [], problem, 'en', nothing)).toBe('Use the main one.');
  });
});
