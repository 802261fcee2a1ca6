import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { type TestOrganization, type TestPerson, testApp, testClock } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { contextOf } from '../../access/create-organization.ts';
import { write } from '../../audit/write.ts';
import { sealingKey, unseal } from '../../seal.ts';
import { listDeliveries, renewDelivery } from '../deliveries.ts';
import type { Said } from '../said.ts';
import { tell } from '../tell.ts';

/** The webhooks of Slack, on the machine itself: what came in, by path, and what is answered. */
const posts: { path: string; text: string }[] = [];
let status = 200;
const slack = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    if (status === 200) posts.push({ path: request.url ?? '', text: JSON.parse(body).text });
    response.writeHead(status).end(status === 200 ? 'ok' : 'no_service');
  });
});
await new Promise<void>((done) => void slack.listen(0, '127.0.0.1', done));
afterAll(() => new Promise<void>((done) => void slack.close(() => done())));
const host = `127.0.0.1:${(slack.address() as AddressInfo).port}`;
const hook = (name: string) => `http://${host}/services/${name}/a-secret-part`;

const database = await freshDatabase();
const clock = testClock();
const server = await testApp(database, clock, { TANDEM_URL: 'https://partners.example.org' });

const verdict = (event: string): Said => ({
  kind: 'verdict',
  params: { number: 7, deal: `Deal ${event} <!channel> *x*`, before: 'a', after: 'b', cause: 'c & d' },
  link: '/pipeline/7',
  eventKey: event,
});

async function said(organization: TestOrganization, ...all: Said[]): Promise<void> {
  for (const one of all) {
    const actor = { kind: 'job', name: 'a test' } as const;
    const context = await contextOf(server.services.ports, organization.slug, actor);
    if (!context) throw new Error('no organization');
    await write(context, async (tx) => {
      await tell(tx, context, [], one);
      tx.record({ action: 'notice.test' });
    });
    clock.advance(1);
  }
}

async function posted(): Promise<{ path: string; text: string }[]> {
  for (let round = 0; round < 2; round += 1) await server.runJobs({ early: true });
  return posts.splice(0);
}

async function scene() {
  status = 200;
  const organization = await server.organization({ name: 'Northwind & Sons' });
  const chief = await organization.person(['administrator']);
  const path = `/o/${organization.slug}`;
  const set = (person: TestPerson, below: string, body: object) =>
    person.call('PUT', `${path}${below}/slack-channel`, { body });
  return { organization, chief, path, set };
}

