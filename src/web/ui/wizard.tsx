import { Stepper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckIcon } from './icons.tsx';

export type WizardStep = { readonly key: string; readonly label: string };

export type WizardStepsProps = {
  label: string;
  steps: readonly WizardStep[];
  current: string;
  /** Called with an earlier step's key; later steps cannot be pressed. */
  onBack?: ((key: string) => void) | undefined;
};

/** Where one is in a wizard. Steps already done can be gone back to; on a phone it is one line of text. */
export function WizardSteps(props: WizardStepsProps): ReactNode {
  const active = Math.max(
    0,
    props.steps.findIndex((step) => step.key === props.current),
  );
  return (
    <nav aria-label={props.label}>
      <Text hiddenFrom="sm" size="sm" c="dimmed">
        Step {active + 1} of {props.steps.length}: {props.steps[active]?.label}
      </Text>
      <Stepper
        visibleFrom="sm"
        active={active}
        size="xs"
        iconSize={26}
        completedIcon={<CheckIcon />}
        onStepClick={(index) => {
          const step = props.steps[index];
          if (step !== undefined && index < active) props.onBack?.(step.key);
        }}
      >
        {props.steps.map((step, index) => (
          <Stepper.Step
            key={step.key}
            label={step.label}
            allowStepSelect={index < active && props.onBack !== undefined}
            aria-current={index === active ? 'step' : undefined}
          />
        ))}
      </Stepper>
    </nav>
  );
}
