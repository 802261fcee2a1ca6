import type { GridField } from '#core/program/field.ts';

const asked = (label: string, guidance: string, value: 'required' | 'optional' | 'off') =>
  ({ label, guidance, default: { ask: value } }) as const;

/** Method 6: what a registration asks. Partner, its rep and the time of arrival are known and never asked. */
export const formField = {
  kind: 'grid',
  label: 'What the form asks',
  rule: '6',
  source: 'O',
  guidance: 'The partner, its rep and the time are filled in by the form itself and are not counted here.',
  columns: {
    ask: {
      kind: 'choice',
      label: 'Asked',
      options: { required: 'Required', optional: 'Optional', off: 'Not asked' },
      default: 'optional',
    },
  },
  rows: {
    legalName: asked(
      'Customer’s legal name',
      'Says who buys where several companies share a domain.',
      'required',
    ),
    domain: asked('Web domain', 'The key by which two registrations of one customer are found.', 'required'),
    country: asked('Country', 'Settles territory, and the key where there is no domain.', 'required'),
    contact: asked(
      'Contact: name, role, mail',
      'A named person; a company alone is a list entry.',
      'required',
    ),
    product: asked('Product or use case', 'Protection is for this product at this account.', 'required'),
    value: asked(
      'Estimated annual value',
      'A rough figure is enough; it is tested against the minimum.',
      'required',
    ),
    closeOn: asked('Expected close', 'Without it nobody can forecast the deal.', 'required'),
    evidence: asked(
      'How the partner knows the account',
      'One sentence and what shows it. It becomes the evidence of the credit.',
      'required',
    ),
    nextStep: asked(
      'Next joint step and its date',
      'A registration without one is a claim, not a deal.',
      'required',
    ),
    consent: asked('Consent', 'The partner confirms the sentence below.', 'required'),
    role: asked('Role that the partner wants', 'Introduce, sell together, deliver.', 'optional'),
    currentVendor: asked('Current vendor', 'Where the partner knows it.', 'optional'),
    competitors: asked('Competitors', 'Can be asked on the first call instead.', 'off'),
    services: asked('Services scope', 'Worth asking where the partner delivers.', 'off'),
  },
} as const satisfies GridField;

const tested = (label: string, guidance: string, result: 'stops' | 'warns' | 'off') =>
  ({ label, guidance, default: { result } }) as const;

/** DR-1: what is tested the moment a registration arrives. A test never accepts anything. */
export const testsField = {
  kind: 'grid',
  label: 'Tests at submission',
  rule: 'DR-1',
  source: 'O',
  guidance: 'A test rejects with its reason or warns the person who decides. No test accepts.',
  columns: {
    result: {
      kind: 'choice',
      label: 'When it is found',
      options: { stops: 'Rejected, with the reason', warns: 'A person decides, warned', off: 'Not tested' },
      default: 'warns',
    },
  },
  rows: {
    directDeal: tested('Active direct opportunity', 'An open deal of ours at the account.', 'warns'),
    directContact: tested('Recent direct contact', 'Our own meeting or outreach in the days below.', 'warns'),
    directOnly: tested(
      'Account on the direct-only list',
      'A list that partners know, refreshed each quarter.',
      'stops',
    ),
    otherPartner: tested('Live registration of another partner', 'Same account, same product.', 'warns'),
    belowMinimum: tested('Below the minimum value', 'The minimum stands below.', 'stops'),
    customer: tested('Existing customer', 'Expansion may still be a registration; then warn.', 'warns'),
    outside: tested('Outside territory or partner type', 'By the partner’s own agreement.', 'warns'),
    notEligible: tested(
      'Partner not signed or not certified',
      'Warn while partners are still onboarding.',
      'warns',
    ),
  },
} as const satisfies GridField;
