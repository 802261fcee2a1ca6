import { NativeSelect, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PlanArithmetic } from '#core/program/assumptions-arithmetic.ts';
import { inputLabel } from '#core/program/assumptions-checks.ts';
import { planOutputs } from '#core/program/returns-outputs.ts';
import { type TornadoOutput, tornadoOutputs } from '#core/program/sensitivity.ts';
import { Card } from '../../../ui/card.tsx';
import { Tornado } from '../../../ui/figures/tornado.tsx';
import classes from './arithmetic.module.css';
import { figureWaits, missingText, type PlanText, type PlanUnit } from './plan-words.ts';

const units: Readonly<Record<TornadoOutput, PlanUnit>> = {
  producersNeeded: 'count',
  signingsNeeded: 'count',
  shareYear1: 'share',
  roi: 'share',
  paybackMonths: 'months',
};

/** Which assumption the plan hangs on: each moved to its low and high while the others stay. */
export function Sensitivity(props: { plan: PlanArithmetic; text: PlanText }): ReactNode {
  const { plan, text } = props;
  const [output, setOutput] = useState<TornadoOutput>('signingsNeeded');
  const tornado = plan.tornados[output];
  const unit = units[output];
  const whole = tornado.bars.flatMap((bar) =>
    bar.atLow === null || bar.atHigh === null
      ? []
      : [
          {
            key: bar.key,
            label: inputLabel(bar.key),
            range: `${text.ledger(bar.key, bar.low)} to ${text.ledger(bar.key, bar.high)}`,
            atLow: bar.atLow,
            atHigh: bar.atHigh,
          },
        ],
  );
  const endless = tornado.bars.filter((bar) => bar.atLow === null || bar.atHigh === null);
  return (
    <Card>
      <div className={classes.head}>
        <Title order={2}>What the plan hangs on</Title>
        <NativeSelect
          aria-label="Result that moves"
          size="xs"
          value={output}
          onChange={(event) => setOutput(event.currentTarget.value as TornadoOutput)}
          data={tornadoOutputs.map((value) => ({ value, label: planOutputs[value] }))}
        />
      </div>
      {tornado.atValue.known ? (
        <Tornado
          label={planOutputs[output]}
          base={tornado.atValue.value}
          bars={whole}
          format={(value) => text.number(value, unit)}
        />
      ) : (
        <Text size="sm">Not known yet: it {figureWaits(tornado.atValue)}.</Text>
      )}
      {endless.length === 0 ? null : (
        <Text size="sm">
          At one end of its range there is no result at all: {missingText(endless.map((bar) => bar.key))}.
        </Text>
      )}
      {tornado.noRange.length === 0 ? null : (
        <Text size="xs" c="dimmed" mt="xs">
          Without a low and a high in the ledger, and so not drawn: {missingText(tornado.noRange)}.
        </Text>
      )}
    </Card>
  );
}
