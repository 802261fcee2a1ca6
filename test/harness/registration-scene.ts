import { workedExample } from '#core/blueprint/worked-example.ts';
import type { PartnerId } from '#core/ids.ts';
import type { RegistrationBody } from '#core/registration/registration-page.ts';
import type { Context } from '#server/access/context.ts';
import { createPartner } from '#server/partner/change-partner.ts';
import { assignSeat } from '#server/program/assign-seat.ts';
import { listVersions } from '#server/program/list-versions.ts';
import { proposePage } from '#server/program/propose-page.ts';
import { saveDraft } from '#server/program/save-draft.ts';
import type { TestApp, TestOrganization, TestPerson } from './app.ts';
import { sign } from './sign.ts';

/** A company whose registration page is signed, with those who decide and two partners with a rep each. */
export type RegistrationScene = {
  readonly organization: TestOrganization;
  readonly ops: TestPerson;
  readonly head: TestPerson;
  readonly cro: TestPerson;
  readonly ae: TestPerson;
  readonly partners: readonly {
    readonly partnerId: PartnerId;
    readonly name: string;
    readonly rep: TestPerson;
  }[];
  /** Acts as somebody at another moment. */
  readonly at: (who: TestPerson, epochMs: number) => Context;
};

const membershipOf = ({ context: { actor } }: TestPerson) =>
  actor.kind === 'member' ? actor.membershipId : null;

/** Writes the registration page, as the worked example has it or with changes, and lets both seats sign it. */
export async function signRegistrationPage(
  scene: Pick<RegistrationScene, 'ops' | 'head' | 'cro'>,
  changes: Partial<RegistrationBody> = {},
): Promise<void> {
  const { ops, head, cro } = scene;
  const hold = async (seat: 'cro' | 'head_of_partnerships', who: TestPerson) => {
    const membershipId = membershipOf(who);
    if (membershipId !== null) await assignSeat(cro.context, seat, { membershipId, interim: null });
  };
  await hold('cro', cro);
  await hold('head_of_partnerships', head);
  const body = { ...workedExample.registration, ...changes };
  const { revision } = await saveDraft(ops.context, 'registration', { body, confirmed: [], revision: 0 });
  await proposePage(ops.context, 'registration', { revision, inForceFrom: null });
  for (const [who, seat] of [
    [cro, 'cro'],
    [head, 'head_of_partnerships'],
  ] as const) {
    const [proposed] = (await listVersions(who.context, 'registration')).filter(({ missing }) =>
      missing.includes(seat),
    );
    if (!proposed) throw new Error(`no version waits for ${seat}`);
    await sign(who, 'registration', proposed.version, seat);
  }
}

/** The whole scene: people, signed page, partners with reps. */
export async function registrationScene(
  server: TestApp,
  options: { readonly partners?: number; readonly page?: Partial<RegistrationBody> } = {},
): Promise<RegistrationScene> {
  const organization = await server.organization();
  const [ops, head, cro, ae] = [
    await organization.person(['partner_ops']),
    await organization.person(['head_of_partnerships']),
    await organization.person(['cro']),
    await organization.person(['ae']),
  ];
  await signRegistrationPage({ ops, head, cro }, options.page);
  const partners: RegistrationScene['partners'][number][] = [];
  for (let nth = 1; nth <= (options.partners ?? 2); nth += 1) {
    const name = `Partner ${nth}`;
    const { partnerId } = await createPartner(organization.context, {
      ...{ name, domain: null, country: null, archetype: 'si', signedOn: '2026-01-05', managerId: null },
    });
    const rep = await organization.person(['partner_rep'], { partnerId: partnerId as PartnerId });
    partners.push({ partnerId: partnerId as PartnerId, name, rep });
  }
  const at = (who: TestPerson, now: number): Context => ({ ...who.context, now });
  return { organization, ops, head, cro, ae, partners, at };
}

/** What a rep types: whole, and of this customer. */
export function typedDeal(customer: { readonly legalName: string; readonly domain: string | null }) {
  return {
    ...customer,
    country: 'NL',
    contactName: 'Ada Vermeer',
    contactRole: 'Head of operations',
    contactMail: `ada@${customer.domain ?? 'vermeer.example.nl'}`,
    useCase: 'Planning for three plants',
    value: { amountMinor: 4_000_000, currency: 'EUR' },
    closeOn: '2026-12-15',
    evidence: 'We run their network since 2021 and met the head of operations on Monday.',
    nextStep: 'Discovery with both teams',
    nextStepOn: '2026-08-03',
    consent: true,
  };
}
