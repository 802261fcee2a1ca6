import { z } from 'zod';
import { nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { overrideGate, revokeOverride } from './watch/override-gate.ts';
import { readFunnel } from './watch/read-funnel.ts';
import { readRunning } from './watch/read-running.ts';
import { readWatch } from './watch/read-watch.ts';
import { funnelSchema, gateKey, runningSchema, watchSchema } from './watch/watch-schemas.ts';

const gateParams = z.object({ org: z.string(), gate: gateKey });

/** Where the program stands: gates and pitfalls, the direct funnel, and the partners of one that already runs. */
export const watchRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/program/funnel',
    capability: 'organization.read',
    operation: 'getDirectFunnel',
    summary: 'The direct funnel as measured facts, and the actuals of the assumption ledger',
    replies: { 200: funnelSchema },
    handle: async ({ context }) => {
      const { facts, actuals } = await readFunnel(context);
      return { status: 200, body: { facts: [...facts], actuals: [...actuals] } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/program/watch',
    capability: 'organization.read',
    operation: 'getProgramWatch',
    summary: 'Gates, pitfalls and gaps, computed from facts',
    replies: { 200: watchSchema },
    handle: async ({ context }) => ({ status: 200, body: writable(await readWatch(context)) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/program/running',
    capability: 'organization.read',
    operation: 'getRunningProgram',
    summary: 'Partners sorted into producing, active and dormant, with a proposal for each',
    replies: { 200: runningSchema },
    handle: async ({ context }) => ({ status: 200, body: writable(await readRunning(context)) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/program/gates/{gate}/overrides',
    capability: 'gate.override',
    operation: 'overrideGate',
    summary: 'Open a closed gate on the caller’s word; it stays visible',
    creates: true,
    params: gateParams,
    body: z.object({ reason: z.string().trim().min(10).max(1000) }),
    replies: { 201: z.object({ overrideId: z.string() }) },
    handle: async ({ context, params, body }) => ({
      status: 201,
      body: await overrideGate(context, params.gate, body.reason),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/program/gates/{gate}/overrides',
    capability: 'gate.override',
    operation: 'revokeGateOverride',
    summary: 'Take the override of a gate back',
    params: gateParams,
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await revokeOverride(context, params.gate);
      return { status: 200, body: {} };
    },
  }),
];

type Writable<T> = T extends string | number | boolean | null
  ? T
  : { -readonly [Key in keyof T]: Writable<T[Key]> };

/** The same value, typed as one that may be written to: what a schema infers knows no `readonly`. */
function writable<T>(value: T): Writable<T> {
  return value as Writable<T>;
}
