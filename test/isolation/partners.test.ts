import { describe, expect, it, vi } from 'vitest';
import { capabilitiesOf } from '#server/access/capabilities.ts';
import { ownRegistrationRoutes } from '#server/registration/portal-routes.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { typedDeal } from '#test/harness/registration-scene.ts';
import { ask, comparable, type Heard, pairsOf } from './matrix.ts';
import { definitions, requestOf } from './requests.ts';
import { makeWorld } from './world.ts';
import { makeRival, planter } from './world-rival.ts';

// Two partners of one organization: what stands between them. routes.test.ts is about two organizations.
vi.setConfig({ testTimeout: 120_000 });

const server = await testApp(await freshDatabase());
const world = await makeWorld(server, 'ours', 6);
const planted = planter();
const rival = await makeRival(world, planted);
await server.runJobs();
const partnerId = world.ids.partnerId as never;
const admin = await world.organization.person(['partner_admin'], { partnerId });
const { slug } = world.organization;
const portal = definitions.filter(({ capability }) =>
  capabilitiesOf(['partner_admin']).has(capability as never),
);
const word = /zq[a-z]+x\d+q/g;

/** Which planted words stand in what was answered. */
function wordsIn(told: unknown): string[] {
  return (JSON.stringify(told).match(word) ?? []).filter((one) => planted.words.has(one));
}

let number = 500;
const next = (): number => {
  number += 1;
  return number;
};

describe('two partners of one organization', () => {
  it('have more than two hundred words between them that one must not read, and they are there to be read', async () => {
    expect(planted.words.size).toBeGreaterThanOrEqual(200);
    const seen = new Set<string>();
    for (const definition of definitions.filter(({ method }) => method === 'GET')) {
      const isPortal = definition.capability.startsWith('portal.');
      const ids = { ...world.ids, ...(isPortal ? rival.ids : {}) };
      const sent = requestOf(definition, slug, { ids, number: 1 });
      const person = isPortal ? rival.rep : world.chief;
      const query = { limit: '200', ...sent.query };
      const { body } = await person.call(sent.method, sent.path, { query });
      for (const one of wordsIn(body)) seen.add(one);
    }
    // Each registration once, as its partner and as the desk read it.
    const list = await rival.rep.call('GET', `/o/${slug}/portal/registrations`);
    const { items } = list.body as { items: { number: number }[] };
    for (const { number: one } of items) {
      const own = await rival.rep.call('GET', `/o/${slug}/portal/registrations/number/${one}`);
      const desk = await world.chief.call('GET', `/o/${slug}/registrations/${one}`);
      for (const found of [...wordsIn(own.body), ...wordsIn(desk.body)]) seen.add(found);
    }
    expect(seen.size).toBeGreaterThanOrEqual(200);
  });

  it('read no word of the other in any answer, header or letter, whatever they call and whatever id they name', async () => {
    const heard: Heard = { answers: 0, leaks: [] };
    const leaks: string[] = [];
    for (const definition of portal) {
      for (const ids of [world.ids, { ...world.ids, ...rival.ids }]) {
        const sent = requestOf(definition, slug, { ids, number: next() });
        const answer = await ask(server, sent, admin, heard, 'no word at all');
        const found = wordsIn([answer.body, answer.headers]);
        if (found.length > 0) leaks.push(`${definition.operation}: ${found.join(' ')}`);
        expect(answer.status, definition.operation).toBeLessThan(500);
      }
    }
    const letters = await server.letters(admin.email);
    leaks.push(...wordsIn(letters).map((one) => `a letter: ${one}`));
    expect(leaks).toEqual([]);
    expect(heard.answers).toBeGreaterThan(60);
  });

  it('learn nothing by registering what the other has, what is sold directly, or what nobody knows', async () => {
    const rep = await world.organization.person(['partner_rep'], { partnerId });
    const answers: unknown[] = [];
    for (const [nth, domain] of [...rival.domains, 'nobody-knows-it.nl', 'nor-this-one.nl'].entries()) {
      const typed = { ...typedDeal({ legalName: `Asked ${nth}`, domain }), products: ['ours suite'] };
      const begun = await rep.call('POST', `/o/${slug}/portal/registrations`, { body: { typed } });
      const { registrationId, number: own } = begun.body as { registrationId: string; number: number };
      const sent = await rep.call('POST', `/o/${slug}/portal/registrations/${registrationId}/submission`, {
        body: { language: 'en' },
      });
      const read = await rep.call('GET', `/o/${slug}/portal/registrations/number/${own}`);
      const others = wordsIn([begun, sent, read]).filter((one) => !domain.startsWith(one));
      expect(others, domain).toEqual([]);
      const { state, stateWords, next: then, moves, dueOn } = read.body as Record<string, unknown>;
      const { notes } = sent.body as { notes?: unknown };
      answers.push({ status: sent.status, state, stateWords, then, moves, dueOn, notes });
    }
    const isDirect = (nth: number) => rival.domains[nth]?.startsWith('zqdirectdomain') ?? false;
    const told = answers.filter((_, nth) => !isDirect(nth));
    for (const one of told) expect(one).toEqual(told.at(-1));
  });

  it('answer for what the other has exactly as for what never was', async () => {
    const heard: Heard = { answers: 0, leaks: [] };
    let pairs = 0;
    for (const definition of portal) {
      for (const { name, foreign, nobodys } of pairsOf(definition, slug, world.ids, rival.ids)) {
        if (!(name in rival.ids)) continue;
        const one = await ask(server, foreign, admin, heard, 'no word at all');
        const other = await ask(server, nobodys, admin, heard, 'no word at all');
        expect(comparable(one), `${definition.operation} ${name}`).toEqual(comparable(other));
        expect(one.status, `${definition.operation} ${name}`).toBe(404);
        pairs += 1;
      }
    }
    expect(pairs).toBeGreaterThanOrEqual(8);
  });
});

