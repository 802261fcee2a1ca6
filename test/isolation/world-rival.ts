import type { PartnerId } from '#core/ids.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { createPartner } from '#server/partner/change-partner.ts';
import { acceptRegistration, rejectRegistration, returnRegistration } from '#server/registration/decide.ts';
import { replaceDirectOnly } from '#server/registration/direct-only.ts';
import { beginFor, beginOwn } from '#server/registration/drafts.ts';
import { updateRegistration, withdrawRegistration } from '#server/registration/partner-moves.ts';
import { ruleConflict } from '#server/registration/rule-conflict.ts';
import { readForDesk } from '#server/registration/show-desk.ts';
import { submitFor, submitOwn } from '#server/registration/submit.ts';
import { TEST_NOW, type TestPerson } from '#test/harness/app.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { typedDeal } from '#test/harness/registration-scene.ts';
import type { Ids, World } from './world.ts';

/** Words that stand each in one place of what a partner must not see: a rival's own, or the desk's. */
export type Planted = { readonly words: ReadonlySet<string>; readonly plant: (what: string) => string };

export function planter(): Planted {
  const words = new Set<string>();
  const plant = (what: string): string => {
    const word = `zq${what}x${words.size + 1}q`;
    words.add(word);
    return word;
  };
  return { words, plant };
}

/** What a rival types: every text of the form is a planted word. */
function typedBy(plant: Planted['plant'], domain: string, products: readonly string[]) {
  return {
    ...typedDeal({ legalName: plant('legal'), domain }),
    contactName: plant('contact'),
    contactRole: plant('role'),
    contactMail: `${plant('mail')}@example.org`,
    useCase: plant('use'),
    evidence: plant('evidence'),
    nextStep: plant('step'),
    products,
  };
}

export type Rival = {
  readonly rep: TestPerson;
  readonly ids: Ids;
  /** Domains that the rival has registered, or that are on our list or in our deals: what a partner would ask about. */
  readonly domains: readonly string[];
};

/**
 * A second partner in the organization of a world, with registrations in every state, a conflict with the first partner,
 * deals, acts and people of its own, and beside it what only the desk knows: deals sold directly and the direct-only list.
 */
export async function makeRival(world: World, { plant }: Planted): Promise<Rival> {
  const { organization, chief, mark } = world;
  const { context } = chief;
  const { partnerId: made } = await createPartner(context, {
    ...{ name: plant('partner'), domain: `${plant('site')}.nl`, country: null, archetype: 'si' },
    ...{ signedOn: '2026-01-05', managerId: null },
  });
  const partnerId = made as PartnerId;
  const rep = await organization.person(['partner_rep'], { partnerId });
  const products = [`${mark} suite`];
  const domains: string[] = [];
  const domainOf = (what: string): string => {
    const domain = `${plant(what)}.nl`;
    domains.push(domain);
    return domain;
  };
  const send = async (): Promise<{ registrationId: string; number: number }> => {
    const { registrationId } = await beginOwn(rep.context, typedBy(plant, domainOf('domain'), products));
    return submitOwn(rep.context, registrationId, 'en');
  };

  const rows = Array.from({ length: 12 }, () =>
    [
      plant('deal'),
      plant('dealname'),
      plant('account'),
      'Qualified',
      5000,
      '2026-05-01',
      '',
      plant('seller'),
      'originator',
    ].join(','),
  );
  await importText(context, `${dealHeader}\n${rows.join('\n')}\n`, {
    ...dealMapping,
    source: plant('source'),
  });
  const list = Array.from({ length: 15 }, () => `${plant('direct')},${domainOf('directdomain')},NL`);
  await replaceDirectOnly(context, `name,domain,country\n${list.join('\n')}\n`);

  await beginOwn(rep.context, typedBy(plant, `${plant('drafted')}.nl`, products));
  const named = { name: plant('repname'), email: `${plant('repmail')}@example.org` };
  const byDesk = await beginFor(context, partnerId, named, typedBy(plant, domainOf('desk'), products));
  await submitFor(context, byDesk.registrationId);
  const waiting = await send();
  for (let more = 0; more < 8; more += 1) await send();
  const accepted = await send();
  await acceptRegistration(context, accepted.registrationId, { changed: null, opportunityId: null });
  await updateRegistration(rep.context, 'portal', accepted.registrationId, plant('news'));
  const rejected = await send();
  const no = { reason: 'Not qualified', words: plant('rejection') };
  await rejectRegistration(context, rejected.registrationId, no);
  const returned = await send();
  await returnRegistration(context, returned.registrationId, {
    asks: plant('question'),
    isIncomplete: false,
  });
  const withdrawn = await send();
  await withdrawRegistration(rep.context, 'portal', withdrawn.registrationId, plant('reason'));

  // The first partner wants what the rival has; the case names both, and is ruled on.
  const wanted = domainOf('wanted');
  const first = await beginOwn(rep.context, typedBy(plant, wanted, products));
  await submitOwn(rep.context, first.registrationId, 'en');
  const own = { name: 'Own', email: 'own-rep@example.org' };
  const later = await beginFor(context, world.ids.partnerId ?? '', own, {
    ...typedDeal({ legalName: 'Own words', domain: wanted }),
    products,
  });
  const { number } = await submitFor(context, later.registrationId);
  const { conflict } = await readForDesk(context, number);
  await ruleConflict(context, conflict?.number ?? 0, {
    ...{ ground: 'panel', winner: first.registrationId, words: 'The panel heard both.' },
    evidence: [`https://${plant('proof')}.example`],
  });

  const { introductionId } = await recordIntroduction(context, {
    ...{ partnerId, partnerPersonId: null, accountId: null, opportunityId: world.dealIds[1] ?? '' },
    ...{ product: null, occurredAt: TEST_NOW - 86_400_000, evidence: [`https://${plant('link')}.example`] },
    note: plant('note'),
  });
  return {
    rep,
    domains,
    ids: { registrationId: waiting.registrationId, number: String(waiting.number), introductionId },
  };
}
