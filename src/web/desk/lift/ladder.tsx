import type { ReactNode } from 'react';
import { type Step, steps } from '#core/forecast/lift/ladder.ts';
import { stepWords } from '#core/forecast/lift/words.ts';
import classes from './lift.module.css';

/** How much may be said with so many deals, and what the next step needs. */
export function Ladder(props: { step: Step; lacks: readonly string[] }): ReactNode {
  const { name, meaning } = stepWords[props.step];
  const place = steps.indexOf(props.step);
  return (
    <div>
      <div className={classes.step}>
        <span className={classes.rungs} aria-hidden="true">
          {steps.map((step, index) => (
            <span key={step} className={index <= place ? classes.reached : ''} />
          ))}
        </span>
        <strong>{name}</strong>
        <span className={classes.quiet}>
          step {place + 1} of {steps.length}
        </span>
      </div>
      <p className={classes.note}>{meaning}</p>
      {props.lacks.length === 0 || place === 0 ? null : (
        <p className={classes.note}>For the next step: {props.lacks.join(' ')}</p>
      )}
    </div>
  );
}
