import { describe, expect, it } from 'vitest';
import { readTransaction } from '#server/database/transaction.ts';
import { addPartnerPerson } from '#server/partner/change-partner.ts';
import { changeStanding } from '#server/partner/change-standing.ts';
import { TEST_NOW, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { type RegistrationScene, registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { workClocks } from '../clocks.ts';
import { acceptRegistration, rejectRegistration, returnRegistration } from '../decide.ts';
import { readForDesk } from '../show-desk.ts';
import { makeLink, readLink, revokeLink } from './links.ts';
import { formKey } from './secret.ts';

const database = await testDatabase();
const server = await testApp(database);
const key = formKey(server.services.config.secret);
const gone = { status: 404, body: { type: 'urn:tandem:problem:not-found' } };
const acme = { legalName: 'Acme Manufacturing BV', domain: 'acme-manufacturing.nl' };
let people = 0;

/** A scene whose first partner has a link, and what its visitors do. */
async function linked(scene?: RegistrationScene) {
  const own = scene ?? (await registrationScene(server));
  const { slug } = own.organization;
  const partnerId = own.partners[0]?.partnerId ?? '';
  const { secret } = await makeLink(own.ops.context, key, partnerId);
  people += 1;
  const email = `rita-${people}@northgate.example`;
  const rep = { name: 'Rita Reyes', email };
  const begin = async (typed: object = {}, headers: Record<string, string> = {}, language = 'en') =>
    server.call('POST', `/o/${slug}/form/${secret}/registrations`, {
      body: { rep, typed, language },
      headers,
    });
  const begun = async (typed: object = {}, language = 'en') => {
    const { status, body } = await begin(typed, {}, language);
    expect(status, JSON.stringify(body)).toBe(201);
    const { number, secret: pass } = body as { number: number; secret: string };
    const at = `/o/${slug}/own-deal/${pass}`;
    const read = async () => (await server.call('GET', at)).body as { registration: Record<string, unknown> };
    return { number, pass, at, read };
  };
  return { scene: own, slug, partnerId, secret, rep, email, begin, begun };
}

const sent = async (at: string, language = 'en') =>
  server.call('POST', `${at}/submission`, { body: { language } });
const idOf = async (scene: RegistrationScene, number: number) =>
  (await readForDesk(scene.ops.context, number)).registrationId;

describe('the link of a partner', () => {
  it('is shown once and kept as a hash; the desk sees who made it and when it was used', async () => {
    const { scene, partnerId, secret, begun } = await linked();
    expect(secret).toMatch(/^[\w-]{43}$/);
    const before = await readLink(scene.ops.context, server.services.config, partnerId);
    expect(before).toMatchObject({ number: 1, lastUsedAt: null });
    expect(JSON.stringify(before)).not.toContain(secret);
    await begun();
    expect(await readLink(scene.ops.context, server.services.config, partnerId)).toMatchObject({
      lastUsedAt: TEST_NOW,
    });
    const { orgId } = scene.organization.context.organization;
    const everything = await readTransaction(database.pool, { org: orgId }, (tx) =>
      tx.query(
        `select to_jsonb(l) as row from tandem.registration_link l
         union all select to_jsonb(a) from tandem.audit_log a
         union all select to_jsonb(k) from tandem.idempotency_key k
         union all select to_jsonb(p) from tandem.registration_pass p`,
      ),
    );
    expect(JSON.stringify(everything)).not.toContain(secret);
  });

  it('opens nothing once it is revoked or replaced, its partner suspended, or in another organization', async () => {
    const { scene, slug, partnerId, secret, begun } = await linked();
    const other = await linked();
    const form = (org: string, one: string) => server.call('GET', `/o/${org}/form/${one}`);
    const held = await begun();
    expect(await form(slug, secret)).toMatchObject({ status: 200, body: { partner: 'Partner 1' } });
    expect(await form(slug, `${secret.slice(0, -1)}!`)).toMatchObject(gone);
    expect(await form(other.slug, secret)).toMatchObject(gone);
    expect(await form('never-was', secret)).toMatchObject(gone);
    await changeStanding(scene.ops.context, partnerId, { isSuspended: true });
    expect(await form(slug, secret)).toMatchObject(gone);
    await changeStanding(scene.ops.context, partnerId, { isSuspended: false });
    const next = await makeLink(scene.ops.context, key, partnerId);
    expect(await form(slug, secret)).toMatchObject(gone);
    expect(await form(slug, next.secret)).toMatchObject({ status: 200 });
    await revokeLink(scene.ops.context, partnerId);
    expect(await form(slug, next.secret)).toMatchObject(gone);
    await expect(revokeLink(scene.ops.context, partnerId)).rejects.toMatchObject({ type: 'not-found' });
    // What was begun goes on by its own secret, which opens no form and no other registration.
    expect(await server.call('GET', held.at)).toMatchObject({ status: 200 });
    expect(await form(slug, held.pass)).toMatchObject(gone);
    expect(await server.call('GET', `/o/${slug}/own-deal/${secret}`)).toMatchObject(gone);
  });

  it('is one for each partner, whoever makes two at once', async () => {
    const { scene, partnerId } = await linked();
    const made = await Promise.allSettled(
      Array.from({ length: 4 }, () => makeLink(scene.ops.context, key, partnerId)),
    );
    expect(made.some(({ status }) => status === 'fulfilled')).toBe(true);
    const { orgId } = scene.organization.context.organization;
    const open = await readTransaction(database.pool, { org: orgId }, (tx) =>
      tx.query('select 1 from tandem.registration_link where revoked_at is null'),
    );
    expect(open).toHaveLength(1);
  });
});

describe('a visitor', () => {
  it('registers a deal like a rep with a login, and follows it to its end', async () => {
    const { scene, begun, email } = await linked();
    const { number, at, read } = await begun(typedDeal(acme));
    expect(await sent(at)).toMatchObject({
      status: 201,
      body: { state: 'submitted', number, dueOn: '2026-07-17', notes: [] },
    });
    const seen = await readForDesk(scene.ops.context, number);
    expect(seen).toMatchObject({ way: 'form', rep: 'Rita Reyes', customer: acme.legalName });
    expect(seen.timeline[0]).toMatchObject({ who: 'Rita Reyes' });
    await server.runJobs();

    const registrationId = await idOf(scene, number);
    await returnRegistration(scene.ops.context, registrationId, { asks: 'Who signs?', isIncomplete: false });
    expect((await read()).registration).toMatchObject({ state: 'returned', question: 'Who signs?' });
    expect(await server.call('POST', `${at}/answer`, { body: { words: 'The CFO' } })).toMatchObject({
      status: 201,
      body: { state: 'submitted' },
    });
    await acceptRegistration(scene.ops.context, registrationId, { changed: null, opportunityId: null });
    expect((await read()).registration).toMatchObject({ state: 'accepted', daysLeft: 120 });
    const news = await server.call('POST', `${at}/update`, { body: { words: 'Discovery on Monday' } });
    expect(news).toMatchObject({ status: 201 });
    const more = await server.call('POST', `${at}/extension`, { body: { words: 'We met' } });
    expect(more).toMatchObject({ status: 409 });
    const back = await server.call('POST', `${at}/withdrawal`, { body: { words: 'They bought elsewhere' } });
    expect(back).toMatchObject({ body: { state: 'withdrawn' } });

    await server.runJobs();
    // Two letters of one moment may leave in either order.
    const subjects = (await server.letters(email)).map(({ subject }) => /: (.*) \(/.exec(subject)?.[1]);
    expect(subjects.sort()).toEqual(['accepted', 'registered']);
  });

  it('is told no more than a partner with a login: nothing of what we know', async () => {
    const { scene, begun } = await linked();
    const rival = await linked({ ...scene, partners: [scene.partners[1] as never] });
    const theirs = await rival.begun(typedDeal(acme));
    const first = await sent(theirs.at);
    await acceptRegistration(scene.ops.context, await idOf(scene, theirs.number), {
      changed: null,
      opportunityId: null,
    });
    const ours = await begun(typedDeal(acme));
    const second = await sent(ours.at);
    expect(second.body).toMatchObject({ state: 'conflict', notes: [] });
    // Only the name of the state differs, as it does in the portal, whose page reads the same.
    const pages = [(await ours.read()).registration, first.body as object];
    expect(pages[0]).toMatchObject({ state: 'submitted', stateWords: 'Being decided' });
    expect(JSON.stringify(pages)).not.toContain('Partner 2');
    const hint = await server.call('GET', `${ours.at}/domain-hint`, { query: { domain: acme.domain } });
    expect(hint.body).toEqual({ domain: acme.domain, hint: null });
  });

  it('registers once what is sent twice, and begins once under one key', async () => {
    const { begin, begun, scene } = await linked();
    const both = await Promise.all([
      begin(typedDeal(acme), { 'idempotency-key': 'one' }),
      begin(typedDeal(acme), { 'idempotency-key': 'one' }),
    ]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    const { at, number } = await begun(typedDeal({ legalName: 'Visser', domain: 'visser.nl' }));
    const twice = await Promise.all(
      [1, 2, 3].map(() =>
        server.call('POST', `${at}/submission`, {
          body: { language: 'en' },
          headers: { 'idempotency-key': 'again' },
        }),
      ),
    );
    expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(twice.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await readForDesk(scene.ops.context, number)).timeline).toHaveLength(1);
  });

  it('is answered in words for a name of 10,000 letters, HTML and a free mail host, and loses nothing', async () => {
    const { begun, begin, slug, secret } = await linked();
    const long = 'A'.repeat(10_000);
    const { at, read } = await begun({ ...typedDeal(acme), legalName: long, useCase: '<b>bold</b>' });
    expect(await sent(at, 'de')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'legalName', expected: 'höchstens 200 Zeichen' }] },
    });
    expect((await read()).registration).toMatchObject({ typed: { legalName: long, useCase: '<b>bold</b>' } });
    const free = await server.call('GET', `${at}/domain-hint`, { query: { domain: 'gmail.com' } });
    expect(JSON.stringify(free.body)).toContain('Many companies share this host');
    const typed = { ...typedDeal(acme), useCase: '<b>bold</b>' };
    await server.call('PUT', `${at}/draft`, { body: { typed } });
    expect(await sent(at)).toMatchObject({ status: 201 });
    const bad = { name: long, email: 'no address' };
    expect(
      await server.call('POST', `/o/${slug}/form/${secret}/registrations`, { body: { rep: bad } }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.rep.name' }, { path: 'body.rep.email' }] },
    });
    expect(await begin({ unknown: 1 })).toMatchObject({ status: 422 });
  });

  it('cannot touch a registration of the same partner whose secret they do not hold', async () => {
    const { scene, slug, begun } = await linked();
    const one = await begun(typedDeal(acme));
    const other = await begun(typedDeal({ legalName: 'Visser', domain: 'visser.nl' }));
    await sent(other.at);
    await server.call('POST', `${one.at}/withdrawal`, { body: { words: 'Mine' } });
    expect((await other.read()).registration).toMatchObject({ state: 'submitted' });
    const id = await idOf(scene, other.number);
    for (const path of [
      `/o/${slug}/portal/registrations/${id}/withdrawal`,
      `/o/${slug}/own-deal/${id}/withdrawal`,
    ]) {
      expect([401, 404]).toContain((await server.call('POST', path, { body: { words: 'x' } })).status);
    }
  });

  it('may begin twenty drafts a day, since each one sends a letter', async () => {
    const { begin } = await linked();
    const statuses: number[] = [];
    for (let nth = 0; nth < 21; nth += 1) {
      const headers = { 'x-forwarded-for': `10.9.0.${nth}` };
      statuses.push((await begin({}, headers)).status);
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('the letters to a rep without a login', () => {
  it('bring the way back to the draft, the question, the reason and the reminders, in their language', async () => {
    const { scene, begun, email } = await linked();
    const { at, number } = await begun(typedDeal(acme), 'de');
    await server.runJobs();
    const [draft] = await server.letters(email);
    expect(draft?.subject).toMatch(/^Registrierung \d+, Acme Manufacturing BV: Ihr Entwurf ist gesichert/);
    expect(draft?.text).toContain(`http://localhost:3000${at}`);
    await sent(at, 'de');
    const registrationId = await idOf(scene, number);
    await returnRegistration(scene.ops.context, registrationId, { asks: 'Wer zahlt?', isIncomplete: false });
    await server.runJobs();
    const asked = (await server.letters(email)).find(({ subject }) => subject.includes('eine Frage an Sie'));
    expect(asked?.text).toContain('Die Frage: Wer zahlt?');
    expect(asked?.text).toContain(at);
    await server.call('POST', `${at}/answer`, { body: { words: 'Acme' } });
    const { reasons } = await readForDesk(scene.ops.context, number);
    const reason = reasons.find((one) => one === 'Not qualified') ?? '';
    await rejectRegistration(scene.ops.context, registrationId, { reason, words: 'Kein Budget.' });
    await server.runJobs();
    const no = (await server.letters(email)).find(({ subject }) => subject.includes('nicht angenommen'));
    expect(no?.text).toContain('Sie ist nicht angenommen.');
    expect(no?.text).toContain('Kein Budget.');
  });

  it('remind at 14 and 3 days and tell the end, each once', async () => {
    const { scene, begun, email } = await linked();
    const { at, number } = await begun(typedDeal(acme));
    await sent(at);
    const yes = { changed: null, opportunityId: null };
    await acceptRegistration(scene.ops.context, await idOf(scene, number), yes);
    const own = (await server.call('GET', at)).body as { registration: { protectedUntil: string } };
    const last = Date.parse(`${own.registration.protectedUntil}T10:00:00Z`);
    for (const days of [13, 2, -1]) {
      server.clock.set(last - days * 86_400_000);
      const context = { ...scene.organization.context, now: server.clock.now() };
      await workClocks(context);
      await workClocks(context);
      await server.runJobs();
    }
    const subjects = (await server.letters(email)).map(({ subject }) => subject);
    server.clock.set(TEST_NOW);
    for (const text of [
      'its protection ends soon',
      'its protection ends in a few days',
      'its protection has ended',
    ]) {
      expect(
        subjects.filter((one) => one.includes(text)),
        text,
      ).toHaveLength(1);
    }
  });

  it('go to nobody who can sign in for the partner, save the way back to a draft', async () => {
    const { scene, slug, secret } = await linked();
    const email = scene.partners[0]?.rep.email ?? '';
    await addPartnerPerson(scene.ops.context, scene.partners[0]?.partnerId ?? '', { name: 'Rep', email });
    const { body } = await server.call('POST', `/o/${slug}/form/${secret}/registrations`, {
      body: { rep: { name: 'Rep', email }, typed: typedDeal(acme), language: 'en' },
    });
    const { secret: pass } = body as { secret: string };
    await server.runJobs();
    await sent(`/o/${slug}/own-deal/${pass}`);
    await server.runJobs();
    const subjects = (await server.letters(email)).map(({ subject }) => subject);
    expect(subjects.filter((one) => one.startsWith('Registration'))).toHaveLength(1);
  });

  it('stand among the deliveries, with what they were about', async () => {
    const { scene, slug, begun } = await linked();
    await begun(typedDeal(acme));
    await server.runJobs();
    const admin = await scene.organization.person(['administrator']);
    const { body } = await admin.call('GET', `/o/${slug}/deliveries`);
    expect(body).toMatchObject({
      items: [{ kind: 'rep', state: 'sent', to: { person: 'Rita Reyes', partner: 'Partner 1' } }],
    });
    expect(JSON.stringify(body)).not.toContain('own-deal');
  });
});
