/**
 * A beginning per archetype, for somebody who would rather correct than write. What only the company can know stands
 * in square brackets, and a page with such a prompt cannot be proposed.
 *
 * Handbook: docs/handbook/program.md
 */

import { journeyTemplate } from '#core/journey/journey-template.ts';
import type { ProfileBody } from '#core/profile/profile-page.ts';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import type { ArchetypesBody } from '#core/program/archetypes-page.ts';
import { operatingModelTemplate } from '#core/program/operating-model-template.ts';
import type { ThesisBody } from '#core/program/thesis.ts';
import { registrationTemplate } from '#core/registration/registration-template.ts';
import { tiersTemplate } from '#core/tier/tier-template.ts';
import { defaultDocument, type ProgramDocument } from './document.ts';
import { thesisTemplates } from './templates-thesis.ts';

/** The whole document for a program that begins with this archetype; what a template does not know stays a default. */
export function templateFor(archetype: Archetype): ProgramDocument {
  const blank = defaultDocument();
  return {
    ...blank,
    thesis: thesisFor(archetype, blank.thesis),
    archetypes: archetypesFor(archetype, blank.archetypes),
    profile: profileFor(archetype, blank.profile),
    operating_model: operatingModelTemplate(archetype),
    registration: registrationTemplate(archetype),
    tiers: tiersTemplate(archetype),
    journey: journeyTemplate(archetype),
  };
}

function thesisFor(archetype: Archetype, blank: ThesisBody): ThesisBody {
  const said = thesisTemplates[archetype];
  return {
    ...blank,
    market: '[What is bought, and where]',
    segment: '[One of your segments]',
    motion: said.motion,
    segments: [{ name: '[One of your segments]' }],
    buyer: { role: said.buyerRole, segment: '[One of your segments]', why: said.buyerWhy },
    evidence: [{ kind: null, what: '[A deal or an interview, and what it showed]' }],
    archetype,
    relationship: said.relationship,
    friction: { ...blank.friction, why: said.frictionWhy },
    jointSolution: said.jointSolution,
    gain: { ...blank.gain, impact: said.impact, hours: said.hours },
    kill: [
      { metric: 'Accepted registrations', threshold: 'fewer than [number]', on: null },
      { metric: 'Partners activated within 90 days', threshold: 'below [number] %', on: null },
    ],
  };
}

function archetypesFor(archetype: Archetype, blank: ArchetypesBody): ArchetypesBody {
  const row = blank.archetypes[archetype];
  const label = archetypeLabels[archetype];
  const why = thesisTemplates[archetype].why;
  return {
    ...blank,
    archetypes: {
      ...blank.archetypes,
      [archetype]: { ...row, state: 'in_build', why, contract: `[Name of your ${label} agreement]` },
    },
  };
}

/** How capacity and motion fit are measured for this kind of partner; the other criteria are the same for all. */
const measures: Readonly<Record<Archetype, { readonly capacity: string; readonly fit: string }>> = {
  referral: {
    capacity: 'Advisers of the partner who speak with our buyer every quarter',
    fit: 'Their advice touches the moment in which our buyer begins to look',
  },
  agency: {
    capacity: 'Account leads of the agency who serve our segment',
    fit: 'Their retainers contain the work that our deals wait for',
  },
  reseller: {
    capacity: 'Sellers of the partner who quote to our segment',
    fit: 'Their frame contracts cover what we sell',
  },
  msp: {
    capacity: 'Technicians and account managers who serve our segment',
    fit: 'Their service contains what our product needs to be run',
  },
  si: {
    capacity: 'Consultants and sellers of the partner who work in our segment',
    fit: 'Their projects contain the integration that our deals wait for',
  },
  isv: {
    capacity: 'AEs of the vendor who cover our segment',
    fit: 'Their product holds the data or the moment that ours needs',
  },
};

function profileFor(archetype: Archetype, blank: ProfileBody): ProfileBody {
  const { criteria } = blank;
  const { capacity, fit } = measures[archetype];
  return {
    ...blank,
    archetype,
    criteria: {
      ...criteria,
      ipp2: { ...criteria.ipp2, measure: capacity },
      ipp4: { ...criteria.ipp4, measure: fit },
    },
  };
}
