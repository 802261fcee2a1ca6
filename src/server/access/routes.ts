import { z } from 'zod';
import type { LocalDate } from '#core/calendar.ts';
import type { PartnerId } from '#core/ids.ts';
import type { CurrencyCode, DecimalRate } from '#core/money.ts';
import { defineRoute } from '../http/route.ts';
import { capabilitiesOf } from './capabilities.ts';
import { changeMember, listMembers } from './change-member.ts';
import { changeOrganization, listRates, recordRate } from './change-organization.ts';
import { invite, revokeInvitation } from './invite.ts';
import { myOrganizations } from './my-organizations.ts';
import {
  capabilitySchema,
  currencySchema,
  dateSchema,
  idSchema,
  memberSchema,
  nothingSchema,
  organizationSchema,
  rateSchema,
  roleSchema,
  shownMember,
  shownOrganization,
  timeZoneSchema,
} from './schemas.ts';

/** Who I am in an organization, its frame, and its people. */
export const accessRoutes = [
  defineRoute({
    method: 'GET',
    path: '/me',
    capability: 'signed-in',
    operation: 'whoAmI',
    summary: 'The signed-in person and the organizations they belong to',
    replies: {
      200: z.object({
        userId: z.string(),
        name: z.string(),
        email: z.string(),
        secondFactor: z.boolean(),
        organizations: z.array(
          z.object({ slug: z.string(), name: z.string(), isDemo: z.boolean(), roles: z.array(roleSchema) }),
        ),
      }),
    },
    handle: async ({ user, services }) => ({
      status: 200,
      body: {
        userId: user.userId,
        name: user.name,
        email: user.email,
        secondFactor: user.secondFactor,
        organizations: await myOrganizations(services.ports, user),
      },
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}',
    capability: 'organization.read',
    operation: 'getOrganization',
    summary: 'The organization’s frame and what the caller may do in it',
    replies: {
      200: organizationSchema.extend({
        me: z.object({
          membershipId: z.string(),
          name: z.string(),
          roles: z.array(roleSchema),
          capabilities: z.array(capabilitySchema),
        }),
      }),
    },
    handle: async ({ context: { organization, actor } }) => {
      const roles = actor.kind === 'member' ? actor.roles : [];
      return {
        status: 200,
        body: {
          ...shownOrganization(organization),
          me: {
            membershipId: actor.kind === 'member' ? actor.membershipId : '',
            name: actor.name,
            roles: [...roles],
            capabilities: [...(actor.kind === 'key' ? actor.capabilities : capabilitiesOf(roles))],
          },
        },
      };
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/o/{org}',
    capability: 'organization.change',
    operation: 'changeOrganization',
    summary: 'Change the frame that dates and amounts are read in',
    body: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      timeZone: timeZoneSchema.optional(),
      currency: currencySchema.optional(),
      fiscalYearStartMonth: z.int().min(1).max(12).optional(),
      workingDays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
      holidays: z.array(dateSchema).max(1000).optional(),
    }),
    replies: { 200: organizationSchema },
    handle: async ({ context, body }) => {
      const { fiscalYearStartMonth, currency, ...rest } = body;
      const change = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const after = await changeOrganization(context, {
        ...change,
        ...(currency ? { currency: currency as CurrencyCode } : {}),
        ...(fiscalYearStartMonth ? { fiscal: { yearStartMonth: fiscalYearStartMonth } } : {}),
      });
      return { status: 200, body: shownOrganization(after) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/exchange-rates',
    capability: 'organization.read',
    operation: 'listExchangeRates',
    summary: 'Rates into the organization’s currency, newest first',
    replies: { 200: z.object({ items: z.array(rateSchema) }) },
    handle: async ({ context }) => ({
      status: 200,
      body: {
        items: (await listRates(context)).map((row) => ({
          currency: row.currency,
          effectiveOn: row.effective_on,
          rate: row.rate,
        })),
      },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/exchange-rates',
    capability: 'organization.change',
    operation: 'recordExchangeRate',
    summary: 'Record a rate from a date on',
    creates: true,
    body: rateSchema,
    replies: { 201: nothingSchema },
    handle: async ({ context, body }) => {
      await recordRate(context, {
        currency: body.currency as CurrencyCode,
        effectiveOn: body.effectiveOn,
        rate: body.rate as DecimalRate,
      });
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/members',
    capability: 'member.read',
    operation: 'listMembers',
    summary: 'The people of the organization and the open invitations',
    replies: {
      200: z.object({
        items: z.array(memberSchema),
        invitations: z.array(
          z.object({
            invitationId: z.string(),
            email: z.string(),
            roles: z.array(roleSchema),
            expiresAt: z.int(),
          }),
        ),
      }),
    },
    handle: async ({ context }) => {
      const { members, invitations } = await listMembers(context);
      return {
        status: 200,
        body: {
          items: members.map(shownMember),
          invitations: invitations.map((one) => ({
            invitationId: one.invitation_id,
            email: one.email,
            roles: one.roles as z.infer<typeof roleSchema>[],
            expiresAt: one.expires_at,
          })),
        },
      };
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/o/{org}/members/{membershipId}',
    capability: 'member.change',
    operation: 'changeMember',
    summary: 'Change a member’s roles, end date or suspension',
    params: z.object({ org: z.string(), membershipId: idSchema }),
    body: z.object({
      roles: z.array(roleSchema).min(1).optional(),
      accessEndsOn: dateSchema.nullable().optional(),
      suspended: z.boolean().optional(),
    }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params, body }) => {
      await changeMember(context, params.membershipId, {
        ...body,
        accessEndsOn: body.accessEndsOn as LocalDate | null | undefined,
      });
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/invitations',
    capability: 'member.change',
    operation: 'invite',
    summary: 'Invite a person by mail: one link, used once, for seven days',
    creates: true,
    perMinute: 60,
    body: z.object({
      email: z.email().max(254),
      roles: z.array(roleSchema).min(1),
      partnerId: idSchema.nullable().default(null),
      accessEndsOn: dateSchema.nullable().default(null),
    }),
    replies: { 201: z.object({ invitationId: z.string(), expiresAt: z.int() }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await invite(context, {
        email: body.email,
        roles: body.roles,
        partnerId: body.partnerId as PartnerId | null,
        accessEndsOn: body.accessEndsOn as LocalDate | null,
      }),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/invitations/{invitationId}',
    capability: 'member.change',
    operation: 'revokeInvitation',
    summary: 'Take an open invitation back',
    params: z.object({ org: z.string(), invitationId: idSchema }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await revokeInvitation(context, params.invitationId);
      return { status: 200, body: {} };
    },
  }),
];
