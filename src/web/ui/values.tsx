import { Text, Tooltip } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Money } from '#core/money.ts';
import { unknownText, useFormat } from './format.tsx';

/** An amount: compact where space is dear (the whole amount on hover and for screen readers), else in full. */
export function MoneyText(props: { value: Money | null; compact?: boolean | undefined }): ReactNode {
  const format = useFormat();
  if (props.value === null) return <Unknown />;
  const full = format.money(props.value);
  if (props.compact !== true) return <span>{full}</span>;
  return (
    <Tooltip label={full}>
      <span>{format.moneyCompact(props.value)}</span>
    </Tooltip>
  );
}

/** A value that is not known. It says so in words to a screen reader, and is never shown as zero. */
export function Unknown(props: { why?: string | undefined }): ReactNode {
  const label = props.why ?? 'Not known';
  return (
    <Tooltip label={label}>
      <Text component="span" c="dimmed" inherit role="img" aria-label={label}>
        {unknownText}
      </Text>
    </Tooltip>
  );
}

/** How long ago something happened; the exact instant on hover. Counts on by itself once a minute. */
export function RelativeTime(props: { at: number }): ReactNode {
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Tooltip label={format.instant(props.at)}>
      <time dateTime={new Date(props.at).toISOString()}>{format.ago(props.at, now)}</time>
    </Tooltip>
  );
}

export type DeltaProps = {
  /** The signed change; null if there is nothing to compare with. */
  change: number | null;
  /** The change as text, sign included. */
  text: string;
  /** What it is compared with: "since Monday". */
  since: string;
  /** True if the change deserves attention: only then is it coloured. */
  exception?: boolean | undefined;
};

/** A change since an earlier date: an arrow, a sign and words, so that it never rests on colour. */
export function Delta(props: DeltaProps): ReactNode {
  if (props.change === null) {
    return (
      <Text component="span" size="sm" c="dimmed">
        no comparison {props.since}
      </Text>
    );
  }
  const arrow = props.change > 0 ? '▲' : props.change < 0 ? '▼' : '■';
  const color = props.exception === true ? 'var(--tandem-bad)' : 'dimmed';
  return (
    <Text component="span" size="sm" c={color}>
      <span aria-hidden="true">{arrow} </span>
      {props.text} {props.since}
    </Text>
  );
}
