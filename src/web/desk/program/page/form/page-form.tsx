import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Page } from '#core/program/page.ts';
import { isWithin } from '../body.ts';
import { FieldView } from './field-view.tsx';
import classes from './form.module.css';
import { type FormActions, FormContext, type Marks } from './form-context.ts';

/** A page as a form: its sections in order, with what helps to fill them in. */
export function PageForm(props: {
  page: Page;
  body: Readonly<Record<string, unknown>>;
  actions: FormActions;
  marks: Marks;
}): ReactNode {
  const { page, body, actions, marks } = props;
  return (
    <FormContext value={actions}>
      <div className={classes.form}>
        {page.sections.map((section, index) => {
          const defaults = [...marks.defaults].filter((path) =>
            section.fields.some((name) => isWithin(path, name)),
          );
          const id = `section-${index}`;
          return (
            <section
              key={section.title}
              className={classes.section}
              aria-labelledby={id}
              data-section={section.title}
            >
              <Title order={2} id={id} className={classes.sectionTitle}>
                {section.title}
              </Title>
              {section.guidance === '' ? null : <p className={classes.guidance}>{section.guidance}</p>}
              {section.fields.map((name) => {
                const field = page.fields[name];
                return field === undefined ? null : (
                  <FieldView
                    key={name}
                    field={field}
                    path={name}
                    value={body[name]}
                    marks={marks}
                    isTitled={field.label === section.title}
                  />
                );
              })}
              {defaults.length < 2 || actions.readOnly || keepsItself(page, section.fields) ? null : (
                <div className={classes.sectionFoot}>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Keep all ${defaults.length} defaults here: ${section.title}`}
                    onClick={() => actions.keep(defaults)}
                  >
                    Keep all {defaults.length} defaults here
                  </Button>
                </div>
              )}
            </section>
          );
        })}
      </div>
    </FormContext>
  );
}

/** A section that is one table has its own button for all of its defaults. */
function keepsItself(page: Page, fields: readonly string[]): boolean {
  const [only, ...rest] = fields.map((name) => page.fields[name]?.kind);
  return rest.length === 0 && (only === 'grid' || only === 'table');
}
