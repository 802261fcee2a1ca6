import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalSalesforceId, isSalesforceId, salesforceChecksum } from './record-id.ts';

const letters = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const id15 = fc
  .array(fc.constantFrom(...letters), { minLength: 12, maxLength: 12 })
  .map((rest) => `006${rest.join('')}`);

describe('Salesforce ids', () => {
  it('get the checksum that Salesforce gives', () => {
    expect(canonicalSalesforceId('001bm00001ZL8U9')).toBe('001bm00001ZL8U9AAL');
    expect(canonicalSalesforceId('006x0000001YtCr')).toBe('006x0000001YtCrAAK');
    expect(salesforceChecksum('000000000000000')).toBe('AAA');
  });

  it('come back from any loss of case', () => {
    fc.assert(
      fc.property(id15, fc.func(fc.boolean()), (id, flip) => {
        const whole = canonicalSalesforceId(id)!;
        const mangled = [...whole]
          .map((letter, at) => (flip(at) ? letter.toUpperCase() : letter.toLowerCase()))
          .join('');
        expect(canonicalSalesforceId(mangled)).toBe(whole);
      }),
    );
  });

  it('stay apart where only case differs', () => {
    expect(canonicalSalesforceId('006x0000001YtCr')).not.toBe(canonicalSalesforceId('006x0000001YtCR'));
  });

  it('are told from other ids', () => {
    expect(isSalesforceId('006x0000001YtCr')).toBe(true);
    expect(isSalesforceId('123456789012345')).toBe(false);
    expect(isSalesforceId('006x0000001YtC')).toBe(false);
    expect(canonicalSalesforceId('006x0000001YtCr555')).toBeNull();
  });
});
