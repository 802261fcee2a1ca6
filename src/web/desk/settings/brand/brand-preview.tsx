import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { type AccentTones, type Ground, grounds, judgeAccent } from '#core/portal/accent.ts';
import type { Brand } from '../../../brand/brand-data.ts';
import { BrandLogo } from '../../../brand/brand-logo.tsx';
import { Mark } from '../../../ui/icons.tsx';
import classes from './brand.module.css';

const titles: Readonly<Record<Ground, string>> = { light: 'In the light theme', dark: 'In the dark theme' };

/** Tandem’s own, in each theme. */
const own: Readonly<Record<Ground, { fill: string; on: string; link: string }>> = {
  light: { fill: '#0b6b62', on: '#ffffff', link: '#0b6b62' },
  dark: { fill: '#76c3b5', on: '#10211e', link: '#76c3b5' },
};

/** The portal in small, in both themes, with what is typed so far; an accent that does not fit is not shown. */
export function BrandPreview(props: {
  slug: string;
  name: string;
  accent: string;
  welcome: string;
  logo: Brand['logo'];
}): ReactNode {
  const tones = useMemo(() => {
    const verdict = judgeAccent(props.accent);
    return verdict.kind === 'fits' ? verdict.tones : null;
  }, [props.accent]);
  return (
    <div className={classes.column}>
      {(Object.keys(titles) as Ground[]).map((ground) => (
        <figure key={ground} className={classes.figure}>
          <figcaption className={classes.caption}>{titles[ground]}</figcaption>
          <div className={classes.preview} data-ground={ground} style={colours(ground, tones)}>
            <div className={classes.bar}>
              {props.logo === null ? <Mark /> : <BrandLogo slug={props.slug} logo={props.logo} height={26} />}
              <span className={classes.barName}>{props.name} · Northgate</span>
            </div>
            <div className={classes.body}>
              <div className={classes.heading}>What needs me</div>
              {props.welcome.trim() === '' ? null : <p className={classes.text}>{props.welcome}</p>}
              <span className={classes.button}>Register a deal</span>
              <p className={classes.text}>
                Your deals are decided by the <span className={classes.link}>signed terms</span>.
              </p>
            </div>
          </div>
        </figure>
      ))}
    </div>
  );
}

function colours(ground: Ground, tones: AccentTones | null): CSSProperties {
  const link = tones === null ? own[ground].link : ground === 'light' ? tones.textOnLight : tones.textOnDark;
  const { fill, on } = tones ?? own[ground];
  return {
    '--ground': grounds[ground],
    '--fill': fill,
    '--on': on,
    '--link': link,
    '--mantine-color-anchor': link,
  } as CSSProperties;
}
