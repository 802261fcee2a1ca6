/**
 * Identifiers. Each is opaque text made by the app (UUIDv7); the brand keeps a partner's id from being passed
 * where an opportunity's is meant. Core never makes ids and never looks inside one.
 */

declare const idBrand: unique symbol;

/** Text that identifies one row of the named kind. */
export type Id<Kind extends string> = string & { readonly [idBrand]: Kind };

export type OrgId = Id<'organization'>;
export type UserId = Id<'user'>;
export type MembershipId = Id<'membership'>;
export type AccountId = Id<'account'>;
export type OpportunityId = Id<'opportunity'>;
export type PartnerId = Id<'partner'>;
export type PartnerPersonId = Id<'partner person'>;
export type ImportId = Id<'import'>;
/** Any fact that a decision may cite as evidence: an introduction, a registration, a touch, a claim. */
export type FactId = Id<'fact'>;

/**
 * Brands text that is known to identify a row of this kind: it was just made by the id port, read from the
 * database, or checked at the edge. It verifies nothing.
 */
export function brandId<T extends Id<string>>(text: string): T {
  return text as T;
}
