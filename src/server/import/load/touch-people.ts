import type { Id } from '#core/ids.ts';
import { companyNameKey } from '#core/opportunity/account-name.ts';
import type { IdMaker } from '../../ids.ts';
import { unshared } from './row-records.ts';
import type { PersonForTouch } from './touch-queries.ts';

/** A person's name for comparing: no case, accents, punctuation or surplus spaces. */
export function personKey(name: string): string {
  return companyNameKey(name);
}

/** A person as a row names them: by name, by mail address, or by both. */
export type PersonName = { readonly name: string | null; readonly email: string | null };

export type FoundPerson =
  | { readonly is: 'known' | 'new'; readonly person: PersonForTouch }
  | { readonly is: 'elsewhere'; readonly person: PersonForTouch }
  | { readonly is: 'several'; readonly people: readonly PersonForTouch[] };

/** The people of all partners, and those whom the rows bring. */
export type PeopleBook = {
  readonly find: (partnerId: string, wanted: PersonName, on: string) => FoundPerson;
  /** Whether somebody at this partner goes by this name or address. */
  readonly isAt: (partnerId: string, text: string) => boolean;
};

/**
 * Finds people by mail address, else by name, ignoring case and accents. Of two of one name it is the one who was there
 * that day. Who is not found is new at the partner; an address that belongs to another partner is nobody's here.
 */
export function peopleBook(known: readonly PersonForTouch[], ids: IdMaker, now: number): PeopleBook {
  const byName = new Map<string, PersonForTouch[]>();
  const byEmail = new Map<string, PersonForTouch[]>();
  const put = (map: Map<string, PersonForTouch[]>, key: string, person: PersonForTouch) => {
    const there = map.get(key);
    if (there) there.push(person);
    else map.set(key, [person]);
  };
  const learn = (person: PersonForTouch): void => {
    put(byName, `${person.partner_id} ${personKey(person.name)}`, person);
    if (person.email !== null) put(byEmail, person.email.toLowerCase(), person);
  };
  for (const person of known) learn(person);

  function make(partnerId: string, { name, email }: PersonName): FoundPerson {
    const person = {
      id: ids.next<Id<'partner person'>>(now),
      partner_id: partnerId,
      name: unshared(name ?? email ?? ''),
      email: email === null ? null : unshared(email),
      left_on: null,
      is_withdrawn: false,
    };
    learn(person);
    return { is: 'new', person };
  }

  return {
    find(partnerId, wanted, on) {
      const { name, email } = wanted;
      const addressed = email === null ? [] : (byEmail.get(email.toLowerCase()) ?? []);
      const own = addressed.filter((person) => person.partner_id === partnerId);
      const [elsewhere] = addressed.filter((person) => !person.is_withdrawn);
      if (own.length === 0 && elsewhere) return { is: 'elsewhere', person: elsewhere };
      const named = name === null ? [] : (byName.get(`${partnerId} ${personKey(name)}`) ?? []);
      // A name with another address is another person.
      const candidates =
        own.length > 0 ? own : named.filter((person) => email === null || person.email === null);
      const present = candidates.filter((person) => person.left_on === null || on <= person.left_on);
      const people = present.length > 0 ? present : candidates;
      const offered = people.filter((person) => !person.is_withdrawn);
      const [first] = offered.length > 0 ? offered : people;
      if (!first) return make(partnerId, wanted);
      return offered.length > 1 ? { is: 'several', people: offered } : { is: 'known', person: first };
    },
    isAt: (partnerId, text) =>
      byName.has(`${partnerId} ${personKey(text)}`) ||
      (byEmail.get(text.toLowerCase()) ?? []).some((person) => person.partner_id === partnerId),
  };
}
