/**
 * What the registration policy needs before it is signed (DR-1 to DR-18): a form that can be filled in, an answer in
 * time, protection that begins and ends.
 *
 * Handbook: docs/handbook/program.md
 */

import type { Check, CheckCatalogue } from '#core/program/check.ts';
import { advisory, blocking, everyRow } from '#core/program/judge.ts';
import { type Seat, seatLabel } from '#core/program/seat.ts';
import { type RegistrationBody, registrationPage } from './registration-page.ts';

/** The checks of the page. A seat of which nothing is known says nothing. */
export function checkRegistration(
  body: RegistrationBody,
  heldSeats: Readonly<Partial<Record<Seat, boolean>>>,
  openGates: ReadonlySet<string>,
): Check[] {
  return [
    ...checkEntry(body, heldSeats, openGates),
    ...checkForm(body),
    ...checkDeciding(body),
    ...checkReasons(body),
    ...checkProtection(body),
  ];
}

function checkEntry(
  { entry, tests }: RegistrationBody,
  held: Readonly<Partial<Record<Seat, boolean>>>,
  openGates: ReadonlySet<string>,
): Check<RegistrationCode>[] {
  const seat = { seat: seatLabel(entry.slaSeat) };
  const isKnown = held[entry.slaSeat] !== undefined;
  const holder = advisory('G4', 'dr.sla_seat', 'entry.slaSeat', held[entry.slaSeat] === true, seat);
  return [
    blocking('6', 'dr.email', 'entry.email', !entry.email),
    blocking('G5', 'dr.portal', 'entry.way', entry.way !== 'portal' || openGates.has('g5')),
    ...(isKnown ? [holder] : []),
    ...everyRow(
      'tests',
      Object.entries(tests).map(([key, { result, told }]) =>
        advisory('DR-1', 'dr.told', `tests.${key}`, result !== 'stops' || told === 'reason', {
          test: registrationPage.fields.tests.rows[key as keyof typeof tests].label,
        }),
      ),
    ),
    ...everyRow(
      'tests',
      (['directDeal', 'otherPartner'] as const).map((key) =>
        advisory('DR-1', 'dr.tests', `tests.${key}`, tests[key].result !== 'off', {
          test: registrationPage.fields.tests.rows[key].label,
        }),
      ),
    ),
  ];
}

/** What the method requires of every registration; `off` for one of them leaves a hole that no rule can close. */
const standardFields = [
  'legalName',
  'domain',
  'country',
  'contact',
  'product',
  'value',
  'closeOn',
  'evidence',
  'nextStep',
  'consent',
] as const satisfies readonly (keyof RegistrationBody['form'])[];

function checkForm(body: RegistrationBody): Check<RegistrationCode>[] {
  const { form, formMost, consent, ownFields } = body;
  const visible = Object.values(form).filter(({ ask }) => ask !== 'off').length + ownFields.length;
  const keys = ownFields.map(({ key }) => key.trim());
  const hasKey =
    form.domain.ask === 'required' || (form.legalName.ask === 'required' && form.country.ask === 'required');
  return [
    blocking('6', 'dr.form_length', 'form', visible <= formMost, { visible, most: formMost }),
    ...everyRow(
      'form',
      standardFields.map((key) =>
        blocking('6', 'dr.form_field', `form.${key}`, form[key].ask !== 'off', {
          field: registrationPage.fields.form.rows[key].label,
        }),
      ),
    ),
    blocking('DR-3', 'dr.form_key', 'form.domain', hasKey),
    advisory('6', 'dr.form_evidence', 'form.evidence', form.evidence.ask === 'required'),
    ...everyRow(
      'ownFields',
      ownFields.map(({ key, label, holds, options }, row) =>
        blocking(
          '6',
          'dr.own_field',
          `ownFields[${row}]`,
          /^[a-z][a-zA-Z0-9]*$/.test(key.trim()) &&
            !Object.hasOwn(form, key.trim()) &&
            keys.indexOf(key.trim()) === row &&
            label.trim() !== '' &&
            (holds !== 'choice' || options.split(';').filter((option) => option.trim() !== '').length > 1),
          { row: row + 1 },
        ),
      ),
    ),
    blocking('6', 'dr.consent', 'consent', consent.trim() !== ''),
  ];
}

