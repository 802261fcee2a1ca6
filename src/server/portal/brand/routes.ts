import { z } from 'zod';
import { longestBrandName, longestWelcome } from '#core/portal/brand.ts';
import { nothingSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { changeBrand, changeLogo, readBrand, removeLogo } from './change-brand.ts';
import { publicBrand, publicLogo } from './show-brand.ts';

const welcome = z.string().max(longestWelcome);

export const brandSchema = z
  .object({
    name: z.string(),
    hasOwnName: z.boolean(),
    accent: z.string().nullable(),
    welcome: z.object({ en: z.string(), de: z.string() }),
    logo: z.object({ hash: z.string(), width: z.int(), height: z.int() }).nullable(),
  })
  .meta({ id: 'PortalBrand' });

/** How a company looks in its portal: told to everybody who may see the sign-in page, changed at the desk. */
export const brandRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/brand',
    capability: 'public',
    operation: 'showPortalBrand',
    summary: 'How a company’s portal looks, for its sign-in page; nothing where it has no looks of its own',
    perMinute: 60,
    params: z.object({ org: z.string() }),
    replies: { 200: brandSchema },
    handle: async ({ services, params }) => ({
      status: 200,
      body: await publicBrand(services.ports, params.org),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/logo/{logoHash}',
    capability: 'public',
    operation: 'showPortalLogo',
    summary: 'The logo of a company’s portal, by the hash of its bytes',
    perMinute: 120,
    params: z.object({ org: z.string(), logoHash: z.string().regex(/^[0-9a-f]{64}$/) }),
    replies: { 200: z.string() },
    handle: async ({ services, params }) => ({
      file: await publicLogo(services.ports, params.org, params.logoHash),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/brand',
    capability: 'organization.read',
    operation: 'readBrand',
    summary: 'How the company looks in its portal; null while it looks like Tandem',
    replies: { 200: z.object({ brand: brandSchema.nullable() }) },
    handle: async ({ context }) => ({ status: 200, body: { brand: await readBrand(context) } }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/brand',
    capability: 'brand.change',
    operation: 'changeBrand',
    summary: 'Change name, accent and welcome of the portal; an accent that cannot be seen is refused',
    body: z.object({
      name: z.string().max(longestBrandName).nullable(),
      accent: z.string().max(20).nullable(),
      welcome: z.object({ en: welcome, de: welcome }),
    }),
    replies: { 200: nothingSchema },
    handle: async ({ context, body }) => {
      await changeBrand(context, body);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/brand/logo',
    capability: 'brand.change',
    operation: 'changeLogo',
    summary: 'Put a logo up: PNG, JPEG or WebP, read from its bytes; at most 256 kB and 2000 pixels',
    takesStream: true,
    perMinute: 30,
    replies: { 200: nothingSchema },
    handle: async ({ context, stream }) => {
      await changeLogo(context, stream);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/brand/logo',
    capability: 'brand.change',
    operation: 'removeLogo',
    summary: 'Take the logo of the portal away',
    replies: { 200: nothingSchema },
    handle: async ({ context }) => {
      await removeLogo(context);
      return { status: 200, body: {} };
    },
  }),
];
