/**
 * How evidence begins that nobody has measured: claims of the method's authors. They are stored as assumptions that can
 * be changed, never as truths, and they do not count as evidence.
 */
export const claimedWithoutData = 'Claimed, without data behind it';

const claimedShare = `${claimedWithoutData}: 20 to 40 % of new pipeline from partners at Series B and later`;

/**
 * The rows of the assumption ledger (OM-4): what each number means and how to come by it, for somebody who has read
 * nothing else. A money row has no default, because only the company knows its own prices and salaries.
 */
export const ledgerRows = {
  newPipelinePerYear: {
    label: 'Total new pipeline per year',
    guidance:
      'All new pipeline that the company wants to create in the first program year, from every source, partners included. Take it from the sales plan.',
    unit: 'money',
    rule: 'OM-6',
  },
  newPipelineGrowth: {
    label: 'Growth of total new pipeline per year',
    guidance:
      'By how much that total rises in the second and in the third year. With 0 %, later floors look easier than they will be.',
    unit: 'share',
    rule: 'OM-6',
    source: 'INF',
    default: { value: 0, low: 0, high: 0.3 },
  },
  shareYear1: {
    label: 'Share from partners, year 1',
    guidance:
      'The share of all new pipeline that partners shall source in the first year. This is a decision, not a measurement: the arithmetic below says what it takes.',
    unit: 'share',
    rule: 'OM-6',
    source: 'S1',
    default: { value: 0.15, low: 0.1, high: 0.2, evidence: claimedShare },
  },
  shareYear2: {
    label: 'Share from partners, year 2',
    guidance: 'The same for the second year.',
    unit: 'share',
    rule: 'OM-6',
    source: 'S1',
    default: { value: 0.25, low: 0.2, high: 0.3, evidence: claimedShare },
  },
  shareYear3: {
    label: 'Share from partners, year 3',
    guidance: 'The same for the third year.',
    unit: 'share',
    rule: 'OM-6',
    source: 'S1',
    default: { value: 0.35, low: 0.25, high: 0.4, evidence: claimedShare },
  },
  dealSize: {
    label: 'Average partner deal',
    guidance:
      'The amount of an average deal that a partner brings. Without partner deals yet, begin with the average direct deal and say so under evidence.',
    unit: 'money',
    rule: 'OM-4',
  },
  dealMonths: {
    label: 'Months that a deal pays for',
    guidance: 'A yearly contract is 12. The monthly margin of a customer, and so the payback, rests on it.',
    unit: 'months',
    rule: 'OM-5',
    source: 'INF',
    default: { value: 12, low: 12, high: 12 },
  },
  registrationsPerProducer: {
    label: 'Accepted registrations per producing partner and year',
    guidance:
      'How many deals a partner who produces registers and gets accepted in a year. 6 is one and a half per quarter.',
    unit: 'count',
    rule: 'OM-6',
    source: 'INF',
    default: { value: 6, low: 4, high: 8 },
  },
  registrationToPipeline: {
    label: 'Registration to pipeline',
    guidance: 'Of ten accepted registrations, how many become qualified pipeline within 60 days.',
    unit: 'share',
    rule: 'OM-6',
    source: 'S1',
    default: { value: 0.6, low: 0.45, high: 0.75 },
  },
  pipelineToWon: {
    label: 'Sourced pipeline to won',
    guidance:
      'Of the pipeline that partners source, the share that is won. It already holds the lift over direct; do not add the lift again.',
    unit: 'share',
    rule: 'OM-4',
    source: 'INF',
    default: { value: 0.25, low: 0.18, high: 0.35 },
  },
  cycleDays: {
    label: 'Sales cycle',
    guidance:
      'Days from the start of pipeline to a won deal. The median of direct deals is a fair beginning.',
    unit: 'days',
    rule: 'OM-4',
    source: 'INF',
    default: { value: 120, low: 90, high: 180 },
  },
  activationRate: {
    label: 'Activation within 90 days',
    guidance:
      'Of the partners who sign, the share that has a first accepted registration or joint opportunity within 90 days. The observed norm is 20 to 30 %; 50 % is the target of this program.',
    unit: 'share',
    rule: 'JR-2',
    source: 'INF',
    default: { value: 0.5, low: 0.25, high: 0.6 },
  },
  activationDays: {
    label: 'Days from signing to activation',
    guidance: 'How long those who activate take. Target 60, due 90, stop at 120.',
    unit: 'days',
    rule: 'J2',
    source: 'F',
    default: { value: 60, low: 45, high: 120 },
  },
  producersLost: {
    label: 'Producing partners lost per year',
    guidance:
      'The share of producing partners who stop producing within a year. It shows from the second year on.',
    unit: 'share',
    rule: '8.4',
    source: 'INF',
    default: { value: 0.1, low: 0, high: 0.25 },
  },
  winRateLift: {
    label: 'Win-rate lift of sourced over direct',
    guidance:
      'How much better sourced deals are won than direct ones: 30 % turns a direct win rate of 20 % into 26 %. It explains the row “Sourced pipeline to won” and is compared with your own deals.',
    unit: 'share',
    rule: '10',
    source: 'S1',
    default: {
      value: 0.3,
      low: 0,
      high: 0.5,
      evidence: `${claimedWithoutData}: sourced deals are won 30 to 50 % more often than cold direct ones`,
    },
  },
  sdrHoursPerDeal: {
    label: 'SDR hours saved per sourced deal',
    guidance:
      'Hours of prospecting that a deal from a partner does not need. Shown beside the return, never inside it.',
    unit: 'hours',
    source: 'INF',
    default: { value: 12, low: 6, high: 20 },
  },
  sdrHourCost: {
    label: 'Cost of an SDR hour',
    guidance: 'All in: yearly cost divided by hours worked. Only for the memo beside the return.',
    unit: 'money',
  },
  aeHoursPerDeal: {
    label: 'AE hours per co-sold deal',
    guidance:
      'Hours that an account executive spends on working a partner’s deal together with the partner. It is a cost of the program.',
    unit: 'hours',
    rule: 'OM-5',
    source: 'INF',
    default: { value: 20, low: 10, high: 30 },
  },
  aeHoursFreed: {
    label: 'AE hours freed per partner-led deal',
    guidance:
      'Hours that an account executive wins back because the partner does part of the work. Shown beside the return, never inside it.',
    unit: 'hours',
    source: 'INF',
    default: { value: 10, low: 0, high: 20 },
  },
  aeHourCost: {
    label: 'Cost of an AE hour',
    guidance: 'All in: yearly cost divided by hours worked.',
    unit: 'money',
    rule: 'OM-5',
  },
  leaderCost: {
    label: 'Cost of the leader per year, all in',
    guidance:
      'Salary, variable pay, social cost and travel of the Head of Partnerships. Count it although the seat may still be open.',
    unit: 'money',
    rule: 'OM-5',
    source: 'S1',
    default: { evidence: `${claimedWithoutData}: USD 250,000 or more for a senior hire, all in` },
  },
  managerCost: {
    label: 'Cost of a partner manager per year, all in',
    guidance: 'The arithmetic multiplies it by the number of managers that the partners need.',
    unit: 'money',
    rule: 'OM-5',
  },
  otherPeopleCost: {
    label: 'Other people per year',
    guidance: 'The shares of partner ops, partner marketing and others. Write 0 if there are none.',
    unit: 'money',
    rule: 'OM-5',
  },
  commissionRate: {
    label: 'Commission or margin on sourced won',
    guidance: 'What the partner gets of a sourced deal that is won.',
    unit: 'share',
    rule: 'OM-5',
    source: 'INF',
    default: { value: 0.1, low: 0.05, high: 0.2 },
  },
  mdfPerYear: {
    label: 'MDF per year',
    guidance: 'The budget for marketing together with partners. Write 0 if there is none.',
    unit: 'money',
    rule: 'OM-5',
  },
  spiffPerYear: {
    label: 'SPIFs per year',
    guidance: 'The budget for bonuses to people at partners. Write 0 if there is none.',
    unit: 'money',
    rule: 'OM-5',
  },
  grossMargin: {
    label: 'Gross margin',
    guidance: 'What is left of revenue after the cost of delivering it. From the income statement.',
    unit: 'share',
    rule: 'OM-5',
    source: 'INF',
    default: { value: 0.75, low: 0.65, high: 0.85 },
  },
  directCac: {
    label: 'Direct cost to win a customer',
    guidance:
      'Sales and marketing cost divided by new customers, without partners. The plan is held against it.',
    unit: 'money',
    rule: 'OM-4',
  },
  directPaybackMonths: {
    label: 'Direct payback',
    guidance: 'Months until a direct customer’s margin has paid for winning them.',
    unit: 'months',
    rule: 'OM-4',
  },
} as const;
