import { z } from 'zod';
import { parseLocalDate } from '#core/calendar.ts';
import { parseCurrencyCode, parseDecimalRate } from '#core/money.ts';
import { type Role, roles } from '#core/program/roles.ts';
import { type Capability, rolesByCapability } from './capabilities.ts';
import type { Organization } from './context.ts';
import type { MembershipRow } from './queries.ts';

export const roleSchema = z.enum(Object.keys(roles) as [Role, ...Role[]]).meta({ id: 'Role' });
export const capabilitySchema = z
  .enum(Object.keys(rolesByCapability) as [Capability, ...Capability[]])
  .meta({ id: 'Capability' });
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'an id as the API returned it');
/** A day that exists. Quarters before and after it must exist too, so the ends of the calendar are left out. */
export const dateSchema = z
  .string()
  .refine((text) => parseLocalDate(text) !== null, 'a date as YYYY-MM-DD')
  .refine((text) => text >= '1900-01-01' && text <= '2199-12-31', 'a date from 1900 to 2199');
export const currencySchema = z
  .string()
  .refine((text) => parseCurrencyCode(text) !== null, 'an ISO 4217 code such as EUR');
export const timeZoneSchema = z
  .string()
  .refine(
    (zone) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone),
    'an IANA time zone such as Europe/Amsterdam',
  );
export const nothingSchema = z.object({});
/** What the words of a code are made of, in any language. */
export const codeParamsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

export const rateSchema = z.object({
  currency: currencySchema,
  effectiveOn: dateSchema,
  rate: z
    .string()
    .refine((text) => parseDecimalRate(text) !== null, 'a positive decimal number such as 1.0842')
    // As many digits as are kept, so that what is recorded is what was sent.
    .refine(
      (text) => /^\d{1,10}(\.\d{1,10})?$/.test(text) && Number(text) > 0,
      'at most 10 digits on either side',
    ),
});

export const organizationSchema = z.object({
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  fiscalYearStartMonth: z.int(),
  workingDays: z.array(z.int()),
  holidays: z.array(z.string()),
  isDemo: z.boolean(),
});

export const memberSchema = z.object({
  membershipId: z.string(),
  name: z.string(),
  roles: z.array(roleSchema),
  partnerId: z.string().nullable(),
  accessEndsOn: z.string().nullable(),
  suspended: z.boolean(),
});

export function shownOrganization(organization: Organization): z.infer<typeof organizationSchema> {
  return {
    slug: organization.slug,
    name: organization.name,
    timeZone: organization.timeZone,
    currency: organization.currency,
    fiscalYearStartMonth: organization.fiscal.yearStartMonth,
    workingDays: [...organization.workingDays],
    holidays: [...organization.holidays],
    isDemo: organization.isDemo,
  };
}

export function shownMember(row: MembershipRow): z.infer<typeof memberSchema> {
  return {
    membershipId: row.membership_id,
    name: row.display_name,
    roles: row.roles as Role[],
    partnerId: row.partner_id,
    accessEndsOn: row.access_ends_on,
    suspended: row.suspended_at !== null,
  };
}
