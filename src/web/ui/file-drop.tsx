import { Text } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import classes from './file-drop.module.css';
import { UploadIcon } from './icons.tsx';

export type FileDropProps = {
  label: string;
  hint: string;
  /** File name endings, as an input's `accept`: ".csv,.xlsx". */
  accept: string;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  onFiles: (files: File[]) => void;
};

/** A place to drop files or choose them. It is a file input over the whole area, so the keyboard works as ever. */
export function FileDrop(props: FileDropProps): ReactNode {
  const id = useId();
  const [over, setOver] = useState(false);
  const names = [
    classes.drop,
    over ? classes.over : '',
    props.disabled === true ? classes.disabled : '',
  ].join(' ');
  return (
    <div className={names}>
      <UploadIcon size={22} />
      <Text component="label" htmlFor={id} fw={600}>
        {props.label}
      </Text>
      <Text size="sm" c="dimmed" id={`${id}-hint`}>
        {props.hint}
      </Text>
      <input
        id={id}
        className={classes.input}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        aria-describedby={`${id}-hint`}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again after it was corrected.
          event.currentTarget.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </div>
  );
}
