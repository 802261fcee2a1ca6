import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { InputField } from './input-field.tsx';
import { answerAt, pathOf, type RegistrationForm, type Typed, withAnswer } from './typed.ts';

export type FormFieldsProps = {
  form: RegistrationForm;
  typed: Typed;
  onChange: (typed: Typed) => void;
  /** What is wrong at a path, in words; null where nothing is. */
  errorAt: (path: string) => string | null;
  language: PortalLanguage;
  /** The currency in which an amount is typed first. */
  currency: string;
  /** Shown below an input, for example what is odd about a domain. */
  below?: ((path: string) => ReactNode) | undefined;
  /** Paths that are shown but cannot be changed. */
  isFixed?: ((path: string) => boolean) | undefined;
};

/** The form of a registration as the signed page defines it, for partners and for whoever registers in their name. */
export function FormFields(props: FormFieldsProps): ReactNode {
  const { form, typed, onChange, language } = props;
  return (
    <Stack gap="md">
      {form.fields.flatMap((field) =>
        field.inputs.map((input) => {
          const path = pathOf(field, input);
          return (
            <div key={path} data-path={path}>
              <InputField
                input={input}
                ownLabel={field.ownLabel}
                language={language}
                currency={props.currency}
                consent={form.consent}
                value={answerAt(typed, path)}
                onChange={(value) => onChange(withAnswer(typed, path, value))}
                error={props.errorAt(path)}
                isFixed={props.isFixed?.(path) === true}
              />
              {props.below?.(path)}
            </div>
          );
        }),
      )}
    </Stack>
  );
}
