import { workedExample } from '#core/blueprint/worked-example.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { acceptRegistration, rejectRegistration, returnRegistration } from '#server/registration/decide.ts';
import { beginFor } from '#server/registration/drafts.ts';
import { appealRegistration, askExtension } from '#server/registration/partner-moves.ts';
import { importText } from '#test/harness/importing.ts';
import { typedDeal } from '#test/harness/registration-scene.ts';
import { historyMapping, type Ids, type World } from '#test/isolation/world.ts';

type Preparation = (own: World) => Promise<unknown>;

const rep = { name: 'Ada', email: 'ada@example.org' };
const noBudget = { reason: 'Not qualified', words: 'No budget yet.' };
const question = { asks: 'Who is the buyer?', isIncomplete: false };

const asSent = { changed: null, opportunityId: null };

const accept: Preparation = ({ chief, ids }) =>
  acceptRegistration(chief.context, ids.registrationId ?? '', {
    changed: null,
    opportunityId: ids.opportunityId ?? '',
  });
const reject: Preparation = ({ chief, ids }) =>
  rejectRegistration(chief.context, ids.registrationId ?? '', noBudget);
const ask: Preparation = ({ chief, ids }) =>
  returnRegistration(chief.context, ids.registrationId ?? '', question);
const begin = async ({ chief, ids, mark }: World): Promise<Ids> => {
  const typed = typedDeal({ legalName: 'Baker and Sons', domain: 'baker-and-sons.nl' });
  const whole = { ...typed, products: [`${mark} suite`] };
  const { registrationId } = await beginFor(chief.context, ids.partnerId ?? '', rep, whole);
  return { registrationId };
};

/** A registration that somebody without a login has sent, of the world's own secret. */
const sentByForm = async ({ chief, ids, organization: { slug } }: World): Promise<string> => {
  await chief.call('POST', `/o/${slug}/own-deal/${ids.pass}/submission`, { body: {} });
  const { body } = await chief.call('GET', `/o/${slug}/registrations`);
  const { items } = body as { items: { registrationId: string; way: string }[] };
  return items.find(({ way }) => way === 'form')?.registrationId ?? '';
};

/** What some calls name instead of the world's own, by operation. */
export const others: Readonly<Record<string, (own: World) => Promise<Ids>>> = {
  submitRegistration: begin,
  submitRegistrationFor: begin,
};

/** What has to be there before some calls can create anything, by operation. */
export const preparations: Readonly<Record<string, Preparation>> = {
  answerRegistration: ask,
  answerRegistrationFor: ask,
  updateRegistration: accept,
  updateRegistrationFor: accept,
  assignRegistrationAe: accept,
  linkRegistrationDeal: accept,
  askExtension: accept,
  decideRegistrationExtension: async (own) => {
    await accept(own);
    await askExtension(own.chief.context, 'desk', own.ids.registrationId ?? '', 'They meet each week.');
  },
  appealRegistration: reject,
  appealRegistrationFor: reject,
  answerHeldRegistration: async (own) =>
    returnRegistration(own.chief.context, await sentByForm(own), question),
  updateHeldRegistration: async (own) => acceptRegistration(own.chief.context, await sentByForm(own), asSent),
  // More time is for a deal that stands at a stage, so it goes on one of the CRM's.
  askHeldExtension: async (own) =>
    acceptRegistration(own.chief.context, await sentByForm(own), {
      ...asSent,
      opportunityId: own.ids.opportunityId ?? '',
    }),
  appealHeldRegistration: async (own) =>
    rejectRegistration(own.chief.context, await sentByForm(own), noBudget),
  decideRegistrationAppeal: async (own) => {
    await reject(own);
    await appealRegistration(own.chief.context, 'desk', own.ids.registrationId ?? '', 'They have a budget.');
  },
  // A sample is drawn of the credit of a month that is over.
  drawAuditSample: ({ chief: { context }, ids: at }) =>
    writeTransaction(context.ports.pool, { org: context.organization.orgId }, (tx) =>
      tx.query(
        `insert into tandem.credit (org_id, opportunity_id, credit_id, class, partner_id, policy_version, reasons, evidence,
           cause, decided_at)
         values ($1, $2, $3, 'influenced', $4, 1, '[]', '[]', 'a test', '2026-06-10')`,
        [
          context.organization.orgId,
          at.dealId ?? '',
          context.ports.ids.next(context.now),
          at.partnerId ?? '',
        ],
      ),
    ),
  countersignPolicy: async ({ chief: signer, organization: where }) => {
    for (const seat of ['cro', 'cfo', 'head_of_partnerships']) {
      await signer.call('POST', `/o/${where.slug}/policies/attribution/2/signatures`, { body: { seat } });
    }
  },
  restoreDeal: ({ chief: operator, organization: where, ids: at }) =>
    operator.call('POST', `/o/${where.slug}/opportunities/${at.dealId}/deletion`, {
      body: { reason: 'By mistake' },
    }),
  proposePage: ({ chief: writer, organization: where }) =>
    writer.call('PUT', `/o/${where.slug}/program/pages/attribution/draft`, {
      body: { body: workedExample.attribution, confirmed: [], revision: 0 },
    }),
  clawBack: ({ chief: operator }) =>
    importText(
      operator.context,
      'Id,Stage,When\nkey-clawback-0,Closed Won,2026-06-20\n',
      historyMapping('key-clawback CRM'),
    ),
  assignSeat: ({ chief: leader, organization: where, ids: at }) =>
    leader.call('DELETE', `/o/${where.slug}/program/seats/ae/holders/${at.membershipId}`),
};
