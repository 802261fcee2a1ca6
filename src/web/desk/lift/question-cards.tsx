import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { cycleSentence, exposureWords, sizeSentence, winSentence } from '#core/forecast/lift/words.ts';
import type { CurrencyCode } from '#core/money.ts';
import { IntervalDot } from '../../ui/figures/interval-dot.tsx';
import { ReferenceDot, type ReferenceRow } from '../../ui/figures/reference-dot.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Ladder } from './ladder.tsx';
import classes from './lift.module.css';
import type { Comparison } from './lift-data.ts';

/** Do partner deals win more often? */
export function WinCard(props: { comparison: Comparison; days: number }): ReactNode {
  const { win, told, exposure } = props.comparison;
  const format = useFormat();
  const rows: ReferenceRow[] = [];
  if (win.adjusted !== null) {
    rows.push({
      label: 'Like with like',
      value: win.adjusted.value,
      interval: win.adjusted,
      note: `within groups of deals that are alike, ${win.coverage} % interval`,
      isMain: true,
    });
  }
  if (win.check?.ratio) {
    rows.push({
      label: 'By a regression',
      value: win.check.ratio.value,
      interval: win.check.ratio,
      note: `the check, ${win.coverage} % interval from ${format.count(win.check.draws)} draws of the accounts`,
    });
  }
  if (win.crudeRatio !== null) {
    rows.push({ label: 'As it is', value: win.crudeRatio, interval: null, note: 'nothing adjusted' });
  }
  return (
    <Question
      title="More often?"
      answer={win}
      sentence={winSentence(win, exposure, props.days, format.count)}
      lacks={told.lacks.win}
    >
      {rows.length === 0 ? null : (
        <ReferenceDot
          label="Wins of partner deals against comparable others"
          rows={rows}
          reference={{ value: 1, label: 'dotted line: as often' }}
          ends={['less often', 'more often']}
          format={(value) => `${format.decimal(value, 2)} ×`}
          scale="ratio"
        />
      )}
      {win.partner === null ? null : (
        <>
          <p className={classes.subhead}>Won within {format.count(props.days)} days, as it is</p>
          <IntervalDot
            label="Win rates as they are"
            rows={[
              { label: 'Partner', estimate: { ...win.partner, n: win.partner.deals } },
              {
                label: 'Others',
                estimate: win.direct && { ...win.direct, n: win.direct.deals },
                reason: `${format.count(win.directDeals)} ${exposureWords[exposure].direct}, not compared yet`,
              },
            ]}
            format={(value) => format.share(value)}
            domain={[0, Math.min(1, 1.15 * Math.max(win.partner.high, win.direct?.high ?? 0))]}
          />
        </>
      )}
      {win.crude === null ? null : (
        <p className={classes.note}>
          Difference as it is: {format.points(win.crude.value)} (95 % interval {format.points(win.crude.low)}{' '}
          to {format.points(win.crude.high)}).
        </p>
      )}
      {[told.robust, told.unmeasured].map((text) =>
        text === null ? null : (
          <p key={text} className={`${classes.note} ${text.startsWith('Not robust') ? classes.warn : ''}`}>
            {text}
          </p>
        ),
      )}
    </Question>
  );
}

