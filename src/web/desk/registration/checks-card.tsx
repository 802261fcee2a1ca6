import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { type RegistrationState, registrationStates } from '#core/registration/state.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Unknown } from '../../ui/values.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './registration.module.css';
import type { Registration } from './registration-data.ts';
import { besideKinds, checkLabel, likenessWords } from './registration-words.ts';

type Check = Registration['checks'][number];
type Beside = Check['beside'][number];

const outcomeWords = { pass: 'Passes', ask: 'Look', stop: 'Against' } as const;
const order = { stop: 0, ask: 1, pass: 2 } as const;

/** DR-1: the checks, those that speak against it first; what collides stands side by side with what was sent. */
export function ChecksCard(props: { registration: Registration }): ReactNode {
  const { registration } = props;
  const checks = registration.checks.toSorted((a, b) => order[a.outcome] - order[b.outcome]);
  const open = checks.filter(({ outcome }) => outcome !== 'pass');
  const passed = checks.filter(({ outcome }) => outcome === 'pass');
  return (
    <Card>
      <Title order={2}>Checks</Title>
      <Text size="sm" c="dimmed">
        {checks.length === 0
          ? 'Nothing was checked here: it was decided elsewhere.'
          : open.length === 0
            ? `All ${passed.length} pass.`
            : `${open.length} of ${checks.length} ask for a look. The partner does not see them.`}
      </Text>
      {open.length === 0 ? null : (
        <ul className={classes.list} aria-label="Checks that ask for a look">
          {open.map((check) => (
            <li key={check.check}>
              <Line check={check} />
              {check.beside.length === 0 ? null : <SideBySide registration={registration} check={check} />}
            </li>
          ))}
        </ul>
      )}
      {passed.length === 0 ? null : (
        <details style={{ marginTop: 10 }} open={open.length === 0 && registration.state === 'submitted'}>
          <summary>
            <Text span size="sm">
              {passed.length} {passed.length === 1 ? 'passes' : 'pass'}
            </Text>
          </summary>
          <ul className={classes.list} aria-label="Checks that pass">
            {passed.map((check) => (
              <li key={check.check}>
                <Line check={check} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Line(props: { check: Check }): ReactNode {
  const { check, outcome, sentence, rule } = props.check;
  const format = useFormat();
  return (
    <div className={classes.check}>
      <span className={classes.outcome} data-outcome={outcome}>
        {outcomeWords[outcome]}
      </span>
      <span>
        <strong>{checkLabel(check)}.</strong> {format.sentence(sentence)}
      </span>
      <span className={classes.rule}>{rule}</span>
    </div>
  );
}

/** What was sent beside the records that collide with it, field by field. What is the same is set in bold. */
function SideBySide(props: { registration: Registration; check: Check }): ReactNode {
  const { registration, check } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const here = {
    name: registration.customer,
    domain: registration.domain,
    country: registration.country,
    who: registration.partner.name,
    state: registration.stateWords,
    since: null,
  };
  const since = registration.timeline.find(({ type }) => type === 'submit')?.on ?? null;
  const rows = [
    { label: 'Account', of: ({ name }: Pick<Beside, 'name'>) => name },
    { label: 'Domain', of: ({ domain }: Pick<Beside, 'domain'>) => domain },
    { label: 'Country', of: ({ country }: Pick<Beside, 'country'>) => country },
    { label: 'Whose', of: ({ who }: Pick<Beside, 'who'>) => who },
    { label: 'State', of: ({ state }: Pick<Beside, 'state'>) => stateOf(state) },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.scroll} aria-label={`${checkLabel(check.check)}: side by side`} tabIndex={0}>
      <table className={classes.beside}>
        <thead>
          <tr>
            <td />
            <th scope="col">This registration</th>
            {check.beside.map((one) => (
              <th key={`${one.kind} ${one.ref ?? one.title}`} scope="col">
                <BesideTitle one={one} slug={slug} />
                <span className={classes.second}>{likenessWords(one)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{of(here) ?? <Unknown />}</td>
              {check.beside.map((one) => (
                <td
                  key={`${one.kind} ${one.ref ?? one.title}`}
                  data-same={(of(one) !== null && of(one) === of(here)) || undefined}
                >
                  {of(one) ?? <Unknown />}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Since</th>
            <td>{format.day(since)}</td>
            {check.beside.map((one) => (
              <td key={`${one.kind} ${one.ref ?? one.title}`}>
                {one.since === null ? <Unknown /> : format.day(one.since)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function BesideTitle(props: { one: Beside; slug: string }): ReactNode {
  const { one, slug } = props;
  const href =
    one.ref === null
      ? null
      : {
          opportunity: paths.opportunity(slug, one.ref),
          registration: paths.registration(slug, one.ref),
          account: paths.pipeline(slug, { accountId: one.ref }),
          contact: null,
          direct_only: null,
        }[one.kind];
  const title = one.kind === 'registration' ? one.title : `${besideKinds[one.kind]} ${one.title}`;
  return href === null ? title : <a href={href}>{title}</a>;
}

function stateOf(state: string | null): string | null {
  if (state === null) return null;
  return Object.hasOwn(registrationStates, state) ? registrationStates[state as RegistrationState] : state;
}
