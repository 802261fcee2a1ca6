import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type JourneyStage, journeyStages } from '#core/journey/journey-stage.ts';
import { fieldError, type Problem } from '../../problem.ts';
import { todayIn, useDesk } from '../desk-context.ts';
import { type Archetype, archetypeLabels, type Partner } from './partner-data.ts';

/** What is written of a partner; an empty text is "not known". */
export type PartnerFields = {
  readonly name: string;
  readonly domain: string;
  readonly country: string;
  readonly archetype: Archetype | null;
  readonly signedOn: string;
  readonly openingStage: JourneyStage | null;
};

/** The fields as they stand; all empty for a partner who is new. */
export function fieldsOf(partner: Partner | null): PartnerFields {
  return {
    name: partner?.name ?? '',
    domain: partner?.domain ?? '',
    country: partner?.country ?? '',
    archetype: archetypeOf(partner?.archetype ?? null),
    signedOn: partner?.signedOn ?? '',
    openingStage: stageOf(partner?.openingStage ?? null),
  };
}

/** The fields as the API takes them. */
export function bodyOf(fields: PartnerFields) {
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  return {
    name: fields.name.trim(),
    domain: text(fields.domain),
    country: text(fields.country),
    archetype: fields.archetype,
    signedOn: text(fields.signedOn),
    openingStage: fields.openingStage,
  };
}

function archetypeOf(name: string | null): Archetype | null {
  return name !== null && Object.hasOwn(archetypeLabels, name) ? (name as Archetype) : null;
}

function stageOf(name: string | null): JourneyStage | null {
  return name !== null && Object.hasOwn(journeyStages, name) ? (name as JourneyStage) : null;
}

/** The form fields of a partner, for adding and for changing one. */
export function PartnerFieldInputs(props: {
  fields: PartnerFields;
  onChange: (change: Partial<PartnerFields>) => void;
  problem: Problem | null;
}): ReactNode {
  const { fields, onChange, problem } = props;
  const { timeZone } = useDesk();
  return (
    <>
      <TextInput
        label="Name"
        value={fields.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={fieldError(problem, 'name')}
        maxLength={300}
        required
        data-autofocus
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Select
          label="Archetype"
          data={Object.entries(archetypeLabels).map(([value, label]) => ({ value, label }))}
          value={fields.archetype}
          onChange={(value) => onChange({ archetype: archetypeOf(value) })}
          clearable
        />
        <TextInput
          label="Signed on"
          description="The first partner signed starts program year one."
          type="date"
          max={todayIn(timeZone)}
          value={fields.signedOn}
          onChange={(event) => onChange({ signedOn: event.currentTarget.value })}
          error={fieldError(problem, 'signedOn')}
        />
        <Select
          label="Stage on arrival"
          description="For a partner that was signed before the program was written down."
          data={Object.entries(journeyStages).map(([value, label]) => ({ value, label }))}
          value={fields.openingStage}
          onChange={(value) => onChange({ openingStage: stageOf(value) })}
          error={fieldError(problem, 'openingStage')}
          clearable
        />
        <TextInput
          label="Web address"
          placeholder="acme.com"
          value={fields.domain}
          onChange={(event) => onChange({ domain: event.currentTarget.value })}
          error={fieldError(problem, 'domain')}
        />
        <TextInput
          label="Country"
          value={fields.country}
          onChange={(event) => onChange({ country: event.currentTarget.value })}
          error={fieldError(problem, 'country')}
          maxLength={100}
        />
      </SimpleGrid>
    </>
  );
}
