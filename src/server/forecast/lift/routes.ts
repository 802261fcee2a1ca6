import { z } from 'zod';
import { exposures } from '#core/forecast/lift/deal.ts';
import { scopes } from '#core/scoreboard/figure.ts';
import { dateSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { dealsFile } from './deals-file.ts';
import { lift } from './lift.ts';
import { liftSchema } from './schemas.ts';
import { strataFile } from './strata-file.ts';

const asOf = dateSchema.optional().describe('Everything as known at the end of that day; today if left out');
const scope = z
  .enum(scopes)
  .optional()
  .describe('What credit proves, or what imports say of who sourced a deal; credit if left out');

type Writable<T> = T extends string
  ? T
  : T extends readonly (infer Item)[]
    ? Writable<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Writable<T[Key]> }
      : T;

/** The schema describes plain JSON; what the verb returns is the same, only read-only. */
function asJson<T>(value: T): Writable<T> {
  return value as Writable<T>;
}

/** Partner deals against others: what the comparison says, and the groups that it stands on. */
export const liftRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/lift',
    capability: 'scoreboard.read',
    operation: 'getLift',
    summary: 'Whether partner deals are won more often, sooner and larger, like compared with like',
    query: z.object({ asOf, scope }),
    replies: { 200: liftSchema },
    handle: async ({ context, query }) => ({ status: 200, body: asJson(await lift(context, query)) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/lift/strata.csv',
    capability: 'scoreboard.read',
    operation: 'downloadLiftStrata',
    summary: 'The strata of a comparison as a CSV file',
    query: z.object({ asOf, scope, exposure: z.enum(exposures) }),
    replies: { 200: z.string().describe('text/csv') },
    handle: async ({ context, query }) => ({ file: await strataFile(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/lift/deals.csv',
    capability: 'scoreboard.read',
    operation: 'downloadLiftDeals',
    summary: 'The deals of a comparison as a CSV file: its side, and what became of it',
    query: z.object({ asOf, scope, exposure: z.enum(exposures) }),
    replies: { 200: z.string().describe('text/csv') },
    handle: async ({ context, query }) => ({ file: await dealsFile(context, query) }),
  }),
];
