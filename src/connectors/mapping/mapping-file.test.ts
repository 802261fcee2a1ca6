import { describe, expect, it } from 'vitest';
import { parseCurrencyCode } from '#core/money.ts';
import { readBytes } from '../fixtures/import-bytes.ts';
import { parseMappingText } from './mapping-file.ts';
import { planMapping } from './plan.ts';

const errorsOf = (text: string) => {
  const parsed = parseMappingText(text);
  return parsed.ok ? [] : parsed.errors;
};

describe('the mapping file', () => {
  it('accepts the example of the command line', () => {
    const text = `{ "kind": "stage-history", "timeZone": "Europe/Amsterdam", "dateOrder": "ymd", "currency": "EUR",
      "columns": { "opportunityId": "Case", "stage": "Activity", "changedAt": "When", "amount": "Amount" },
      "stages": { "Submitted": {"order": 0}, "Offer": {"order": 3, "entry": true}, "Approved": {"outcome": "won"}, "Declined": {"outcome": "lost"}, "Note": {"ignore": true} },
      "partner": { "column": "Partner", "role": "originator" } }`;
    expect(parseMappingText(text)).toMatchObject({ ok: true, mapping: { kind: 'stage-history' } });
  });

  it.each([
    ['{', '', 'JSON'],
    ['{"columns":{}}', 'kind', 'one of'],
    ['{"kind":"deals","columns":{}}', 'kind', 'one of'],
    ['{"kind":"accounts"}', 'columns', 'an object'],
    ['{"kind":"accounts","columns":{"nmae":"x"}}', 'columns.nmae', 'one of'],
    ['{"kind":"accounts","columns":{"name":5}}', 'columns.name', 'text'],
    ['{"kind":"accounts","columns":{},"dateOrder":"us"}', 'dateOrder', 'one of mdy, dmy, ymd'],
    ['{"kind":"accounts","columns":{},"currency":"EURO"}', 'currency', 'ISO 4217'],
    ['{"kind":"accounts","columns":{},"timeZone":"CEST5"}', 'timeZone', 'IANA'],
    [
      '{"kind":"accounts","columns":{},"stages":{"A":{"outcome":"win"}}}',
      'stages.A.outcome',
      'one of open, won, lost',
    ],
    ['{"kind":"accounts","columns":{},"stage":{}}', 'stage', 'one of'],
  ])('%s', (text, path, expected) => {
    expect(errorsOf(text)[0]).toMatchObject({ path, expected: expect.stringContaining(expected) });
    expect(errorsOf(text)[0]?.repair).not.toBe('');
  });

  it('offers the nearest name for a slip', () => {
    expect(errorsOf('{"kind":"accounts","columns":{"nmae":"x"}}')[0]?.repair).toContain('"name"');
  });

  it('cannot be used to change the prototype', () => {
    const parsed = parseMappingText(
      '{"kind":"accounts","columns":{"name":"a"},"stages":{"__proto__":{"outcome":"won"}}}',
    );
    expect(parsed.ok).toBe(true);
    expect('outcome' in {}).toBe(false);
  });
});

describe('fitting a mapping to a file', () => {
  const defaults = { timeZone: 'UTC', currency: parseCurrencyCode('EUR')! };
  const plan = async (columns: Record<string, string>) => {
    const { shape } = await readBytes('Deal Ref,Étape,Betrag\n1,Offen,5\n2,Offen,6\n');
    const parsed = parseMappingText(JSON.stringify({ kind: 'opportunities', columns }));
    if (!parsed.ok || !shape) throw new Error('expected a mapping and a shape');
    return planMapping(parsed.mapping, shape, defaults);
  };

  it('finds columns ignoring case, accents and punctuation', async () => {
    expect((await plan({ opportunityId: 'deal_ref', stage: 'etape' })).ok).toBe(true);
  });

  it('names the missing column with the nearest one of the file', async () => {
    const planned = await plan({ opportunityId: 'Deal Reff', stage: 'Étape' });
    expect(planned).toMatchObject({
      ok: false,
      errors: [{ path: 'columns.opportunityId', found: 'Deal Reff' }],
    });
    expect(planned.ok ? '' : planned.errors[0]?.repair).toContain('"Deal Ref"');
  });

  it('names the fields that every row needs', async () => {
    expect(await plan({ opportunityId: 'Deal Ref' })).toMatchObject({
      ok: false,
      errors: [{ path: 'columns.stage' }],
    });
  });
});
