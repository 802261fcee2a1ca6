/** What is wrong with the day or the person of a row, whatever the row is about. */
import type { Fault } from './touch-problems.ts';
import type { PersonForTouch } from './touch-queries.ts';

export function inTheFuture(field: string, day: string, repair = 'Correct the date.'): Fault {
  return {
    field,
    code: 'date-in-the-future',
    expected: 'a day that has come',
    found: day,
    repair,
  };
}

export function beforeSigning(partner: string, signedOn: string, day: string, field = 'occurredAt'): Fault {
  return {
    field,
    code: 'before-signing',
    expected: `a day from ${signedOn} on, when ${partner} signed`,
    found: day,
    repair: 'Correct the day, or the signing date of the partner if that is wrong.',
  };
}

export function elsewhere(shown: string, partner: string): Fault {
  return {
    field: 'personEmail',
    code: 'person-elsewhere',
    expected: `a person at ${partner}`,
    found: `${shown}, whose address belongs to another partner`,
    repair: `Name somebody of ${partner}, or the partner whose person it was.`,
  };
}

export function severalPeople(shown: string, partner: string): Fault {
  return {
    field: 'person',
    code: 'person-ambiguous',
    expected: `one person at ${partner}`,
    found: `${shown}, whose name several people there have`,
    repair: 'Add the mail address of the one who is meant.',
  };
}

export function hadLeft(person: PersonForTouch, partner: string, day: string): Fault {
  return {
    field: 'person',
    code: 'person-had-left',
    expected: `somebody who was at ${partner} on ${day}`,
    found: `${person.name}, whose last day there was ${person.left_on}`,
    repair: 'Name who took over, or correct the day.',
  };
}

export function newPerson(shown: string, partner: string): Fault {
  return {
    field: 'person',
    code: 'person-new',
    expected: 'people who are known here',
    found: `${shown} of ${partner}`,
    repair: 'They are new here and are added to their partner.',
    isNote: true,
  };
}
