import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import type { Brand } from './brand-data.ts';

/** The logo of a company in the height of its place. The name stands beside it, so it says nothing of its own. */
export function BrandLogo(props: {
  slug: string;
  logo: NonNullable<Brand['logo']>;
  height: number;
}): ReactNode {
  const { slug, logo, height } = props;
  const width = Math.min(Math.round((logo.width / logo.height) * height), height * 5);
  return (
    <img
      src={paths.portalLogo(slug, logo.hash)}
      alt=""
      width={width}
      height={height}
      style={{ objectFit: 'contain', flex: 'none' }}
    />
  );
}