describe('the channel of the program', () => {
  it('hears once of what it wants to hear, several in one post, and what people wrote stays text', async () => {
    const { organization, chief, set } = await scene();
    const { status: answered } = await set(chief, '', { address: hook('program'), groups: ['credit'] });
    expect(answered).toBe(200);
    const dispute: Said = {
      kind: 'dispute',
      params: { number: 1, deal: 'D', answerHours: 48 },
      link: '/credit/disputes/1',
      eventKey: 'd',
    };
    await said(organization, verdict('one'), verdict('two'), verdict('two'), dispute);
    const [post, ...others] = await posted();
    expect(others).toEqual([]);
    expect(post?.path).toBe('/services/program/a-secret-part');
    expect(post?.text).toBe(
      [
        '*Northwind &amp; Sons*',
        `• #7 Deal one &lt;!channel&gt; ∗x∗: a → b, because c &amp; d. <https://partners.example.org/o/${organization.slug}/pipeline/7|Open>`,
        `• #7 Deal two &lt;!channel&gt; ∗x∗: a → b, because c &amp; d. <https://partners.example.org/o/${organization.slug}/pipeline/7|Open>`,
      ].join('\n'),
    );
    await said(organization, verdict('one'));
    expect(await posted()).toEqual([]);
  });

  it('is kept sealed: no answer, no trail and no row shows its address, and another place does not open it', async () => {
    const { organization, chief, path, set } = await scene();
    await set(chief, '', { address: hook('sealed'), groups: ['asks'] });
    const { body } = await chief.call('GET', `${path}/slack-channel`);
    expect(body).toMatchObject({ channel: { host, groups: ['asks'] } });
    const { orgId } = organization.context.organization;
    const kept = await database.pool.connect();
    try {
      await kept.query(`begin; set local app.org = '${orgId}'`);
      const channels = await kept.query('select * from tandem.slack_channel');
      const trail = await kept.query('select before, after from tandem.audit_log');
      const [row] = channels.rows;
      expect(JSON.stringify([row, trail.rows])).not.toContain('a-secret-part');
      expect(Buffer.from(row.sealed_address).toString('latin1')).not.toContain('a-secret-part');
      const key = server.services.delivery.slackKey;
      expect(unseal(key, `${orgId} ${row.slack_channel_id}`, row.sealed_address)).toBe(hook('sealed'));
      expect(unseal(key, `${row.slack_channel_id} ${orgId}`, row.sealed_address)).toBeNull();
      const other = sealingKey('another secret of the installation', 'slack');
      expect(unseal(other, `${orgId} ${row.slack_channel_id}`, row.sealed_address)).toBeNull();
    } finally {
      await kept.query('rollback');
      kept.release();
    }
    expect(JSON.stringify(await chief.call('GET', `${path}/audit`))).not.toContain('a-secret-part');
  });

  it('is tested at the press of a button, and says what Slack answered', async () => {
    const { chief, path, set } = await scene();
    await set(chief, '', { address: hook('test'), groups: ['asks'] });
    expect((await chief.call('POST', `${path}/slack-channel/test`)).body).toEqual({
      arrived: true,
      answer: '200 ok',
    });
    expect(await posted()).toMatchObject([{ path: '/services/test/a-secret-part' }]);
    status = 404;
    expect((await chief.call('POST', `${path}/slack-channel/test`)).body).toEqual({
      arrived: false,
      answer: '404 no_service',
    });
  });

  it('takes no address that is none, and groups alone only once it has one', async () => {
    const { chief, set } = await scene();
    const wrong = await set(chief, '', { address: 'https://10.0.0.1/x', groups: ['asks'] });
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).not.toContain('10.0.0.1');
    expect((await set(chief, '', { groups: ['asks'] })).status).toBe(422);
    await set(chief, '', { address: hook('groups'), groups: ['asks'] });
    expect((await set(chief, '', { groups: ['credit', 'program'] })).status).toBe(200);
  });

  it('that was removed hears nothing, also of what was on its way', async () => {
    const { organization, chief, path, set } = await scene();
    await set(chief, '', { address: hook('gone'), groups: ['credit'] });
    await said(organization, verdict('late'));
    expect((await chief.call('DELETE', `${path}/slack-channel`)).status).toBe(200);
    expect(await posted()).toEqual([]);
    const { items } = await listDeliveries(chief.context, { limit: 10, failed: false });
    expect(items).toMatchObject([{ kind: 'post', state: 'dropped', answer: 'The channel was removed.' }]);
  });
});

describe('the channel of a partner', () => {
  it('hears what the partner’s own people are told, and nothing of the desk or of another partner', async () => {
    const { organization, set } = await scene();
    const manager = await organization.person(['partner_manager']);
    const [ours, theirs] = [await organization.partner('Northgate'), await organization.partner('Other')];
    await set(manager, `/partners/${ours}`, { address: hook('partner'), groups: ['asks', 'credit'] });
    const statement = (partnerId: string): Said => ({
      kind: 'statement',
      params: { number: 1, month: '2026-06-01' as never },
      link: '/earnings',
      eventKey: `s ${partnerId}`,
      partnerId,
    });
    await said(organization, verdict('desk'), statement(theirs), statement(ours));
    expect(await posted()).toEqual([
      {
        path: '/services/partner/a-secret-part',
        text: `*Northwind &amp; Sons*\n• Your statement 1 for June 2026 is issued. <https://partners.example.org/o/${organization.slug}/portal/earnings|Open>`,
      },
    ]);
  });
});

describe('the log of deliveries', () => {
  it('shows what failed and why, counts it, and sends it again when asked, once', async () => {
    const { organization, chief, set } = await scene();
    await set(chief, '', { address: hook('failing'), groups: ['credit'] });
    await said(organization, verdict('failing'));
    status = 404;
    expect(await posted()).toEqual([]);
    const { items, failed } = await listDeliveries(chief.context, { limit: 10, failed: true });
    expect(failed).toBe(1);
    expect(items).toMatchObject([
      {
        kind: 'post',
        state: 'failed',
        tries: 1,
        answer: '404 no_service',
        to: { address: host },
        mayRenew: true,
      },
    ]);
    const id = items[0]?.id ?? '';
    status = 200;
    await renewDelivery(chief.context, id);
    await expect(renewDelivery(chief.context, id)).rejects.toThrow('Only what failed');
    expect(await posted()).toHaveLength(1);
    const after = await listDeliveries(chief.context, { limit: 10, failed: false });
    expect(after).toMatchObject({ failed: 0, items: [{ id, state: 'sent', tries: 2 }] });
    await expect(renewDelivery(chief.context, id)).rejects.toThrow('Only what failed');
  });
});
