import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { workClocks } from './clocks.ts';
import { acceptRegistration } from './decide.ts';
import { readForDesk } from './show-desk.ts';

const server = await testApp(await testDatabase());
const yes = { changed: null, opportunityId: null };
const day = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** A company with one partner, whose rep types and sends over HTTP. */
async function desk(partners = 1) {
  const scene = await registrationScene(server, { partners });
  const base = `/o/${scene.organization.slug}/portal/registrations`;
  const rep = (nth = 0) => scene.partners[nth]?.rep ?? (undefined as never);
  const begin = async (typed: unknown, nth = 0, key?: string) => {
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return rep(nth).call('POST', base, { body: { typed }, headers });
  };
  const send = (registrationId: string, nth = 0, key?: string) => {
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return rep(nth).call('POST', `${base}/${registrationId}/submission`, {
      body: { language: 'en' },
      headers,
    });
  };
  const register = async (typed: unknown, nth = 0) => {
    const begun = (await begin(typed, nth)).body as { registrationId: string; number: number };
    return { ...begun, sent: await send(begun.registrationId, nth) };
  };
  const checks = async (number: number, outcome = 'ask') =>
    (await readForDesk(scene.ops.context, number)).checks.filter((one) => one.outcome === outcome);
  return { scene, base, rep, begin, send, register, checks };
}

describe('a domain that is not what it seems', () => {
  it('DR-3: of a free mail host is no key, and a person looks', async () => {
    const { register, checks } = await desk(2);
    const one = await register(typedDeal({ legalName: 'Jansen Metaal', domain: 'gmail.com' }));
    const other = await register(typedDeal({ legalName: 'Visser Bouw', domain: 'gmail.com' }), 1);
    // Two companies with a mailbox at one host are not one account.
    expect([one, other].map(({ sent }) => sent.body)).toMatchObject([
      { state: 'submitted' },
      { state: 'submitted' },
    ]);
    expect((await checks(other.number)).map(({ check }) => check)).toContain('domain');
  });

  it('DR-3: below the domain of somebody who came first is the same account', async () => {
    const { register } = await desk(2);
    await register(typedDeal({ legalName: 'Kramer', domain: 'kramer-below.nl' }));
    for (const domain of ['shop.kramer-below.nl', 'HTTPS://www.Kramer-Below.nl/contact?x=1']) {
      const typed = {
        ...typedDeal({ legalName: 'Another name', domain }),
        contactMail: 'ada@kramer-below.nl',
      };
      const { sent } = await register(typed, 1);
      expect(sent.body, domain).toMatchObject({ state: 'conflict' });
    }
  });

  it('DR-3: in look-alike letters, or spelled a slip apart, goes to a person with the account it resembles', async () => {
    const { scene, register, checks } = await desk(2);
    await importText(
      scene.ops.context,
      `${dealHeader}\nD1,Plants,Kramer Paper,Qualified,90000,2026-06-01,,,\n`,
    );
    await register(typedDeal({ legalName: 'Kramer Paper BV', domain: 'kramer-paper.nl' }));
    const cyrillic = await register(
      typedDeal({ legalName: 'Other name', domain: 'kr\u0430mer-paper.nl' }),
      1,
    );
    const slip = await register(typedDeal({ legalName: 'Krammer Paper BV', domain: 'krammer-paper.nl' }), 1);
    await server.runJobs();
    for (const { sent, number } of [cyrillic, slip]) {
      expect(sent.status).toBe(201);
      const asked = await checks(number);
      expect(asked.find(({ check }) => check === 'otherPartner')).toMatchObject({
        beside: [{ kind: 'registration' }],
      });
    }
    expect((await checks(cyrillic.number)).map(({ check }) => check)).toContain('domain');
  });
});

