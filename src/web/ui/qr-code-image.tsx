import type { ReactNode } from 'react';
import { qrModules } from './qr-code.ts';

const quiet = 4;

/** A QR code as one drawing, dark on white in both themes, since cameras want it so. */
export function QrCode(props: { text: string; label: string; size?: number }): ReactNode {
  const modules = qrModules(props.text);
  const edge = modules.length + quiet * 2;
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={props.label}
      width={props.size ?? 200}
      height={props.size ?? 200}
      viewBox={`0 0 ${edge} ${edge}`}
      shapeRendering="crispEdges"
    >
      <rect width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