/** Do they win sooner? */
export function CycleCard(props: { comparison: Comparison }): ReactNode {
  const { cycle, fromEntry, told, start, exposure } = props.comparison;
  const { count, decimal } = useFormat();
  const signed = (value: number): string =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${decimal(Math.abs(value), Math.abs(value) < 10 ? 1 : 0)} days`;
  const rows: ReferenceRow[] = [
    { label: start === 'landmark' ? 'From the landmark' : 'From creation', answer: cycle, isMain: true },
    { label: 'From becoming pipeline', answer: fromEntry.cycle, isMain: false },
  ].flatMap(({ label, answer, isMain }) =>
    answer.adjusted === null
      ? []
      : [
          {
            label,
            value: answer.adjusted.value,
            interval: answer.adjusted,
            note: `${decimal(answer.adjusted.partner, 0)} days without a win against ${decimal(answer.adjusted.direct, 0)}, of ${count(answer.horizon)}; ${count(answer.partnerDeals)} partner deals, ${count(answer.directDeals)} others; ${answer.coverage} % interval`,
            isMain,
          },
        ],
  );
  const half = (day: number | null | undefined): string =>
    day === undefined ? '' : day === null ? 'not reached' : `${count(day)} days`;
  return (
    <Question
      title="Sooner?"
      answer={cycle}
      sentence={cycleSentence(cycle, exposure, count)}
      lacks={told.lacks.cycle}
    >
      {rows.length === 0 ? null : (
        <ReferenceDot
          label="Days without a win, partner deals against comparable others"
          rows={rows}
          reference={{ value: 0, label: 'dotted line: as many days' }}
          ends={['sooner', 'later']}
          format={signed}
          scale="linear"
        />
      )}
      {cycle.partner === null ? null : (
        <dl className={classes.facts}>
          <dt>{start === 'landmark' ? 'From the landmark, half' : 'Half'} had closed after</dt>
          <dd>
            partner {half(cycle.partner.toClose)}
            {cycle.direct === null ? '' : `, others ${half(cycle.direct.toClose)}`}
          </dd>
          <dt>{start === 'landmark' ? 'From the landmark, half' : 'Half'} were won after</dt>
          <dd>
            partner {half(cycle.partner.toWin)}
            {cycle.direct === null ? '' : `, others ${half(cycle.direct.toWin)}`}
          </dd>
        </dl>
      )}
      <p className={classes.note}>
        A deal that is not won goes without a win for all the days. The mean over won deals would leave out
        every slow deal that is still to be won.
      </p>
    </Question>
  );
}

/** Are they larger? */
export function SizeCard(props: { comparison: Comparison; currency: string }): ReactNode {
  const { size, exposure, told } = props.comparison;
  const format = useFormat();
  const money = (minor: number): string =>
    format.moneyCompact({ minor: Math.round(minor), currency: props.currency as CurrencyCode });
  const rows: ReferenceRow[] = [];
  if (size.adjusted !== null) {
    rows.push({
      label: 'Like with like',
      value: size.adjusted.value,
      interval: size.adjusted,
      note: `won deals within groups that are alike, ${size.coverage} % interval`,
      isMain: true,
    });
  }
  if (size.crudeRatio !== null) {
    rows.push({ label: 'As it is', value: size.crudeRatio, interval: null, note: 'nothing adjusted' });
  }
  return (
    <Question
      title="Larger?"
      answer={size}
      sentence={sizeSentence(size, exposure, money, format.count)}
      lacks={told.lacks.size}
    >
      {rows.length === 0 ? null : (
        <ReferenceDot
          label="Amounts of won partner deals against comparable others"
          rows={rows}
          reference={{ value: 1, label: 'dotted line: as large' }}
          ends={['smaller', 'larger']}
          format={(value) => `${format.decimal(value, 2)} ×`}
          scale="ratio"
        />
      )}
      {size.partnerMinor === null ? null : (
        <dl className={classes.facts}>
          <dt>Typical won deal</dt>
          <dd>
            partner {money(size.partnerMinor)}
            {size.directMinor === null ? '' : `, others ${money(size.directMinor)}`}
          </dd>
        </dl>
      )}
      <p className={classes.note}>
        The geometric mean of won deals: one very large deal does not carry it. The amount at the start is
        what is asked, so it is not adjusted for.
      </p>
    </Question>
  );
}

function Question(props: {
  title: string;
  answer: Comparison['win'] | Comparison['cycle'] | Comparison['size'];
  sentence: string;
  lacks: readonly string[];
  children: ReactNode;
}): ReactNode {
  return (
    <section className={classes.card} aria-label={props.title}>
      <Title order={2} className={classes.question ?? ''}>
        {props.title}
      </Title>
      <Ladder step={props.answer.step} lacks={props.lacks} />
      <p className={classes.sentence}>{props.sentence}</p>
      {props.children}
    </section>
  );
}