describe('what a form is filled with', () => {
  const markup = '<img src=x onerror=alert(1)><b>bold</b>';

  it('may be HTML in every field: it is kept and shown as text, to the letter', async () => {
    const { register, rep, base, scene } = await desk();
    const fields = ['legalName', 'contactName', 'contactRole', 'useCase', 'evidence', 'nextStep'];
    const typed = {
      ...typedDeal({ legalName: markup, domain: 'markup.nl' }),
      ...Object.fromEntries(fields.map((field) => [field, markup])),
    };
    const { sent, number } = await register(typed);
    expect(sent).toMatchObject({ status: 201, body: { state: 'submitted' } });
    const own = await rep().call('GET', `${base}/number/${number}`);
    expect(own.headers['content-type']).toMatch(/application\/json/);
    expect((own.body as { submission: object }).submission).toMatchObject(
      Object.fromEntries(fields.map((field) => [field, markup])),
    );
    expect((await readForDesk(scene.ops.context, number)).customer).toBe(markup);
  });

  it('may be 10,000 letters: the draft keeps them, and the send names the field', async () => {
    const { register, rep, base } = await desk();
    const long = 'A'.repeat(10_000);
    const { sent, number } = await register({ ...typedDeal({ legalName: long, domain: 'long-name.nl' }) });
    expect(sent).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'legalName', expected: expect.stringContaining('200') }] },
    });
    const own = await rep().call('GET', `${base}/number/${number}`);
    expect(own.body).toMatchObject({ state: 'draft', typed: { legalName: long } });
  });
});

describe('a connection that is lost', () => {
  it('before the answer: the same call again is answered the same, and there is one registration', async () => {
    const { begin, send, rep, base } = await desk();
    const typed = typedDeal({ legalName: 'Lost line', domain: 'lost-line.nl' });
    const begun = await begin(typed, 0, 'begin');
    expect(await begin(typed, 0, 'begin')).toMatchObject({ status: 201, body: begun.body });
    const { registrationId } = begun.body as { registrationId: string };
    const sent = await Promise.all([send(registrationId, 0, 'send'), send(registrationId, 0, 'send')]);
    expect(sent[0]?.body).toEqual(sent[1]?.body);
    // Without its key it is told, and nothing happens twice.
    expect(await send(registrationId)).toMatchObject({
      status: 409,
      body: { detail: 'It has been submitted already.' },
    });
    const { items } = (await rep().call('GET', base)).body as { items: unknown[] };
    expect(items).toHaveLength(1);
  });
});

describe('a clock that jumps', () => {
  it('backwards: who came first stays first, and nothing is undone', async () => {
    const { scene, register } = await desk(2);
    const first = await register(typedDeal({ legalName: 'Jump', domain: 'jump-back.nl' }));
    server.clock.advance(-6 * 3_600_000);
    try {
      const second = await register(typedDeal({ legalName: 'Jump', domain: 'jump-back.nl' }), 1);
      const { conflict } = await readForDesk(scene.ops.context, second.number);
      expect(conflict).toMatchObject({ recommended: first.registrationId });
      await acceptRegistration({ ...scene.ops.context, now: server.clock.now() }, first.registrationId, yes);
    } finally {
      server.clock.advance(6 * 3_600_000);
    }
    expect((await readForDesk(scene.ops.context, first.number)).state).toBe('accepted');
  });

  it('forwards by a year and back: what was due is done once, and not again', async () => {
    const { scene, register } = await desk();
    const { registrationId, number } = await register(
      typedDeal({ legalName: 'Leap', domain: 'leap-ahead.nl' }),
    );
    await acceptRegistration(scene.ops.context, registrationId, yes);
    const command = { ...scene.organization.context };
    await workClocks({ ...command, now: day('2027-08-01') });
    expect((await readForDesk(scene.at(scene.ops, day('2027-08-01')), number)).state).toBe('expired');
    expect(await workClocks({ ...command, now: day('2027-08-02') })).toBe(0);
    expect(await workClocks({ ...command, now: day('2026-07-20') })).toBe(0);
    expect((await readForDesk(scene.at(scene.ops, day('2027-08-02')), number)).state).toBe('expired');
  });
});

describe('a script that registers the whole market', () => {
  it('DR-18: is stopped at the limit of the day with words, and its drafts are kept', async () => {
    const { register, rep, base, checks } = await desk();
    const answers: { number: number; sent: { status: number; body: unknown } }[] = [];
    for (let nth = 1; nth <= 42; nth += 1) {
      answers.push(
        await register(typedDeal({ legalName: `Market ${nth}`, domain: `market-number-${nth}.nl` })),
      );
    }
    expect(answers.filter(({ sent }) => sent.status === 201)).toHaveLength(40);
    expect(answers.at(-1)?.sent).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('40 registrations today') },
    });
    const kept = await rep().call('GET', `${base}/number/${answers.at(-1)?.number}`);
    expect(kept.body).toMatchObject({ state: 'draft', typed: { legalName: 'Market 42' } });
    // Long before that a person was shown that it is much.
    const [late] = answers.filter(({ sent }) => sent.status === 201).slice(-1);
    expect((await checks(late?.number ?? 0)).map(({ check }) => check)).toContain('abuse');
  }, 120_000);
});
