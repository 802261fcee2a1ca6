import { Paper, type PaperProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './card.module.css';

export type CardProps = PaperProps & { children: ReactNode; className?: string };

/** A surface with a quiet border, for one subject of a page. */
export function Card(props: CardProps): ReactNode {
  return (
    <Paper withBorder radius="md" p="md" {...props} className={`${classes.card} ${props.className ?? ''}`} />
  );
}

/** A card that is one link as a whole. */
export function LinkCard(props: { href: string; children: ReactNode }): ReactNode {
  return (
    <a href={props.href} className={`${classes.card} ${classes.link}`}>
      {props.children}
    </a>
  );
}
