import { z } from 'zod';
import { pageQuery } from '../http/page.ts';
import { defineRoute } from '../http/route.ts';
import { readDirectOnly, replaceDirectOnly } from './direct-only.ts';

const path = '/o/{org}/direct-only-accounts';
/** Some twenty thousand lines; a request is at most a megabyte. */
const longestCsv = 900_000;

/** The accounts that partners do not register because we sell to them ourselves. */
export const directOnlyRoutes = [
  defineRoute({
    method: 'GET',
    path,
    capability: 'registration.read',
    operation: 'listDirectOnlyAccounts',
    summary: 'The direct-only accounts in order of name, with the age of the list',
    query: z.object(pageQuery),
    replies: {
      200: z.object({
        list: z
          .object({
            refreshedOn: z.string(),
            keptBy: z.string(),
            count: z.int(),
            age: z.int().describe('In days'),
            isOld: z.boolean().describe('Older than the signed page allows: it stops nothing, it only asks'),
          })
          .nullable(),
        limitDays: z.number().nullable(),
        items: z.array(
          z.object({ name: z.string(), domain: z.string().nullable(), country: z.string().nullable() }),
        ),
        nextCursor: z.string().nullable(),
      }),
    },
    handle: async ({ context, query }) => ({ status: 200, body: await readDirectOnly(context, query) }),
  }),
  defineRoute({
    method: 'PUT',
    path,
    capability: 'registration.arrange',
    operation: 'replaceDirectOnlyAccounts',
    summary:
      'Replace the direct-only accounts by a CSV with the columns name, domain, country; all or nothing',
    body: z.object({ csv: z.string().min(1).max(longestCsv) }),
    replies: { 200: z.object({ count: z.int() }) },
    handle: async ({ context, body }) => ({ status: 200, body: await replaceDirectOnly(context, body.csv) }),
  }),
];