/** How often the first of two is the slower one, from 0 to 1; a half where nothing tells them apart. */
function slowerShare(pairs: readonly (readonly [number, number])[]): number {
  return pairs.filter(([one, other]) => one > other).length / pairs.length;
}

describe('the time of an answer', () => {
  const rounds = 60;
  const named = ownRegistrationRoutes
    .map(({ definition }) => definition)
    .filter(({ path }) => /\{(registrationId|number)\}/.test(path))
    .map((definition) => [definition.operation, definition] as const);

  it.each(named)(
    '%s takes as long for what the other has as for what never was',
    async (_name, definition) => {
      const heard: Heard = { answers: 0, leaks: [] };
      const [pair] = pairsOf(definition, slug, world.ids, rival.ids).filter(({ name }) => name in rival.ids);
      if (!pair) throw new Error('the route names nothing of the other');
      const timed = async (sent: typeof pair.foreign): Promise<number> => {
        const began = performance.now();
        await ask(server, sent, admin, heard, 'no word at all');
        return performance.now() - began;
      };
      for (let warm = 0; warm < 5; warm += 1) await timed(warm % 2 === 0 ? pair.foreign : pair.nobodys);
      const times: [number, number][] = [];
      for (let round = 0; round < rounds; round += 1) {
        // In turns, so that whatever else the machine does meets both alike.
        if (round % 2 === 0) times.push([await timed(pair.foreign), await timed(pair.nobodys)]);
        else {
          const other = await timed(pair.nobodys);
          times.push([await timed(pair.foreign), other]);
        }
      }
      // Five times the spread of a fair coin thrown sixty times: it is not met by chance.
      const spread = 0.5 / Math.sqrt(rounds);
      expect(Math.abs(slowerShare(times) - 0.5)).toBeLessThan(5 * spread);
    },
  );
});
