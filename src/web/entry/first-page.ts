import { type Role, roles } from '#core/program/roles.ts';
import { paths } from '../paths.ts';

/** The first page of an organization for somebody with these roles: the desk, or the pages of their partner. */
export function firstPage(slug: string, held: readonly Role[]): string {
  const isAtPartner = held.length > 0 && held.every((role) => roles[role].face === 'portal');
  return isAtPartner ? paths.portal(slug) : paths.desk(slug);
}
