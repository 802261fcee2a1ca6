import type { Archetype } from '#core/program/archetype.ts';
import { defaultBody } from '#core/program/field.ts';
import { type JourneyBody, journeyPage } from './journey-page.ts';

type Done = JourneyBody['done'][number];
type PlanLine = JourneyBody['plan'][number];

/** What a partner of that archetype learns, does first and brings (AR-3, method 3; words INF). */
type Difference = {
  readonly reps: number;
  readonly certified: string;
  readonly onboard: readonly Pick<Done, 'line' | 'proof'>[];
  readonly activate: Pick<Done, 'line' | 'proof'>;
  readonly parts?: string;
  /** Lines of the plan that take the place of those of the same weeks. */
  readonly plan: readonly PlanLine[];
  readonly cadence?: Partial<JourneyBody['cadence']>;
};

const week = (
  weeks: string,
  line: string,
  proof: string,
  owner: PlanLine['owner'] = 'partner_manager',
): PlanLine => ({ weeks, line, owner, proof });

const accepted = {
  line: 'First accepted registration or joint opportunity in the pipeline',
  proof: 'Registration or opportunity',
};

const differences: Readonly<Record<Archetype, Difference>> = {
  referral: {
    reps: 1,
    certified: 'One rep knows the pitch and the introduction script',
    onboard: [{ line: 'One-page pitch and introduction script handed over', proof: 'Documents sent' }],
    activate: { line: 'First accepted introduction that became an opportunity', proof: 'Opportunity' },
    parts: 'One introduction made with the script; no test.',
    plan: [
      week('3', 'Introduction script practised on one real name', 'Note of the call', 'partner'),
      week('4', 'Five named accounts agreed; onboarding done', 'Account list'),
      week('5–6', 'First two introductions made', 'Introduction messages', 'partner'),
      week('7–8', 'First meetings held; outcome told to the partner', 'Meeting and message'),
      week('9–10', 'Three more introductions', 'Introduction messages', 'partner'),
      week('11–12', 'Open opportunities reviewed with the partner', 'Note with next steps'),
    ],
    cadence: {
      onboarding: { checkin: 'Every two weeks', meeting: 'Monthly', review: 'None' },
      growth: { checkin: 'At each change of a deal', meeting: 'Monthly digest', review: 'Half-yearly' },
    },
  },
  agency: {
    reps: 2,
    certified: 'Two people certified on the playbook',
    onboard: [
      { line: 'Sandbox in use', proof: 'A project built in it' },
      { line: 'Joint audit or offer written', proof: 'Document with a price' },
    ],
    activate: accepted,
    plan: [
      week('3', 'Two people certified on the playbook', 'Valid certificates', 'partner'),
      week(
        '5–6',
        'Joint audit or offer sent to three accounts; first registration',
        'Registration',
        'partner',
      ),
    ],
    cadence: { onboarding: { checkin: 'Weekly', meeting: 'Every two weeks', review: 'None' } },
  },
  reseller: {
    reps: 2,
    certified: 'Two sellers certified in selling and quoting',
    onboard: [
      { line: 'Price list and quoting set up', proof: 'Test quote' },
      { line: 'First margin statement explained', proof: 'Note of the call' },
    ],
    activate: { line: 'First accepted registration of a net-new deal', proof: 'Registration' },
    plan: [
      week('3', 'Two sellers certified in selling and quoting', 'Valid certificates', 'partner'),
      week(
        '5–6',
        'First net-new deal registered; 3 to 7 introduction requests sent',
        'Registration',
        'partner',
      ),
      week('9–10', 'Second and third net-new deal registered', 'Registrations', 'partner'),
      week('11–12', 'First quote out', 'Quote'),
    ],
  },
  msp: {
    reps: 2,
    certified: 'Two technicians certified to run the product',
    onboard: [
      { line: 'One packaged offer written: scope, service level, price', proof: 'Document with a price' },
      { line: 'The partner runs the product itself', proof: 'Own tenant in use' },
    ],
    activate: { line: 'First accepted registration for the packaged offer', proof: 'Registration' },
    parts: 'A technical test, and one installation run under supervision.',
    plan: [
      week('2', 'Packaged offer and 5 to 10 target accounts', 'Document and list'),
      week('3', 'Two technicians certified to run the product', 'Valid certificates', 'partner'),
      week(
        '4',
        'Offer rehearsed on an existing customer of the partner; onboarding done',
        'Note of the rehearsal',
      ),
      week('5–6', 'Offer sent to existing customers; first registration', 'Registration', 'partner'),
      week('11–12', 'First bundle proposed', 'Proposal'),
    ],
    cadence: {
      growth: {
        checkin: 'Within 14 days per open deal',
        meeting: 'Monthly',
        review: 'Half-yearly; value review per customer',
      },
    },
  },
  si: {
    reps: 2,
    certified: 'Two consultants certified on the solution',
    onboard: [
      { line: 'Reference architecture agreed', proof: 'Document of both sides' },
      { line: 'One stalled deal chosen for co-selling', proof: 'Opportunity named in the joint plan' },
    ],
    activate: accepted,
    plan: [
      week(
        '3',
        'Two consultants certified; reference architecture agreed',
        'Certificates; document',
        'partner',
      ),
      week('4', 'Playbook rehearsed on a stalled deal; onboarding done', 'Note of the rehearsal'),
      week(
        '5–6',
        'Co-sell plan on the stalled deal; first registration',
        'Co-sell plan; registration',
        'partner',
      ),
    ],
  },
  isv: {
    reps: 1,
    certified: 'One seller certified on the joint value proposition',
    onboard: [
      { line: 'Integration live', proof: 'Working connection at one customer' },
      { line: '3 to 7 overlapping open opportunities chosen', proof: 'List of both sides' },
    ],
    activate: accepted,
    plan: [
      week('3', 'Integration live at one customer', 'Working connection', 'partner'),
      week('4', 'Joint value proposition rehearsed on an overlapping deal; onboarding done', 'Note'),
      week('5–6', '3 to 7 overlapping deals worked; first registration', 'Registration', 'partner'),
      week('7–8', 'First joint discovery; co-sell plan; weekly overlap review running', 'Touch on the deal'),
    ],
  },
};

