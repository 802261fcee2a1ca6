import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import { defaultBody } from '#core/program/field.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { withValues } from '#test/harness/with-values.ts';
import cases from '#test/vectors/registration-form.json' with { type: 'json' };
import { formFor, prefill } from './form.ts';
import { formErrorWords } from './portal-words.ts';
import { registrationPage } from './registration-page.ts';
import { registrationTemplate } from './registration-template.ts';
import { parseDraft, parseSubmission } from './submission.ts';

const page = defaultBody(registrationPage.fields);
const today = '2026-11-02' as LocalDate;

function typed(set: object): Record<string, unknown> {
  const all = { ...cases.base, ...set } as Record<string, unknown>;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

const keysOf = (form: ReturnType<typeof formFor>) =>
  form.fields.flatMap(({ inputs }) => inputs.map(({ key }) => key));

describe('a submission', () => {
  it.each(cases.cases)('$id: $name', ({ set, page: changes = {}, archetype = 'si', errors, is = {} }) => {
    const form = formFor(withValues(page, changes), archetype as Archetype);
    const parsed = parseSubmission(form, typed(set), today);
    if (parsed.ok) {
      expect(errors).toEqual([]);
      expect(parsed.submission).toMatchObject(is);
      return;
    }
    expect(parsed.errors.map(({ path, code }) => [path, code])).toEqual(errors);
    for (const error of parsed.errors) {
      for (const language of ['en', 'de'] as const) {
        const { expected, repair } = formErrorWords(language, error);
        expect(`${expected} ${repair}`).not.toMatch(/undefined|null|NaN/);
        expect(repair).toMatch(/^[A-Z].*\.$/);
      }
      expect([...error.found].length).toBeLessThanOrEqual(81);
    }
  });

  it('that is none at all is said to be none', () => {
    const form = formFor(page, 'si');
    for (const input of [null, undefined, 5, 'text', [], { own: 5 }]) {
      expect(parseSubmission(form, input, today)).toMatchObject({
        ok: false,
        errors: [{ code: 'not_a_form' }],
      });
    }
  });

  it('refuses half of an emoji, which no database holds', () => {
    const parsed = parseSubmission(formFor(page, 'si'), typed({ legalName: 'Acme \ud83d' }), today);
    expect(parsed).toMatchObject({ ok: false, errors: [{ path: 'legalName', code: 'hidden_characters' }] });
  });

  it('takes nothing from the prototype of what came in', () => {
    const form = formFor(page, 'si');
    const { legalName, ...rest } = cases.base;
    const input = Object.assign(Object.create({ legalName }), rest);
    expect(parseSubmission(form, input, today)).toMatchObject({ ok: false, errors: [{ path: 'legalName' }] });
  });

  const anyInput = fc.dictionary(
    fc.oneof(
      fc.constantFrom(...Object.keys(cases.base), 'own', 'products', '__proto__', 'role'),
      fc.string(),
    ),
    fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(cases.base))),
  );

  it('of anything is a registration or a list of errors, never a fault', () => {
    fc.assert(
      fc.property(arbitraryPage('registration'), anyInput, (body, input) => {
        const parsed = parseSubmission(formFor(body, 'si'), input, today);
        if (!parsed.ok) expect(parsed.errors.length).toBeGreaterThan(0);
      }),
    );
  });

  it('that is taken in holds everything that is required, whatever else was typed', () => {
    const form = formFor(page, 'si');
    let taken = 0;
    fc.assert(
      fc.property(fc.subarray(Object.keys(cases.base)), fc.string({ unit: 'grapheme' }), (changed, text) => {
        const texts = Object.fromEntries(changed.map((key) => [key, text]));
        const parsed = parseSubmission(form, typed(texts), today);
        if (!parsed.ok) return;
        taken += 1;
        const values: Readonly<Record<string, unknown>> = parsed.submission;
        for (const { key, isRequired } of form.fields.flatMap(({ inputs }) => inputs)) {
          if (isRequired) expect(values[key]).toBeTruthy();
        }
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(5);
  });
});

describe('a draft', () => {
  const form = formFor(page, 'si');

  it('keeps everything as it was typed, and says what is missing', () => {
    const input = { legalName: `<b>${'x'.repeat(10_000)}</b>`, closeOn: 'soon', consent: false };
    const draft = parseDraft(form, input, today);
    expect(draft).toMatchObject({ ok: true, kept: input });
    expect(draft.ok && draft.missing.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['legalName', 'closeOn', 'domain', 'consent']),
    );
  });

  it('that is complete misses nothing', () => {
    expect(parseDraft(form, typed({}), today)).toMatchObject({ ok: true, missing: [] });
  });

  it.each([
    ['a text without end', { evidence: 'x'.repeat(20_001) }, 'too_long'],
    ['a character that no database holds', { evidence: 'a\u0000b' }, 'hidden_characters'],
    ['half of an emoji', { evidence: '\ud83d' }, 'hidden_characters'],
    ['what the form does not ask', { stage: 'won' }, 'not_asked'],
    ['a list without end', { evidenceLinks: Array.from({ length: 201 }, () => 'x') }, 'too_many'],
    ['a depth without end', { value: { a: { b: { c: {} } } } }, 'not_a_form'],
    ['no form', [], 'not_a_form'],
  ])('refuses %s', (_, input, code) => {
    expect(parseDraft(form, input, today)).toMatchObject({ ok: false, errors: [{ code }] });
  });
});

describe('the form', () => {
  it.each(Object.keys(archetypeLabels) as Archetype[])(
    'of %s shows at most twelve fields, consent last',
    (archetype) => {
      const form = formFor(registrationTemplate(archetype), archetype);
      expect(form.fields.length).toBeLessThanOrEqual(page.formMost);
      expect(form.fields.at(-1)?.field).toBe('consent');
      expect(new Set(keysOf(form)).size).toBe(keysOf(form).length);
    },
  );

  it('asks by the last exception that fits', () => {
    const formExceptions = [
      { archetype: 'any', field: 'value', ask: 'off' },
      { archetype: 'si', field: 'value', ask: 'optional' },
    ] as const;
    expect(keysOf(formFor({ ...page, formExceptions }, 'si'))).toContain('value');
    expect(keysOf(formFor({ ...page, formExceptions }, 'msp'))).not.toContain('value');
  });

  it('has products to choose from only where the page tells them apart', () => {
    expect(keysOf(formFor(page, 'si'))).not.toContain('products');
    const products = [{ product: 'CRM' }, { product: ' crm ' }, { product: ' ' }, { product: 'ERP' }];
    const form = formFor({ ...page, products }, 'si');
    expect(form.products).toEqual(['crm', 'ERP']);
    expect(keysOf(form)).toContain('products');
  });

  it('begins with what is known of the rep, and only with what it asks', () => {
    const si = { archetype: 'si', countries: ['NL'], lastCountry: 'DE' } as const;
    expect(prefill(formFor(page, 'si'), si)).toEqual({ country: 'NL', role: 'sell_together' });
    const referral = formFor(registrationTemplate('referral'), 'referral');
    expect(prefill(referral, { archetype: 'referral', countries: null, lastCountry: 'DE' })).toEqual({
      country: 'DE',
    });
    const one = formFor({ ...page, products: [{ product: 'CRM' }] }, null);
    expect(prefill(one, { archetype: null, countries: ['NL', 'DE'], lastCountry: null })).toEqual({
      products: ['CRM'],
    });
  });
});
