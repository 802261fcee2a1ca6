import type { Archetype } from '#core/program/archetype.ts';

/** What a thesis of this archetype usually says. Words in square brackets are for the company to replace. */
export type ThesisTemplate = {
  readonly motion: string;
  readonly buyerRole: string;
  readonly buyerWhy: string;
  readonly relationship: string;
  readonly frictionWhy: string;
  readonly jointSolution: string;
  readonly impact: string;
  readonly hours: number;
  readonly why: string;
};

export const thesisTemplates: Readonly<Record<Archetype, ThesisTemplate>> = {
  referral: {
    motion: '[How a deal starts today, for example cold outreach by an SDR], sold by our AE',
    buyerRole: '[Role that signs]',
    buyerWhy:
      'They take a first meeting when somebody they already trust asks for it: [number] of our last [number] meetings came by an introduction, and they came [number] days sooner.',
    relationship: 'The partner advises this buyer on [subject] [how often] and knows when [trigger] happens.',
    frictionWhy:
      'Getting a first meeting takes [number] days because nobody there knows us; an introduction replaces [number] attempts.',
    jointSolution:
      'The partner introduces [buyer] when [trigger] happens. We answer within one day and report back.',
    impact:
      'The partner earns a one-time fee of [amount] for an introduction that takes them an hour, and their client gets [result].',
    hours: 2,
    why: 'Introductions replace the part of our funnel that is slowest: [fact]. It asks little of the partner.',
  },
  agency: {
    motion: '[How a deal starts today], sold by our AE, set up by the customer',
    buyerRole: '[Role that signs]',
    buyerWhy:
      'They follow the agency that runs their [subject]: [number] of [number] customers asked it before they decided, and decided [number] days sooner.',
    relationship:
      'The agency runs [work] for this buyer under a retainer and recommends the tools that the work needs.',
    frictionWhy:
      'Deals stay [number] days in [stage] because the customer has nobody to set it up; the agency does that as part of its work.',
    jointSolution:
      'A joint audit of [subject] that ends in a plan. The agency carries it out, on our product, in [number] weeks.',
    impact:
      'The agency bills [number] days of services per customer and keeps the retainer longer, because their work shows in [figure].',
    hours: 12,
    why: 'Our buyer asks an agency before buying. Services are their motive, so the commission may stay small.',
  },
  reseller: {
    motion: '[How a deal starts today], quoted and signed by us',
    buyerRole: '[Role that signs, often procurement]',
    buyerWhy:
      'They buy through a supplier that is on their list: [number] of [number] deals waited [number] days for us to be added.',
    relationship:
      'The reseller sells [other products] to this buyer under a frame contract and renews them every year.',
    frictionWhy:
      'Paper takes [number] days of our cycle because we are a new supplier; the reseller is an old one.',
    jointSolution:
      'Our product on the reseller’s price list, quoted with [other product] in one offer and on one invoice.',
    impact:
      'The reseller earns a margin of [number] % on [amount] and sells their [other product] with it, to customers they already have.',
    hours: 15,
    why: 'Our buyer prefers one supplier. The reseller owns the paper that our deals wait for.',
  },
  msp: {
    motion: '[How a deal starts today], sold by our AE, run by the customer',
    buyerRole: '[Role that signs, often the owner or head of IT]',
    buyerWhy:
      'They have no one to run it: [number] of [number] lost deals named that, and customers with an MSP decided [number] days sooner.',
    relationship:
      'The MSP runs [systems] for this buyer for a monthly fee and decides which tools belong to the service.',
    frictionWhy:
      'Deals stop in [stage] for [number] days over who will run the product; the MSP runs it from the first day.',
    jointSolution:
      'A packaged service: our product, run and supported by the MSP, for one monthly price per [unit].',
    impact:
      'The MSP adds [amount] a month per customer to their service, at [number] % margin, and customers stay longer with them.',
    hours: 20,
    why: 'Our buyer does not run software alone. The MSP’s daily work is what our deals are missing.',
  },
  si: {
    motion: '[How a deal starts today], sold by our AE with a technical validation',
    buyerRole: '[Role that signs]',
    buyerWhy:
      'They decide once somebody owns the integration: [number] of [number] stalled deals waited for that, and those with an integrator closed [number] days sooner.',
    relationship:
      'The integrator connects [systems] for this buyer in projects of [number] weeks and is asked first when a new system comes.',
    frictionWhy:
      'Validation takes [number] days because the customer has no one for the integration; the integrator brings the people and has done it before.',
    jointSolution:
      'Our product, connected to [systems] in [number] weeks at a fixed price. The integrator delivers, we sell and support.',
    impact:
      'The integrator bills [number] days per deal to a customer they keep, and their consultants stay booked.',
    hours: 30,
    why: 'Our deals stall on integration, and the integrator’s daily work is integration.',
  },
  isv: {
    motion: '[How a deal starts today], sold by our AE against [alternative]',
    buyerRole: '[Role that signs]',
    buyerWhy:
      'They buy what works with [their main system]: customers of both of us decided [number] days sooner in [number] of [number] deals.',
    relationship:
      'The vendor’s product is where this buyer works every day, and its AEs hear about [trigger] before we do.',
    frictionWhy:
      'We lose [number] % of deals in [stage] because the two products do not fit; a live integration takes the question away.',
    jointSolution:
      'Both products with one integration that does [task]. Each sells its own, and the two AEs work the accounts they share.',
    impact:
      'The vendor keeps customers longer with the integration, and their AEs get [number] named accounts of ours each quarter.',
    hours: 25,
    why: 'The same buyer uses both products, and the pair is worth more than each alone.',
  },
};
