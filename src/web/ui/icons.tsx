import type { ReactNode } from 'react';

/** Our few icons, drawn on a 16 by 16 grid with one stroke. All are decoration: the control names itself. */
function Icon(props: { children: ReactNode; size?: number | undefined }): ReactNode {
  return (
    <svg
      width={props.size ?? 16}
      height={props.size ?? 16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {props.children}
    </svg>
  );
}

export type IconProps = { size?: number | undefined };

export function InfoIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.5v3.5M8 5.1v.1" />
    </Icon>
  );
}

export function SearchIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </Icon>
  );
}

export function SunIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7" />
    </Icon>
  );
}

export function MoonIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M13.5 9.6A5.9 5.9 0 0 1 6.4 2.5a5.9 5.9 0 1 0 7.1 7.1Z" />
    </Icon>
  );
}

export function SystemIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 2.25a5.75 5.75 0 0 0 0 11.5Z" fill="currentColor" />
    </Icon>
  );
}

export function CheckIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="m3 8.5 3.2 3.2L13 4.8" />
    </Icon>
  );
}

export function UploadIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M8 10.5v-8M4.75 5.5 8 2.25l3.25 3.25M2.5 10.5v2a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2" />
    </Icon>
  );
}

export function ChevronIcon(props: IconProps & { to: 'left' | 'right' | 'up' | 'down' }): ReactNode {
  const paths = { left: 'm10 3-5 5 5 5', right: 'm6 3 5 5-5 5', up: 'm3 10 5-5 5 5', down: 'm3 6 5 5 5-5' };
  return (
    <Icon size={props.size}>
      <path d={paths[props.to]} />
    </Icon>
  );
}

export function PersonIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="5.25" r="2.75" />
      <path d="M2.75 13.5a5.3 5.3 0 0 1 10.5 0" />
    </Icon>
  );
}

/** Two rings that share a middle: the mark of the product. */
export function Mark(props: IconProps): ReactNode {
  return (
    <svg
      width={props.size ?? 22}
      height={props.size ?? 22}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="11.5" cy="16" r="8" fill="none" stroke="var(--mantine-color-text)" strokeWidth="3" />
      <circle cx="20.5" cy="16" r="8" fill="none" stroke="var(--mantine-color-anchor)" strokeWidth="3" />
    </svg>
  );
}
