import type { GateKey } from '#core/gates/facts.ts';
import { decideGates, type GateStanding, gates } from '#core/gates/gates.ts';
import { decidePortal, type Opened, type PortalOpening } from '#core/gates/portal-opening.ts';
import {
  type Actor,
  type Context,
  type Organization,
  type Ports,
  requireCapability,
} from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction, type Tx } from '../../database/transaction.ts';
import { ProblemError } from '../../problem.ts';
import { lackingUpTo } from '../../program/watch/closed-gate.ts';
import { loadGateFacts } from '../../program/watch/load-gate-facts.ts';
import { keepOpening, portalOpened } from './queries.ts';

type Found = { readonly opening: PortalOpening; readonly standings: readonly GateStanding[] };

/** Whether the portal is open. The gates are computed only as long as nobody has been let through. */
async function findOpening(
  tx: Tx,
  organization: Organization,
  opened: Opened | null,
  now: number,
): Promise<Found> {
  if (opened !== null) return { opening: decidePortal(opened, []), standings: [] };
  const today = localDateAt(now, organization.timeZone);
  const standings = decideGates(await loadGateFacts(tx, organization, today));
  return { opening: decidePortal(null, standings), standings };
}

/**
 * Opens the portal where the gate lets the first one through. Under a lock, so that an override that is taken back at the
 * same moment is seen, or closes it again.
 */
async function openFor(tx: WriteTx, organization: Organization, now: number): Promise<Found> {
  const { orgId } = organization;
  const found = await findOpening(tx, organization, await portalOpened(tx, orgId, 'lock'), now);
  const { opening } = found;
  if (opening.state === 'open' && opening.openedAt === null) {
    await keepOpening(tx, orgId, { openedAt: now, byOverride: opening.byOverride });
    tx.record({ action: 'portal.open', after: { byOverride: opening.byOverride } });
  }
  return found;
}

/** What the desk is told of the portal before it invites anybody. */
export type ShownOpening =
  | Extract<PortalOpening, { state: 'open' }>
  | {
      readonly state: 'closed';
      readonly gate: { readonly key: GateKey; readonly name: string; readonly title: string };
      readonly missing: readonly string[];
    };

/** Whether the people of partners can be invited; if not, which gate that waits for and what it lacks. */
export async function readPortalOpening(context: Context): Promise<ShownOpening> {
  requireCapability(context, 'organization.read');
  const { organization, ports, now } = context;
  const org = organization.orgId;
  const { opening } = await readTransaction(ports.pool, { org }, async (tx) =>
    findOpening(tx, organization, await portalOpened(tx, org, 'look'), now),
  );
  if (opening.state === 'open') return opening;
  const { name, title } = gates[opening.gate];
  return { state: 'closed', gate: { key: opening.gate, name, title }, missing: opening.missing };
}

/**
 * Refuses to invite somebody of a partner while the portal is closed, with what gate G5 lacks and what works meanwhile.
 * Throws ProblemError `conflict`.
 */
export async function requireOpenPortal(tx: WriteTx, context: Context, path: string): Promise<void> {
  const { opening, standings } = await openFor(tx, context.organization, context.now);
  if (opening.state === 'open') return;
  const { errors, who } = lackingUpTo(opening.gate, standings, path);
  throw new ProblemError(
    'conflict',
    `${opening.says} Still missing: ${opening.missing.join(' ')} Who can supply it: ${who}. The CRO can override ` +
      'the gate. Until then partners register by the secret link of their partner, and are answered by mail and Slack.',
    { errors },
  );
}

/**
 * Lets somebody of a partner into the portal. Whoever comes before it is open learns what works meanwhile, and nothing of
 * what the company still lacks. Throws ProblemError `portal-closed`.
 */
export async function admitToPortal(
  ports: Ports,
  organization: Organization,
  isOpened: boolean,
  now: number,
): Promise<void> {
  if (isOpened) return;
  const org = organization.orgId;
  const found = await readTransaction(ports.pool, { org }, (tx) => findOpening(tx, organization, null, now));
  if (found.opening.state === 'closed') throw portalClosed(organization);
  const actor: Actor = { kind: 'system', name: 'portal' };
  const context = { ports, actor, organization, now, requestId: null, idempotency: null };
  const { opening } = await write(context, (tx) => openFor(tx, organization, now), {
    mayChangeNothing: true,
  });
  if (opening.state === 'closed') throw portalClosed(organization);
}

function portalClosed({ name }: Organization): ProblemError {
  return new ProblemError(
    'portal-closed',
    `The portal of ${name} is not open yet. Until it is, register deals by the link that ${name} gives you; ` +
      'answers come by mail.',
  );
}
