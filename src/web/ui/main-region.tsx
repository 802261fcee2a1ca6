import { Box } from '@mantine/core';
import { createContext, type ReactNode, use } from 'react';

/** Whether a main region is around already. */
export const InsideMain = createContext(false);

/** The main region of what may stand alone or within a frame: a page has one, so none is drawn within another. */
export function MainRegion(props: { children: ReactNode }): ReactNode {
  if (use(InsideMain)) return props.children;
  return (
    <Box component="main" p="lg">
      {props.children}
    </Box>
  );
}
