import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { readDirectOnly, replaceDirectOnly } from './direct-only.ts';
import { beginOwn } from './drafts.ts';
import { readForDesk } from './show-desk.ts';
import { submitOwn } from './submit.ts';

const server = await testApp(await testDatabase());
const day = (date: string) => Date.parse(`${date}T12:00:00Z`);
const whole = { limit: 50 };

describe('the direct-only accounts', () => {
  it('DR-14: stop a registration with their reason while the list is fresh, and ask a person once it is old', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const ops = scene.at(scene.ops, day('2026-07-15'));
    const csv =
      'Name;Domain;Country;Owner\nAcme Manufacturing BV;www.acme-manufacturing.nl;NL;Kim\nBorealis;;de;Kim\n';
    expect(await replaceDirectOnly(ops, csv)).toEqual({ count: 2 });
    const first = await readDirectOnly(ops, { limit: 1 });
    expect((await readDirectOnly(ops, { limit: 1, cursor: first.nextCursor ?? '' })).items).toMatchObject([
      { name: 'Borealis' },
    ]);
    expect(await readDirectOnly(ops, whole)).toMatchObject({
      list: { refreshedOn: '2026-07-15', count: 2, age: 0, isOld: false },
      items: [
        { name: 'Acme Manufacturing BV', domain: 'acme-manufacturing.nl', country: 'NL' },
        { name: 'Borealis', domain: null, country: 'DE' },
      ],
    });
    const send = async (on: string) => {
      const rep = scene.at(scene.partners[0]?.rep as never, day(on));
      const typed = typedDeal({ legalName: 'Acme Manufacturing BV', domain: 'acme-manufacturing.nl' });
      const { registrationId, number } = await beginOwn(rep, {
        ...typed,
        closeOn: '2027-12-01',
        nextStepOn: '2027-06-01',
      });
      const { state, notes } = await submitOwn(rep, registrationId, 'en');
      return { state, notes, seen: await readForDesk(scene.at(scene.ops, day(on)), number) };
    };
    const fresh = await send('2026-07-15');
    expect(fresh).toMatchObject({
      state: 'rejected',
      notes: ['The account is on the list of those that we serve ourselves.'],
    });
    const old = await send('2026-12-15');
    expect(old.state).toBe('submitted');
    expect(old.seen.checks.find(({ check }) => check === 'directOnly')).toMatchObject({
      outcome: 'ask',
      beside: [{ kind: 'direct_only', name: 'Acme Manufacturing BV', by: 'domain', since: '2026-07-15' }],
    });
    expect((await readDirectOnly(scene.at(scene.ops, day('2026-12-15')), whole)).list?.isOld).toBe(true);
  });

  it('DR-14: are replaced whole, or not at all with every cell that is wrong', async () => {
    const scene = await registrationScene(server, { partners: 0 });
    const ops = scene.at(scene.ops, day('2026-07-15'));
    await replaceDirectOnly(ops, 'name,domain,country\nAcme,acme-one.nl,\nAcme,acme-one.nl,\n');
    const bad =
      'domain,name,country\nnot a domain,,Holland\n,Lonely,\ngmail.com,Shared,\nfine-one.nl,Fine,NL\n';
    await expect(replaceDirectOnly(ops, bad)).rejects.toMatchObject({
      type: 'invalid-input',
      errors: [
        { path: 'row 2, name', found: 'nothing' },
        { path: 'row 2, domain', found: 'not a domain' },
        { path: 'row 2, country', found: 'Holland' },
        { path: 'row 3, domain', found: 'nothing' },
        { path: 'row 4, domain', found: 'gmail.com' },
      ],
    });
    await expect(replaceDirectOnly(ops, 'account,site\nAcme,acme.com\n')).rejects.toMatchObject({
      errors: [{ path: 'row 1', found: 'account, site', repair: 'Add the columns name, domain, country.' }],
    });
    expect((await readDirectOnly(ops, whole)).items).toMatchObject([{ name: 'Acme' }]);
    await replaceDirectOnly(scene.at(scene.ops, day('2026-07-16')), 'name,domain,country\n');
    expect(await readDirectOnly(ops, whole)).toMatchObject({ list: { count: 0 }, items: [] });
    await expect(
      replaceDirectOnly(scene.at(scene.ae, day('2026-07-15')), 'name,domain,country\n'),
    ).rejects.toMatchObject({ type: 'not-allowed' });
  });
});