function checkDeciding({ deciding }: RegistrationBody): Check<RegistrationCode>[] {
  const {
    decideBusinessDays: decide,
    alertLeaderBusinessDays: leader,
    alertCroBusinessDays: cro,
    decideMostBusinessDays: most,
  } = deciding;
  return [
    blocking('DR-4', 'dr.decide', 'deciding.decideBusinessDays', decide >= 1),
    advisory('DR-4', 'dr.decide_slow', 'deciding.decideBusinessDays', decide <= most, { decide, most }),
    blocking('DR-5', 'dr.alert_order', 'deciding.alertLeaderBusinessDays', decide <= leader && leader < cro, {
      decide,
      leader,
      cro,
    }),
    blocking('DR-5', 'dr.silence', 'deciding.approvesBySilence', !deciding.approvesBySilence),
    advisory('DR-15', 'dr.appeal', 'deciding.appeals', deciding.appeals <= 1, { appeals: deciding.appeals }),
  ];
}

function checkReasons({ reasons }: RegistrationBody): Check<RegistrationCode>[] {
  const given = reasons.map(({ reason }) => reason.trim().toLowerCase()).filter((reason) => reason !== '');
  const twice = given.find((reason, index) => given.indexOf(reason) < index);
  return [
    blocking('DR-16', 'dr.reasons', 'reasons', given.length > 0),
    advisory('DR-16', 'dr.reason_twice', 'reasons', twice === undefined, { reason: twice ?? null }),
  ];
}

function checkProtection({ protection }: RegistrationBody): Check<RegistrationCode>[] {
  const { days, usualLeastDays: least, usualMostDays: most, extensionDays } = protection;
  const { firstReminderDays: first, lastReminderDays: last } = protection;
  return [
    blocking('DR-8', 'dr.protection_none', 'protection.days', days > 0),
    advisory('DR-8', 'dr.protection', 'protection.days', days >= least && days <= most, {
      days,
      least,
      most,
    }),
    advisory('DR-8', 'dr.extension', 'protection.extensionDays', extensionDays <= days, {
      days,
      extension: extensionDays,
    }),
    advisory(
      'DR-8',
      'dr.extension_activity',
      'protection.extensionActivityDays',
      extensionDays === 0 || protection.extensionActivityDays > 0,
    ),
    blocking('DR-10', 'dr.reminders', 'protection.firstReminderDays', last < first && first < days, {
      first,
      last,
      days,
    }),
    advisory('DR-11', 'dr.stall', 'protection.stallDays', protection.stallDays < days, {
      stall: protection.stallDays,
      days,
    }),
  ];
}

type RegistrationCode = keyof typeof registrationCheckWords;

