import { describe, expect, it } from 'vitest';
import { attributionExample } from '#core/attribution/attribution-example.ts';
import type { LocalDate } from '#core/calendar.ts';
import { defaultDocument } from './document.ts';
import { holdersOf, holdingFor, mayHold, oneAnswersFor, type SeatMember } from './standing-seat.ts';
import {
  decideCountersignature,
  decideSignature,
  type SignatureFacts,
  unchosenIn,
} from './standing-signature.ts';

const facts: SignatureFacts = {
  pageSeats: ['cro', 'cfo'],
  standing: 'proposed',
  seat: 'cro',
  membershipId: 'dana',
  held: [{ seat: 'cro', interim: null }],
  signatures: [],
  unchosen: [],
};
const refused = (because: string) => ({ ok: false, refusal: { because } });

describe('a signature', () => {
  it('is given by who holds the seat, and says when it is in the interim (OM-1)', () => {
    expect(decideSignature(facts)).toEqual({ ok: true, interim: null });
    const held = [{ seat: 'cro', interim: 'advisor' }] as const;
    expect(decideSignature({ ...facts, held })).toEqual({ ok: true, interim: 'advisor' });
  });

  it('is refused for a seat that the page does not ask for, or that the signer does not hold', () => {
    expect(decideSignature({ ...facts, seat: 'ae' })).toEqual(refused('not_a_seat_of_the_page'));
    expect(decideSignature({ ...facts, seat: 'board' })).toEqual(refused('not_a_seat_of_the_page'));
    expect(decideSignature({ ...facts, seat: 'cfo' })).toEqual(refused('not_held'));
  });

  it('is given once per seat, and not on a version that was overtaken or superseded', () => {
    const signatures = [{ seat: 'cro', membershipId: 'dana' }];
    expect(decideSignature({ ...facts, signatures })).toEqual(refused('signed_already'));
    for (const standing of ['overtaken', 'superseded', 'in_force'] as const) {
      expect(decideSignature({ ...facts, standing })).toMatchObject(refused('standing'));
    }
  });
});

describe('a version that leaves open what it pays', () => {
  it('is signed by nobody, and says which amounts are not chosen (IN-1, IN-3, IN-4)', () => {
    const { attribution } = defaultDocument();
    const unchosen = unchosenIn('attribution', attribution);
    expect(unchosen.map(({ path }) => path)).toEqual(['incentives.coSold', 'incentives.influenced']);
    expect(decideSignature({ ...facts, unchosen })).toMatchObject(refused('unchosen'));
    // The words of the seat come first: who may not sign is told that.
    expect(decideSignature({ ...facts, unchosen, held: [] })).toEqual(refused('not_held'));
  });

  it('is no such version once something is chosen: an amount, nothing, or tier points', () => {
    const { incentives } = attributionExample;
    const pays = (change: object) =>
      unchosenIn('attribution', {
        ...attributionExample,
        incentives: { ...incentives, coSold: 0, influenced: null, ...change },
      });
    expect(pays({ influenced: 0 })).toEqual([]);
    expect(pays({ influenced: 50_000 })).toEqual([]);
    expect(pays({ influencedPays: 'points' })).toEqual([]);
    expect(pays({})).toMatchObject([{ path: 'incentives.influenced' }]);
  });

  it('is read with its defaults where it was written before a field existed; other pages leave nothing open', () => {
    expect(unchosenIn('attribution', {})).toHaveLength(2);
    expect(unchosenIn('scoreboard', {})).toEqual([]);
  });
});

describe('a countersignature', () => {
  const signatures = [{ seat: 'cro', membershipId: 'the interim holder' }];
  const inForce = { ...facts, standing: 'in_force', signatures } as const;

  it('is given by who took the seat after somebody else had signed for it', () => {
    expect(decideCountersignature(inForce)).toEqual({ ok: true, interim: null });
    expect(decideCountersignature({ ...inForce, membershipId: 'the interim holder' })).toEqual(
      refused('own_signature'),
    );
    expect(decideCountersignature({ ...inForce, signatures: [] })).toEqual(refused('not_signed_yet'));
    expect(decideCountersignature({ ...inForce, held: [] })).toEqual(refused('not_held'));
  });

  it('waits until every seat has signed', () => {
    expect(decideCountersignature({ ...inForce, standing: 'proposed' })).toMatchObject(refused('standing'));
  });
});

describe('a seat', () => {
  it('is held in person by its role, and in the interim by CEO, CRO or advisor as what they are', () => {
    expect(mayHold('cfo', null, ['cfo'])).toBe(true);
    expect(mayHold('cfo', null, ['cro'])).toBe(false);
    expect(mayHold('cfo', 'cro', ['cro'])).toBe(true);
    expect(mayHold('cfo', 'ceo', ['cro'])).toBe(false);
    expect(mayHold('cro', null, ['ceo'])).toBe(true);
    expect(mayHold('cro', 'cro', ['cro'])).toBe(false);
  });

  it('passes to a successor as what they are, or never', () => {
    expect(holdingFor('head_of_partnerships', ['head_of_partnerships'])).toBeNull();
    expect(holdingFor('head_of_partnerships', ['advisor', 'ae'])).toBe('advisor');
    expect(holdingFor('head_of_partnerships', ['ae'])).toBe('never');
  });

  it('is answered for by one person, but for those that several hold side by side', () => {
    expect(oneAnswersFor('cfo')).toBe(true);
    expect(oneAnswersFor('ae')).toBe(false);
  });

  it('is held by who was named and still is what they were named as, else by its role (OM-1)', () => {
    const day = '2026-07-01' as LocalDate;
    const member = (membershipId: string, roles: SeatMember['roles']) => ({
      ...{ membershipId, name: membershipId, roles, joinedOn: day },
    });
    const members = [member('ann', ['cfo']), member('bob', ['cfo']), member('cy', ['ceo', 'ae'])];
    const named = (membershipId: string, interim: 'ceo' | null = null) => ({
      ...{ membershipId, interim, since: day },
    });
    const who = (...[seat, entries]: [Parameters<typeof holdersOf>[0], ReturnType<typeof named>[]]) =>
      holdersOf(seat, members, entries).map((one) => `${one.name}${one.interim ? ` as ${one.interim}` : ''}`);
    expect(who('cfo', [])).toEqual(['ann', 'bob']);
    expect(who('cfo', [named('bob')])).toEqual(['bob']);
    expect(who('cfo', [named('cy', 'ceo')])).toEqual(['cy as ceo']);
    expect(who('cfo', [named('cy')])).toEqual(['ann', 'bob']);
    expect(who('cfo', [named('somebody who left')])).toEqual(['ann', 'bob']);
    expect(who('cro', [])).toEqual(['cy']);
    expect(who('ae', [])).toEqual(['cy']);
  });
});
