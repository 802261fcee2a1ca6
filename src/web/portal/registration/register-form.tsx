import { Stack, Text, Textarea, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FocusEvent, type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { portalSay } from '#core/registration/portal-words.ts';
import { problemOf } from '../../problem.ts';
import { FormFields } from '../../registration/form-fields.tsx';
import { inputLabel } from '../../registration/form-words.ts';
import { answerAt, type RegistrationForm, type Typed, withAnswer } from '../../registration/typed.ts';
import { todayIn } from '../../today.ts';
import { Card } from '../../ui/card.tsx';
import { usePortalLanguage, useWords } from '../language.ts';
import { DomainHint, MailEnding } from './domain-hint.tsx';
import type { Begun } from './draft-keeper.ts';
import { errorsOf, errorWordsAt } from './form-errors.ts';
import { FormFoot } from './form-foot.tsx';
import { focusFirst, goOnWithEnter } from './form-keys.ts';
import { type FormKind, useFormPorts } from './form-ports.ts';
import { OutlookCard } from './outlook.tsx';
import { hasQuickDays, QuickDays } from './quick-days.tsx';
import classes from './registration.module.css';
import { keepTold } from './told.ts';
import { useDraft } from './use-draft.ts';

export type RegisterFormProps = {
  form: RegistrationForm;
  typed: Typed;
  begun: Begun;
  /** The answer to begin with, and what to say about it. */
  words?: string | undefined;
  note?: string | undefined;
  /** What was asked, where this answers a question. */
  question: string | null;
  kind: FormKind;
  onBegun: (number: number) => void;
};

/** The one page on which a deal is registered. What is typed is saved as it is typed, and sent once. */
export function RegisterForm(props: RegisterFormProps): ReactNode {
  const { form, kind } = props;
  const { organization, onSent } = useFormPorts();
  const { language } = usePortalLanguage();
  const words = useWords();
  const queries = useQueryClient();
  const element = useRef<HTMLFormElement>(null);
  const [keeper, draft] = useDraft(props);
  const [isTried, setTried] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { typed } = draft;
  const errors = errorsOf(form, typed, organization.timeZone);
  const isWordless = kind === 'answer' && draft.words.trim() === '';
  const refusal = draft.sending === 'no' ? draft.problem : null;

  const send = async (): Promise<void> => {
    try {
      const { notes } = await keeper.send();
      const number = keeper.snapshot().begun?.number ?? 0;
      keepTold(queries, number, notes);
      await onSent(number, kind);
    } catch (error) {
      // What the server says stands above the button, or beside the fields that it names.
      if ((problemOf(error).errors ?? []).length > 0) focusFirst(element.current);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (errors.length > 0 || isWordless) focusFirst(element.current);
    else void send();
  };
  // Whoever pressed “send” and lost the connection does not press it again.
  const resume = useRef(send);
  useEffect(() => {
    if (keeper.wasSent()) void resume.current();
  }, [keeper]);

  const onBlur = (event: FocusEvent): void => {
    const place = event.target.closest<HTMLElement>('[data-path]');
    const path = place?.dataset.path;
    // What stands below a field belongs to it: going there is not leaving it.
    if (place?.contains(event.relatedTarget) || path === undefined || left.has(path)) return;
    setLeft(new Set([...left, path]));
  };
  const change = (path: string, value: unknown): void => keeper.type(withAnswer(typed, path, value));
  const textAt = (path: string): string => {
    const value = answerAt(typed, path);
    return typeof value === 'string' ? value : '';
  };
  const below = (path: string): ReactNode => {
    if (hasQuickDays(path)) {
      return (
        <QuickDays
          path={path}
          label={inputLabel(language, path, null)}
          today={todayIn(organization.timeZone)}
          onChoose={(day) => change(path, day)}
        />
      );
    }
    if (path === 'domain') return <DomainHint domain={textAt('domain')} />;
    if (path !== 'contactMail') return null;
    return (
      <MailEnding
        mail={textAt('contactMail')}
        domain={textAt('domain')}
        onChoose={(mail) => change('contactMail', mail)}
      />
    );
  };
  return (
    <div className={classes.twoColumns}>
      <form
        ref={element}
        onSubmit={onSubmit}
        onBlur={onBlur}
        onKeyDown={goOnWithEnter}
        noValidate
        aria-label={kind === 'answer' ? words.form.sendAnswer : words.form.title}
      >
        <Stack gap="md">
          {props.question === null ? null : (
            <Card>
              <Title order={2}>{words.form.question}</Title>
              <p className={classes.said}>{props.question}</p>
              {props.note === undefined ? null : (
                <Text size="sm" mt="xs">
                  {props.note}
                </Text>
              )}
            </Card>
          )}
          {kind === 'answer' ? (
            <div data-path="words">
              <Textarea
                label={words.form.words}
                value={draft.words}
                onChange={(event) => keeper.say(event.currentTarget.value)}
                error={isTried && isWordless ? portalSay(language, 'repair.required') : null}
                maxLength={2000}
                autosize
                minRows={3}
                required
              />
            </div>
          ) : null}
          <FormFields
            form={form}
            typed={typed}
            onChange={(changed) => keeper.type(changed)}
            errorAt={(path) => errorWordsAt(path, errors, refusal, language, { all: isTried, left })}
            language={language}
            currency={organization.currency}
            below={below}
          />
          <div className={classes.onlyNarrow}>
            <OutlookCard typed={typed} kind={kind} />
          </div>
          {refusal === null || refusal.errors?.length ? null : (
            <Text role="alert" size="sm" c="var(--mantine-color-error)">
              {refusal.detail ?? refusal.title}
            </Text>
          )}
          {isTried && errors.length > 0 ? (
            <Text role="alert" size="sm" c="var(--mantine-color-error)">
              {words.form.wrong(errors.length)}
            </Text>
          ) : null}
        </Stack>
        <FormFoot draft={draft} act={kind === 'answer' ? words.form.sendAnswer : words.form.send} />
      </form>
      <aside className={classes.beside} aria-label={words.form.next}>
        <OutlookCard typed={typed} kind={kind} />
      </aside>
    </div>
  );
}
