/**
 * Salesforce record ids. Reports show 15 characters in which case matters; the API and exports show 18, whose
 * last three say which of the 15 are capitals, so that an id survives a spreadsheet that ignores case.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const shape = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

/** Key prefixes of the objects that an import names: opportunity, account, contact, lead, user, campaign. */
const prefix = /^(?:006|001|003|00Q|005|701)/;

/** Whether the text looks like the id of an opportunity, account or other known Salesforce object. */
export function isSalesforceId(text: string): boolean {
  return (text.length === 15 || text.length === 18) && prefix.test(text) && shape.test(text);
}

/** The three characters that go with the 15, in their right case. */
export function salesforceChecksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const code = id15.charCodeAt(block * 5 + i);
      if (code >= 65 && code <= 90) bits |= 1 << i;
    }
    suffix += alphabet[bits];
  }
  return suffix;
}

/**
 * The 18-character form: computed from 15, checked for 18. Of an 18-character id whose case was lost, the last
 * three give it back. Null if the 18 characters contradict each other, so that the id is damaged.
 */
export function canonicalSalesforceId(id: string): string | null {
  const base = id.slice(0, 15);
  if (id.length === 15) return base + salesforceChecksum(base);
  const suffix = id.slice(15);
  if (salesforceChecksum(base) === suffix) return id;
  return restoreCase(base, suffix.toUpperCase());
}

function restoreCase(base: string, suffix: string): string | null {
  let restored = '';
  for (let block = 0; block < 3; block++) {
    const bits = alphabet.indexOf(suffix[block] ?? '');
    if (bits < 0) return null;
    for (let i = 0; i < 5; i++) {
      const letter = base[block * 5 + i] ?? '';
      const capital = (bits & (1 << i)) !== 0;
      if (capital && /\d/.test(letter)) return null;
      restored += capital ? letter.toUpperCase() : letter.toLowerCase();
    }
  }
  return restored + suffix;
}
