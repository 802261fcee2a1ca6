import type { ReactNode } from 'react';
import { evidenceWords, isEvidence, parseEvidence } from '#core/attribution/evidence-link.ts';
import classes from './proofs.module.css';

/**
 * What proves an act: an address as a link, everything else by what it is. Nothing where there is none. `mailHref` is
 * where who may read it finds a mail.
 */
export function Proofs(props: {
  evidence: readonly string[];
  mailHref?: (mailId: string) => string;
}): ReactNode {
  if (props.evidence.length === 0) return null;
  return (
    <ul className={classes.proofs} aria-label="Proofs">
      {props.evidence.map((line) => (
        <li key={line}>
          <Proof line={line} mailHref={props.mailHref} />
        </li>
      ))}
    </ul>
  );
}

function Proof(props: { line: string; mailHref: ((mailId: string) => string) | undefined }): ReactNode {
  const read = parseEvidence(props.line);
  const words = evidenceWords(props.line);
  if (isEvidence(read) && read.kind === 'mail' && props.mailHref) {
    return <a href={props.mailHref(read.signalId)}>{words}</a>;
  }
  if (!isEvidence(read) || read.kind !== 'link') return words;
  return (
    <a href={read.url} target="_blank" rel="noreferrer noopener" title={read.url}>
      {words}
    </a>
  );
}
