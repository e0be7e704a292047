import type { ReactElement } from 'react';
import { Library } from '../../../renderer/library/Library.tsx';
import { cards } from './cards.ts';

const nothing = (): void => {};

export const screens: Readonly<Record<string, (params: URLSearchParams) => ReactElement>> = {
  library: (params) => (
    <Library
      cards={params.get('n') === '0' ? [] : cards}
      memberName={params.get('n') === '0' ? '' : 'Ruth Amsel'}
      busy={false}
      onStart={nothing}
      onSample={nothing}
      onOpenFile={nothing}
      onSettings={nothing}
      open={nothing}
      rename={nothing}
      duplicate={nothing}
      remove={nothing}
    />
  ),
};
