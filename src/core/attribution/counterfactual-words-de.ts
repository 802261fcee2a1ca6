/**
 * What would have changed the answer, in German. As in the verdict, every partner stands in the dative. The present
 * tells what can still be done, the subjunctive what is over.
 *
 * Handbook: docs/handbook/portal.md
 */

import type { ReasonParams } from '#core/decision.ts';
import {
  type CounterfactualAct,
  type CounterfactualCode,
  type CounterfactualResult,
  type CounterfactualSay,
  type LackingPart,
  lackingParts,
} from './counterfactual-words.ts';

type Params = ReasonParams;

export const germanCounterfactuals: Readonly<Record<CounterfactualCode, CounterfactualSay>> = {
  moved_earlier: tellAct,
  moved_later: tellAct,
  recorded_earlier: tellAct,
  approved_earlier: tellAct,
  valid_longer: tellAct,
  completed: tellAct,
  confirmed: tellAct,
  without_contact: tellAct,
  without_open_deal: tellAct,
  without_rival: tellAct,
  met_first: tellAct,
  with_plan: tellJoint,
  with_events: tellJoint,
  with_check_in: tellJoint,
  without_ruling: (p, result) => `Ohne die Entscheidung vom ${p.on} ${wouldCount(result)}.`,
  second_signature: (p, result) =>
    `Mit einer zweiten Unterschrift hätte die Entscheidung vom ${p.on} Bestand; dann ${wouldCount(result)}.`,
  rests_on: (p, result) => `Ohne ${restedOn(p, result)} ${wouldCount(result)}.`,
};

type Cases = {
  readonly subject: string;
  readonly object: string;
  /** After "zu", with it. */
  readonly to: string;
  readonly pronoun: string;
};

const acts = {
  introduction: {
    subject: 'die Einführung',
    object: 'die Einführung',
    to: 'zur Einführung',
    pronoun: 'sie',
  },
  registration: {
    subject: 'die Registrierung',
    object: 'die Registrierung',
    to: 'zur Registrierung',
    pronoun: 'sie',
  },
  touch: { subject: 'der Beitrag', object: 'den Beitrag', to: 'zum Beitrag', pronoun: 'er' },
  cosell_plan: {
    subject: 'der Plan für den gemeinsamen Verkauf',
    object: 'den Plan für den gemeinsamen Verkauf',
    to: 'zum Plan für den gemeinsamen Verkauf',
    pronoun: 'er',
  },
} as const satisfies Record<CounterfactualAct, Cases>;

const lacking = {
  outcome: 'ein Ergebnis',
  link: 'einen Link als Beleg',
  person: 'den Namen einer Person beim Partner',
  owner: 'den Namen von jemandem bei uns',
} as const satisfies Record<LackingPart, string>;

function actOf(p: Params): Cases {
  // `act` is written by the attempts alone, with these words.
  return acts[p.act as CounterfactualAct];
}

/** Names the act where it is first spoken of; after that it is meant by a word for it. */
type Naming = { readonly subject: () => string; readonly to: () => string; readonly isNamed: () => boolean };

function namingOf(p: Params): Naming {
  const act = actOf(p);
  let isNamed = false;
  const once = (name: string, after: string): string => {
    const said = isNamed ? after : `${name} vom ${p.on}`;
    isNamed = true;
    return said;
  };
  return {
    subject: () => once(act.subject, act.pronoun),
    to: () => once(act.to, 'dazu'),
    isNamed: () => isNamed,
  };
}

/** Conditions on the act are clauses of one "wenn". */
function tellAct(p: Params, result: CounterfactualResult): string {
  const act = `${actOf(p).object} vom ${p.on}`;
  const naming = namingOf(p);
  const conditions = actConditions.flatMap((say) => say(p, naming, result) ?? []);
  if (conditions.length === 0) {
    const still = p.refused === true ? ' doch noch' : '';
    return `Sobald jemand von uns ${act}${still} bestätigt, ${counts(result)}.`;
  }
  if (p.confirm === true) conditions.push(`${naming.subject()} von uns bestätigt wäre`);
  return `Wenn ${listed(conditions)}, ${wouldCount(result, naming.isNamed() ? '' : ` durch ${act}`)}.`;
}

