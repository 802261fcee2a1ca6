import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, unreachable } from '../../problem.ts';
import type { Typed } from '../../registration/typed.ts';
import { DraftKeeper, type KeeperOptions } from './draft-keeper.ts';

type Call = { readonly what: 'begin' | 'save' | 'send'; readonly key?: string; readonly with: unknown };
type Reply = { readonly number: number };

/** A server on the far side of a connection that can be taken away, on the way there or on the way back. */
function farServer() {
  const calls: Call[] = [];
  const registrations = new Map<string, { id: string; typed: Typed; sent: number }>();
  const sends = new Map<string, Reply>();
  let line: 'up' | 'down' | 'answers are lost' = 'up';
  const pass = async <T>(call: Call, work: () => T): Promise<T> => {
    if (line === 'down') throw new ApiProblem(unreachable);
    calls.push(call);
    const done = work();
    if (line === 'answers are lost') throw new ApiProblem(unreachable);
    return done;
  };
  const sending: KeeperOptions<Reply>['sending'] = {
    begin: (typed, key) =>
      pass({ what: 'begin', key, with: typed }, () => {
        const known = registrations.get(key) ?? { id: `r${registrations.size + 1}`, typed, sent: 0 };
        registrations.set(key, known);
        return { registrationId: known.id, number: Number(known.id.slice(1)) };
      }),
    save: (id, typed) =>
      pass({ what: 'save', with: typed }, () => {
        const one = [...registrations.values()].find((each) => each.id === id);
        if (one) one.typed = typed;
      }),
    send: (id, words, key) =>
      pass({ what: 'send', key, with: words }, () => {
        const one = [...registrations.values()].find((each) => each.id === id);
        if (one === undefined) throw new ApiProblem({ type: 'x', title: 'gone', status: 404 });
        if (one.typed.legalName === 'refuse me') {
          throw new ApiProblem({ type: 'urn:tandem:problem:invalid-input', title: 'no', status: 400 });
        }
        const before = sends.get(key);
        if (before === undefined) one.sent += 1;
        sends.set(key, before ?? { number: Number(id.slice(1)) });
        return sends.get(key) as Reply;
      }),
  };
  return {
    calls,
    sending,
    registrations: () => [...registrations.values()],
    set: (to: typeof line) => {
      line = to;
    },
  };
}

