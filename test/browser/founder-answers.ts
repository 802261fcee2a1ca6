const nextYear = new Date().getUTCFullYear() + 1;

/** What says nothing that could be held against it. */
export const slogans = [
  ['Segment', 'Everybody'],
  ['Motion', 'B2B sales'],
  ['Buyer role', 'Decision makers'],
  ['In which segment', 'Mid-market'],
  ['Why they buy faster', 'Customers trust partners.'],
  ['Why it is slow, and what the partner changes', 'Partners accelerate our sales.'],
  ['Joint solution', 'A best-in-class partnership.'],
  ['Impact, in the partner’s terms', 'We get access to our market.'],
] as const;

/** The same company, once it has looked at its own deals. */
export const place = [
  ['Market', 'Planning software for service teams, Benelux'],
  ['Segment', 'Mid-market'],
  ['Motion', 'Outbound by an SDR, sold by an AE, with a technical test'],
  ['Buyer role', 'Head of Service'],
  ['Why they buy faster', 'Somebody owns the integration. In 3 of 6 deals that was the open question.'],
] as const;

export const evidence = 'Customer 2: nobody could connect the ERP in 6 weeks.';

export const relationship =
  'They run the integration of our buyers under yearly contracts, 3 projects a year for each.';

export const solution = [
  [
    'Why it is slow, and what the partner changes',
    'The proposal stands 55 days because our buyers have no one for the integration. A partner starts it in week 1.',
  ],
  [
    'Joint solution',
    'Planning connected to the ERP in 4 weeks at a fixed price. The partner delivers, we sell and support.',
  ],
  ['Sourced pipeline', '360,000'],
  ['Sourced closed-won', '90,000'],
] as const;

export const gain = [
  ['Impact, in the partner’s terms', 'They bill 20 days of integration per deal and keep the service.'],
  ['Worth to the partner per deal', '14000'],
  ['Probability', '25'],
  ['Effort of the partner per deal', '30'],
] as const;

/** Days that read the same whether the day or the month comes first. */
export const days = {
  from: `${nextYear}-01-01`,
  to: `${nextYear}-12-12`,
  kill: `${nextYear}-06-06`,
} as const;

export const candidates = [
  ...['Northgate Integration', 'Bluepier Systems', 'Castell Consulting', 'Ferro & Lane', 'Quillon Partners'],
  ...['Meridian Works', 'Atlas Services', 'Tern Data', 'Oakline Digital', 'Summit CRM'],
];

/** What the ledger and the tools ask for that has no default; amounts in euros. */
export const assumptions = [
  ['Total new pipeline per year', '2,400,000'],
  ['Average partner deal', '40,000'],
  ['Cost of an SDR hour', '55'],
  ['Cost of an AE hour', '120'],
  ['Cost of the leader per year, all in', '150,000'],
  ['Cost of a partner manager per year, all in', '90,000'],
  ['Other people per year', '0'],
  ['MDF per year', '10,000'],
  ['SPIFs per year', '0'],
  ['Direct cost to win a customer', '36,000'],
  ['Direct payback', '18'],
  ['CRM with partner attribution', '0'],
  ['Ecosystem data', '500'],
] as const;