/** What each change of an act is called; null where it was not made. */
const actConditions: readonly ((p: Params, act: Naming, result: CounterfactualResult) => string | null)[] = [
  (p, act) => {
    if (p.movedOn === undefined) return null;
    const direction = `${p.movedOn}` < `${p.on}` ? 'früher' : 'später';
    return `${act.subject()} um ${days(p.movedDays)} ${direction}, also am ${p.movedOn}, gekommen wäre`;
  },
  (p, act) => {
    if (p.approvedBy === undefined) return null;
    if (p.approvedDays === null) return `${act.subject()} bis zum ${p.approvedBy} angenommen worden wäre`;
    return `${act.subject()} um ${days(p.approvedDays)} früher, also bis zum ${p.approvedBy}, angenommen worden wäre`;
  },
  (p, act) => {
    if (p.validUntil === undefined) return null;
    return `${act.subject()} um ${days(p.validDays)} länger, also bis zum ${p.validUntil}, gegolten hätte`;
  },
  (p, act) => {
    if (p.recordedBy === undefined) return null;
    return `${act.subject()} um ${days(p.recordedDays)} früher, also bis zum ${p.recordedBy}, festgehalten worden wäre`;
  },
  (p, act) => {
    if (p.lacking === undefined) return null;
    return `es ${act.to()} ${listed(lackingParts(p).map((part) => lacking[part]))} gäbe`;
  },
  (p) => (p.contacts === undefined ? null : withoutContact(p)),
  (p) => {
    if (p.openDeals === undefined) return null;
    const deals = p.openDeals === 1 ? 'ein offenes Geschäft' : `${p.openDeals} offene Geschäfte`;
    return `wir dort nicht schon seit dem ${p.openedOn} ${deals} gehabt hätten`;
  },
  (p, _, { named }) => {
    if (p.rival === undefined) return null;
    if (p.metFirst === true)
      return `es ein Treffen mit dem Kunden vor dem von ${named('rival')} gegeben hätte`;
    return `es den früheren Anspruch von ${named('rival')} nicht gäbe`;
  },
];

function withoutContact(p: Params): string {
  if (p.contacts !== 1)
    return `es unsere ${p.contacts} eigenen Kontakte seit dem ${p.quietFrom} nicht gegeben hätte`;
  const met = p.contactKind === 'meeting' ? 'getroffen' : 'angesprochen';
  return `wir das Unternehmen am ${p.contactOn} nicht selbst ${met} hätten`;
}

/** As in English: of another partner's act the reader learns whose it was, not when. */
function restedOn(p: Params, { partner, named }: CounterfactualResult): string {
  const isAnothers = partner !== null && named('owner') !== partner;
  return `${actOf(p).object} ${isAnothers ? `von ${named('owner')}` : `vom ${p.on}`}`;
}

/** Additions stand in the dative after "mit"; one with a clause of its own ends in the comma that closes it. */
function tellJoint(p: Params, result: CounterfactualResult): string {
  const additions = [
    ...(p.plan === undefined ? [] : [planWords(p)]),
    ...(p.events === undefined ? [] : [eventWords(p)]),
    ...(p.checkInDays === undefined
      ? []
      : [
          p.checkInDays === 1
            ? 'einer Rückmeldung des Partners am Tag vor dem Abschluss'
            : `einer Rückmeldung des Partners in den ${p.checkInDays} Tagen vor dem Abschluss`,
        ]),
  ];
  return `Mit ${additions.join(' und ')} ${wouldCount(result)}.`;
}

function planWords(p: Params): string {
  const plan = 'einem Plan für den gemeinsamen Verkauf';
  if (p.plan === 'late') {
    const by = p.planBy === null ? '' : `, also ab dem ${p.planBy},`;
    return `${plan}, der ${days(p.planDays)} früher${by} gegolten hätte,`;
  }
  if (p.plan === 'lapsed') return `${plan}, der nicht am ${p.lapsedOn} verfallen wäre,`;
  return p.planBy === null ? plan : `${plan}, der spätestens ab dem ${p.planBy} gegolten hätte,`;
}

function eventWords(p: Params): string {
  const when =
    p.enteredOn === null
      ? `, bevor das Geschäft Phase ${p.before} erreicht,`
      : `, bevor das Geschäft am ${p.enteredOn} Phase ${p.before} erreichte,`;
  if (p.events !== 1) {
    return `gemeinsamen Terminen in den Phasen ${listed(`${p.stages}`.split(' '))}${when}`;
  }
  if (p.late !== true) return `einem gemeinsamen Termin in einer weiteren Phase${when}`;
  const orLater = Number(p.stage) + 1 < Number(p.before) ? ' oder später' : '';
  return `einem gemeinsamen Termin in Phase ${p.stage}${orLater}${when}`;
}

const credited = {
  sourced: (partner: string) => `als von ${partner} gebracht`,
  co_sold: (partner: string) => `als gemeinsam mit ${partner} verkauft`,
  influenced: (partner: string) => `als von ${partner} beeinflusst`,
  assisted: (partner: string) => `als von ${partner} unterstützt`,
  none: () => 'als keinem Partner gutgeschrieben',
} as const satisfies Record<CounterfactualResult['class'], (partner: string) => string>;

function counts({ class: one, partner }: CounterfactualResult): string {
  return `gilt das Geschäft ${credited[one](partner ?? '')}`;
}

function wouldCount({ class: one, partner }: CounterfactualResult, by = ''): string {
  if (partner === null) return `wäre das Geschäft${by} niemandem gutgeschrieben`;
  return `gälte das Geschäft${by} ${credited[one](partner)}`;
}

function days(count: Params[string] | undefined): string {
  return count === 1 ? 'einen Tag' : `${count} Tage`;
}

function listed(all: readonly string[]): string {
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} und ${last}`;
}
