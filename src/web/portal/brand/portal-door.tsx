import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { publicBrandQuery } from '../../brand/brand-data.ts';
import { BrandLogo } from '../../brand/brand-logo.tsx';
import { keptLanguage } from '../kept-language.ts';
import classes from './brand.module.css';
import { useAccent } from './use-accent.ts';

/** Whose portal somebody signs in to: its logo, its name and its welcome. Nothing where it looks like Tandem. */
export function PortalDoor(props: { slug: string }): ReactNode {
  const { slug } = props;
  const { data: brand } = useQuery(publicBrandQuery(slug));
  useAccent(brand?.accent ?? null);
  if (brand === undefined) return null;
  const language = keptLanguage();
  const welcome = brand.welcome[language];
  return (
    <div className={classes.door}>
      {brand.logo === null ? null : <BrandLogo slug={slug} logo={brand.logo} height={40} />}
      <div>
        <div className={classes.name}>{brand.name}</div>
        {welcome === '' ? null : (
          <p className={classes.welcome} lang={language}>
            {welcome}
          </p>
        )}
      </div>
    </div>
  );
}