/** The journey to begin with for a program of that archetype. */
export function journeyTemplate(archetype: Archetype): JourneyBody {
  const body: JourneyBody = defaultBody(journeyPage.fields);
  const { reps, certified, onboard, activate, parts, plan, cadence = {} } = differences[archetype];
  return {
    ...body,
    done: body.done.flatMap((row) => {
      if (row.stage === 'activate') return [{ ...row, ...activate }];
      if (row.line === certifiedByDefault) return [{ ...row, line: certified, proof: proofOf(archetype) }];
      if (row.line === motionByDefault) {
        return [...onboard.map((line) => ({ stage: 'onboard' as const, ...line })), row];
      }
      // Who introduces and steps back sells nothing jointly.
      return archetype === 'referral' && row.line === playbookByDefault ? [] : [row];
    }),
    plan: body.plan.map((row) => plan.find(({ weeks }) => weeks === row.weeks) ?? row),
    certification: {
      ...body.certification,
      reps,
      parts: parts ?? body.certification.parts,
    },
    cadence: { ...body.cadence, ...cadence },
  };
}

const certifiedByDefault = 'Two or more reps certified';
const motionByDefault = 'First joint motion dated';
const playbookByDefault = 'Co-sell playbook handed over';

function proofOf(archetype: Archetype): string {
  return archetype === 'referral' ? 'Note of the practice call' : 'Valid certificates';
}

/** The journey of the worked example: a vendor that sells through integrators. */
export const journeyExample: JourneyBody = journeyTemplate('si');
