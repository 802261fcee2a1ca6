import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import { defaultBody } from '#core/program/field.ts';
import { noonOf, workingWeek } from '#test/harness/registration-life.ts';
import cases from '#test/vectors/registration-clock.json' with { type: 'json' };
import {
  afterAcceptance,
  decisionClock,
  decisionDuties,
  mayAppeal,
  rulingDueAt,
  unansweredByAge,
} from './clock.ts';
import { newRegistration, type Pause, type RegistrationLife } from './life.ts';
import { registrationPage } from './registration-page.ts';

const { deciding } = defaultBody(registrationPage.fields);
type Written = { submittedOn?: string; decidedOn?: string; pauses?: { from: string; to: string | null }[] };

function waiting({ submittedOn, decidedOn, pauses = [] }: Written): RegistrationLife {
  if (submittedOn === undefined) return newRegistration;
  const isReturned = pauses.at(-1)?.to === null;
  return {
    ...newRegistration,
    state: decidedOn !== undefined ? 'rejected' : isReturned ? 'returned' : 'submitted',
    submittedOn: submittedOn as LocalDate,
    decisionFrom: submittedOn as LocalDate,
    decidedOn: (decidedOn ?? null) as LocalDate | null,
    pauses: pauses as Pause[],
  };
}

describe('the clock of a decision', () => {
  it.each(cases.clock)('$id: $name', ({ on, is, ...written }) => {
    expect(decisionClock(waiting(written), deciding, workingWeek, on as LocalDate)).toMatchObject(is);
  });

  it.each(cases.duties)('$id: $name', ({ on, due, ...written }) => {
    const duties = decisionDuties(waiting(written), deciding, workingWeek, on as LocalDate);
    expect(duties.map((duty) => [duty.kind, duty.on]).toSorted()).toEqual(due.toSorted());
  });

  it('says nothing of what was withdrawn before a decision', () => {
    const withdrawn = {
      ...waiting({ submittedOn: '2026-11-02', decidedOn: '2026-11-03' }),
      state: 'withdrawn',
    } as const;
    expect(decisionClock(withdrawn, deciding, workingWeek, '2026-12-01' as LocalDate)).toEqual({
      kind: 'none',
    });
  });

  const start = '2026-11-02' as LocalDate;
  const anyPauses = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 })
    .chain((gaps) => fc.boolean().map((isOpen) => ({ gaps, isOpen })))
    .map(({ gaps, isOpen }) => {
      let day = start;
      return gaps.map(([wait, length], index): Pause => {
        const from = addDays(day, wait);
        day = addDays(from, length);
        return { from, to: isOpen && index === gaps.length - 1 ? null : day };
      });
    });

  it('stands still for as many business days as the page says at most, and moves only forward', () => {
    fc.assert(
      fc.property(anyPauses, fc.integer({ min: 0, max: 120 }), (pauses, later) => {
        const life = waiting({ submittedOn: start, pauses: pauses as { from: string; to: string | null }[] });
        const on = addDays(start, later);
        const [now, tomorrow] = [on, addDays(on, 1)].map((day) =>
          decisionClock(life, deciding, workingWeek, day),
        );
        if (now === undefined || tomorrow === undefined) throw new Error('two clocks were asked for');
        if (now.kind === 'none' || tomorrow.kind === 'none') throw new Error('it was submitted');
        expect(now.dueOn >= '2026-11-04').toBe(true);
        // Two business days, five of standing still.
        expect(now.dueOn <= '2026-11-11').toBe(true);
        expect(tomorrow.dueOn >= now.dueOn).toBe(true);
        if (now.kind === 'running' && tomorrow.kind === 'running') {
          expect(!now.isLate || tomorrow.isLate).toBe(true);
        }
      }),
    );
  });

  it('has no duty that takes itself back: what was due yesterday is due today', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (later) => {
        const life = waiting({ submittedOn: start });
        const due = (day: LocalDate) =>
          decisionDuties(life, deciding, workingWeek, day).map(({ kind, on }) => `${kind} ${on}`);
        expect(due(addDays(start, later + 1))).toEqual(expect.arrayContaining(due(addDays(start, later))));
      }),
    );
  });

  it('is read at once, however far a clock has jumped', () => {
    const life = waiting({ submittedOn: start, pauses: [{ from: '2026-11-03', to: null }] });
    expect(decisionClock(life, deciding, workingWeek, '9999-01-01' as LocalDate)).toMatchObject({
      isLate: true,
    });
  });
});

describe('what follows', () => {
  it.each(cases.after)('$id: $name', ({ acceptedOn, aeBy, meetingBy }) => {
    const life = { ...newRegistration, acceptedOn: acceptedOn as LocalDate };
    expect(afterAcceptance(life, deciding, workingWeek)).toEqual({ aeBy, meetingBy });
    expect(afterAcceptance(newRegistration, deciding, workingWeek)).toBeNull();
  });

  it.each(cases.rulings)('$id: a ruling is due after $name', ({ hours }) => {
    const { at } = noonOf('2026-11-06');
    expect(rulingDueAt({ ...newRegistration, rulingFrom: at }, deciding)).toBe(at + hours * 3_600_000);
    expect(rulingDueAt(newRegistration, deciding)).toBeNull();
  });

  it('DR-15: one appeal, of a rejection', () => {
    const rejected = { ...newRegistration, state: 'rejected' } as const;
    expect(mayAppeal(rejected, deciding)).toBe(true);
    expect(mayAppeal({ ...rejected, appeals: 1 }, deciding)).toBe(false);
    expect(mayAppeal({ ...rejected, appeals: 1 }, { ...deciding, appeals: 2 })).toBe(true);
    expect(mayAppeal({ ...rejected, state: 'accepted' }, deciding)).toBe(false);
  });

  it('DR-15: one appeal, of a ruling that set it aside, unless an appeal decided that', () => {
    const aside = { ...newRegistration, state: 'void', taken: { days: 62, isFinal: false } } as const;
    expect(mayAppeal(aside, deciding)).toBe(true);
    expect(mayAppeal({ ...aside, appeals: 1 }, deciding)).toBe(false);
    expect(mayAppeal({ ...aside, taken: { days: 62, isFinal: true } }, deciding)).toBe(false);
  });

  it.each(cases.ages)('$id: $name', ({ ages, groups }) => {
    const on = '2026-11-27' as LocalDate;
    const lives = ages.map((age) => ({
      state: 'submitted' as const,
      since: addDays(on, -age),
    }));
    const decided = { state: 'accepted' as const, since: addDays(on, -50) };
    const draft = { state: 'draft' as const, since: null };
    const report = unansweredByAge([...lives, decided, draft], deciding, on);
    expect(report.map(({ under, isRed, count }) => [under, isRed, count])).toEqual(groups);
  });
});