export const registrationCheckWords = {
  'dr.email': {
    holds: () => 'An e-mail is no registration.',
    fails: () =>
      'An e-mail has no clean time of arrival, so no conflict could be decided by it. Switch it off and answer mails with the link to the form.',
  },
  'dr.portal': {
    holds: () => 'The way in is open at this point of the program.',
    fails: () =>
      'The portal waits for gate G5. Begin with the form by secret link; it takes the same registrations.',
  },
  'dr.sla_seat': {
    holds: ({ seat }) => `${seat} answers in time, and somebody holds that seat.`,
    fails: ({ seat }) =>
      `${seat} answers in time, but nobody holds that seat. Registrations would wait for somebody who is not there.`,
  },
  'dr.tests': {
    holds: () => 'A registration is tested against direct deals and other partners.',
    fails: ({ test }) =>
      `“${test}” is not tested. Two claims on one deal would be noticed only when both expect to be paid.`,
  },
  'dr.told': {
    holds: () => 'A test that rejects by itself says why.',
    fails: ({ test }) =>
      `“${test}” should reject at once, but the partner is not told why, so a person will decide. Tell the reason, or let the test warn.`,
  },
  'dr.own_field': {
    holds: () => 'Every field of your own has a key, a label and what it may hold.',
    fails: ({ row }) =>
      `Own field ${row} is not complete. It needs a label, a key of small letters that no other field has and, for a list, two values with a semicolon between them.`,
  },
  'dr.form_length': {
    holds: ({ visible }) => `The form shows ${visible} fields.`,
    fails: ({ visible, most }) =>
      `The form shows ${visible} fields, and the limit is ${most}. Switch off what a first call would tell you.`,
  },
  'dr.form_field': {
    holds: () => 'The form asks everything that a registration needs.',
    fails: ({ field }) =>
      `“${field}” is not asked. Every registration needs it; make it required or optional.`,
  },
  'dr.form_key': {
    holds: () => 'Two registrations of the same customer can be recognised.',
    fails: () =>
      'Two registrations of the same customer could not be recognised. Require the web domain, or legal name and country.',
  },
  'dr.form_evidence': {
    holds: () => 'Every registration says how the partner knows the account.',
    fails: () =>
      'How the partner knows the account is optional. Without it a sourced deal has no evidence, and the credit fails later.',
  },
  'dr.consent': {
    holds: () => 'The partner confirms a consent statement.',
    fails: () => 'There is no consent statement. Write the one sentence that the partner’s rep confirms.',
  },
  'dr.decide': {
    holds: () => 'Registrations are answered within a set time.',
    fails: () => 'No time to decide is set. Give at least one business day; two is good.',
  },
  'dr.decide_slow': {
    holds: ({ decide }) => `A partner has its answer after ${decide} business days at the latest.`,
    fails: ({ decide, most }) =>
      `A partner waits up to ${decide} business days for an answer; beyond ${most} partners stop registering and call instead.`,
  },
  'dr.alert_order': {
    holds: () => 'A late answer alerts the Head of Partnerships, then the CRO.',
    fails: ({ decide, leader, cro }) =>
      `An answer is due after ${decide} business days, the Head of Partnerships is alerted after ${leader} and the CRO after ${cro}. Put them in that order.`,
  },
  'dr.silence': {
    holds: () => 'Nothing is accepted by silence.',
    fails: () =>
      'Silence would accept a registration and give it protection and credit. Switch it off; a late answer alerts somebody instead.',
  },
  'dr.appeal': {
    holds: () => 'A conflict has one appeal at most.',
    fails: ({ appeals }) =>
      `A conflict has ${appeals} appeals. The deal would be lost before the last of them ends.`,
  },
  'dr.reasons': {
    holds: () => 'A rejection names a reason of the list.',
    fails: () =>
      'There is no reason for a rejection. Add those that you will use; a rejection picks one of them.',
  },
  'dr.reason_twice': {
    holds: () => 'No reason stands twice.',
    fails: ({ reason }) => `The reason “${reason}” stands twice. Its count would be split and say nothing.`,
  },
  'dr.protection_none': {
    holds: () => 'An accepted registration is protected.',
    fails: () => 'An accepted registration is not protected for a single day. Say for how long it is.',
  },
  'dr.protection': {
    holds: ({ days }) => `Protection lasts ${days} days, as is usual.`,
    fails: ({ days, least, most }) =>
      `Protection lasts ${days} days; ${least} to ${most} are usual. Shorter and partners hide deals, longer and they park them.`,
  },
  'dr.extension': {
    holds: () => 'The extension is no longer than the protection.',
    fails: ({ extension, days }) =>
      `The extension of ${extension} days is longer than the protection of ${days}. It would be the real protection, given without a new decision.`,
  },
  'dr.extension_activity': {
    holds: () => 'An extension needs recent activity.',
    fails: () => 'An extension needs no activity. Accounts would stay blocked for partners who do nothing.',
  },
  'dr.reminders': {
    holds: () => 'The reminders come in order, before the protection ends.',
    fails: ({ first, last, days }) =>
      `The first reminder comes ${first} days before the end, the last ${last}, and protection lasts ${days} days. Put the first before the last, and both inside the protection.`,
  },
  'dr.stall': {
    holds: ({ stall }) => `A registration without activity shows after ${stall} days.`,
    fails: ({ stall, days }) =>
      `A registration counts as stalled after ${stall} days, but its protection ends after ${days}. Nobody would be warned in time.`,
  },
} as const satisfies CheckCatalogue;
