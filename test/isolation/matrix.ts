import { type Role, roles } from '#core/program/roles.ts';
import { changeMember } from '#server/access/change-member.ts';
import type { RouteDefinition } from '#server/http/route.ts';
import type { Answer, TestApp, TestPerson } from '#test/harness/app.ts';
import { NOBODYS, namings, requestOf, type Sent } from './requests.ts';
import type { Ids, World } from './world.ts';

/** All that was answered to people of one organization, to be searched for what belongs to another. */
export type Heard = { answers: number; readonly leaks: string[] };

/** Sends a request and keeps whether the answer, headers included, has a word that belongs to somebody else. */
export async function ask(
  server: TestApp,
  sent: Sent,
  who: TestPerson | null,
  heard: Heard,
  forbidden: string,
): Promise<Answer> {
  const { method, path, ...options } = sent;
  const headers = { ...options.headers, ...(who ? { cookie: who.cookie } : {}) };
  const from = { 'x-forwarded-for': `10.1.${(heard.answers >> 8) & 255}.${heard.answers & 255}` };
  const answer = await server.call(method, path, { ...options, headers: { ...from, ...headers } });
  heard.answers += 1;
  if (JSON.stringify([answer.body, answer.headers]).includes(forbidden)) {
    heard.leaks.push(`${method} ${path} ${JSON.stringify(sent.query)}`);
  }
  return answer;
}

/** What names nothing, in the form of what names something: an id, or a number that people say. */
function nobodys(named: string | undefined): string {
  return /^\d+$/.test(named ?? '') ? '2000000000' : NOBODYS;
}

/** An answer without what differs between any two calls. */
export function comparable({ status, body }: Answer): unknown {
  if (body === null || typeof body !== 'object') return { status, body };
  const { instance: _, ...rest } = body as Record<string, unknown>;
  return { status, body: rest };
}

/** One person for each role, those at a partner included. */
export async function peopleOf({ organization, ids }: World): Promise<Map<Role, TestPerson>> {
  const people = new Map<Role, TestPerson>();
  for (const role of Object.keys(roles) as Role[]) {
    const isOutside = roles[role].face === 'portal';
    const person = await organization.person([role], {
      ...(role === 'advisor' ? { accessEndsOn: '2027-01-31' } : {}),
      ...(isOutside ? { partnerId: ids.partnerId as never } : {}),
    });
    people.set(role, person);
  }
  return people;
}

/** People with a living session to whom the organization does not exist, or no longer. */
export async function outsidersOf(ours: World, theirs: World): Promise<[name: string, TestPerson][]> {
  const suspended = await ours.organization.person(['administrator']);
  const { actor } = suspended.context;
  if (actor.kind !== 'member') throw new Error('a person is a member');
  await changeMember(ours.chief.context, actor.membershipId, { suspended: true });
  return [
    ['an administrator of another organization', theirs.chief],
    ['a member who is suspended', suspended],
    [
      'an advisor whose access has ended',
      await ours.organization.person(['advisor'], { accessEndsOn: '2026-07-14' }),
    ],
    [
      'an administrator whose access has ended',
      await ours.organization.person(['administrator'], { accessEndsOn: '2026-07-14' }),
    ],
  ];
}

/** A request of ours that names something of theirs, and the same one that names nothing at all. */
export type Pair = { readonly name: string; readonly foreign: Sent; readonly nobodys: Sent };

/** For each place where a route names a thing: the same request with a foreign id there, and with the id of nothing. */
export function pairsOf(definition: RouteDefinition, org: string, ours: Ids, theirs: Ids): Pair[] {
  const { operation } = definition;
  const number = 1;
  const pairs: Pair[] = [];
  for (const [, name] of definition.path.matchAll(/\{(\w+)\}/g)) {
    if (name === undefined || !(name in ours)) continue;
    const with_ = (id: string | undefined) =>
      requestOf(definition, org, { ids: { ...ours, [name]: id ?? '' }, number });
    pairs.push({ name, foreign: with_(theirs[name]), nobodys: with_(nobodys(theirs[name])) });
  }
  for (const [index, { body, query }] of namings(operation, ours, number).entries()) {
    const named = { ...(body as object | undefined), ...query };
    for (const [name, value] of Object.entries(named)) {
      const word = Object.keys(ours).find((key) => ours[key] === value && theirs[key] !== undefined);
      if (word === undefined || typeof value !== 'string') continue;
      const base = requestOf(definition, org, { ids: ours, number });
      const with_ = (id: string): Sent => ({
        ...base,
        ...(body === undefined
          ? {}
          : { body: name in (body as object) ? { ...(body as object), [name]: id } : body }),
        query: name in query ? { ...query, [name]: id } : query,
      });
      pairs.push({
        name: `${name} (${index})`,
        foreign: with_(theirs[word] ?? ''),
        nobodys: with_(nobodys(theirs[word])),
      });
    }
  }
  return pairs;
}