function browser() {
  const kept = new Map<string, string>();
  const waiting = new Set<() => void>();
  let keys = 0;
  return {
    kept,
    comesBack: () => {
      for (const callback of [...waiting]) callback();
    },
    ports: {
      storage: {
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, text: string) => void kept.set(name, text),
        removeItem: (name: string) => void kept.delete(name),
      },
      onOnline: (callback: () => void) => {
        waiting.add(callback);
        return () => void waiting.delete(callback);
      },
      newKey: () => {
        keys += 1;
        return `key ${keys}`;
      },
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function opened(far: ReturnType<typeof farServer>, own: ReturnType<typeof browser>, begun = null as never) {
  const keeper = new DraftKeeper<Reply>({
    sending: far.sending,
    ports: own.ports,
    place: 'acme ada',
    begun,
    typed: { country: 'NL' },
  });
  keeper.start();
  return keeper;
}

describe('a draft while it is typed', () => {
  it('is not there before the first input, and is saved once after a rest', async () => {
    const [far, own] = [farServer(), browser()];
    const keeper = opened(far, own);
    await vi.advanceTimersByTimeAsync(5000);
    expect([keeper.snapshot().saving, far.calls]).toEqual(['untouched', []]);
    for (const legalName of ['A', 'Ac', 'Acme']) keeper.type({ country: 'NL', legalName });
    expect(keeper.snapshot().saving).toBe('saving');
    await vi.advanceTimersByTimeAsync(700);
    expect(keeper.snapshot()).toMatchObject({ saving: 'saved', begun: { number: 1 } });
    expect(far.calls.map(({ what }) => what)).toEqual(['begin']);
    keeper.type({ legalName: 'Acme BV' });
    await vi.advanceTimersByTimeAsync(700);
    expect(far.calls.map(({ what }) => what)).toEqual(['begin', 'save']);
    expect(far.registrations()[0]?.typed).toEqual({ legalName: 'Acme BV' });
    expect([...own.kept]).toEqual([]);
  });

  it('is one registration where the answer to the first call was lost', async () => {
    const [far, own] = [farServer(), browser()];
    const keeper = opened(far, own);
    far.set('answers are lost');
    keeper.type({ legalName: 'Acme' });
    await vi.advanceTimersByTimeAsync(700);
    expect(keeper.snapshot()).toMatchObject({ saving: 'offline', begun: null });
    keeper.type({ legalName: 'Acme BV' });
    far.set('up');
    own.comesBack();
    await vi.advanceTimersByTimeAsync(10);
    expect(keeper.snapshot()).toMatchObject({ saving: 'saved', begun: { number: 1 } });
    expect(far.registrations()).toEqual([{ id: 'r1', typed: { legalName: 'Acme BV' }, sent: 0 }]);
    expect(new Set(far.calls.flatMap(({ key }) => key ?? [])).size).toBe(1);
  });

  it('comes back after a reload without a connection, and goes out under its old key', async () => {
    const [far, own] = [farServer(), browser()];
    far.set('down');
    const before = opened(far, own);
    before.type({ legalName: 'Acme' });
    await vi.advanceTimersByTimeAsync(700);
    before.stop();
    const after = opened(far, own);
    expect(after.snapshot().typed).toEqual({ legalName: 'Acme' });
    far.set('up');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(after.snapshot().saving).toBe('saved');
    expect(far.calls[0]).toEqual({ what: 'begin', key: 'key 1', with: { legalName: 'Acme' } });
    expect(far.registrations()).toMatchObject([{ typed: { legalName: 'Acme' } }]);
  });

  it('tries again by itself, ever more slowly', async () => {
    const [far, own] = [farServer(), browser()];
    far.set('down');
    const keeper = opened(far, own);
    keeper.type({ legalName: 'Acme' });
    await vi.advanceTimersByTimeAsync(4000);
    far.set('up');
    await vi.advanceTimersByTimeAsync(8000);
    expect(keeper.snapshot().saving).toBe('saved');
  });

  it('says what the server refuses and keeps it here', async () => {
    const [far, own] = [farServer(), browser()];
    const keeper = opened({ ...far, sending: { ...far.sending, begin: refusing } }, own);
    keeper.type({ legalName: 'x'.repeat(30_000) });
    await vi.advanceTimersByTimeAsync(700);
    expect(keeper.snapshot()).toMatchObject({ saving: 'refused', problem: { status: 400 } });
    expect([...own.kept.keys()]).toEqual(['tandem-draft acme ada new']);
  });
});

async function refusing(): Promise<never> {
  throw new ApiProblem({ type: 'urn:tandem:problem:invalid-input', title: 'too long', status: 400 });
}

describe('sending a draft', () => {
  it('saves what was typed last before it sends', async () => {
    const [far, own] = [farServer(), browser()];
    const keeper = opened(far, own);
    keeper.type({ legalName: 'Acme' });
    await vi.advanceTimersByTimeAsync(700);
    keeper.type({ legalName: 'Acme Manufacturing' });
    await expect(keeper.send()).resolves.toEqual({ number: 1 });
    expect(far.calls.map(({ what }) => what)).toEqual(['begin', 'save', 'send']);
    expect(far.registrations()[0]).toMatchObject({ typed: { legalName: 'Acme Manufacturing' }, sent: 1 });
    expect([...own.kept]).toEqual([]);
  });

  it('registers once where the connection is lost midway and it is sent again', async () => {
    const [far, own] = [farServer(), browser()];
    const keeper = opened(far, own);
    keeper.type({ legalName: 'Acme' });
    await vi.advanceTimersByTimeAsync(700);
    far.set('answers are lost');
    const sent = keeper.send();
    await vi.advanceTimersByTimeAsync(7000);
    expect(keeper.snapshot().sending).toBe('waiting');
    far.set('up');
    own.comesBack();
    await expect(sent).resolves.toEqual({ number: 1 });
    expect(far.registrations()).toMatchObject([{ sent: 1 }]);
    expect(far.calls.filter(({ what }) => what === 'send').length).toBeGreaterThan(1);
  });

  it('goes on after a reload with the key that it had', async () => {
    const [far, own] = [farServer(), browser()];
    const before = opened(far, own);
    before.type({ legalName: 'Acme' });
    await vi.advanceTimersByTimeAsync(700);
    far.set('answers are lost');
    void before.send();
    await vi.advanceTimersByTimeAsync(100);
    before.stop();
    far.set('up');
    const after = opened(far, own, { registrationId: 'r1', number: 1 } as never);
    expect(after.wasSent()).toBe(true);
    await expect(after.send()).resolves.toEqual({ number: 1 });
    expect(far.registrations()).toMatchObject([{ sent: 1 }]);
  });

  it('ends with what the server refuses, and starts afresh once it is mended', async () => {
    const [far, own] = [farServer(), browser()];
    const keeper = opened(far, own);
    keeper.type({ legalName: 'refuse me' });
    await expect(keeper.send()).rejects.toMatchObject({ problem: { status: 400 } });
    expect(keeper.snapshot()).toMatchObject({ sending: 'no', problem: { status: 400 } });
    expect(keeper.wasSent()).toBe(false);
    keeper.type({ legalName: 'Acme' });
    await expect(keeper.send()).resolves.toEqual({ number: 1 });
    const keys = far.calls.filter(({ what }) => what === 'send').map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it('keeps the words of an answer until they are out', async () => {
    const [far, own] = [farServer(), browser()];
    const keeper = opened(far, own);
    keeper.type({ legalName: 'Acme' });
    await vi.advanceTimersByTimeAsync(700);
    keeper.say('The buyer is Ada');
    keeper.stop();
    const after = opened(far, own, { registrationId: 'r1', number: 1 } as never);
    expect(after.snapshot().words).toBe('The buyer is Ada');
    await after.send();
    expect(far.calls.at(-1)).toMatchObject({ what: 'send', with: 'The buyer is Ada' });
  });
});
