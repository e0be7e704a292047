/** Which component shows which phase screen. One screen is one file and one line here; 'board' and 'decide' are views. */
import type { ComponentType } from 'react';
import type { PhaseScreen } from '../../shared/phases/phaseKind.ts';
import { BriefScreen } from './BriefScreen.tsx';
import { CheckoutScreen } from './CheckoutScreen.tsx';
import { NominateScreen } from './NominateScreen.tsx';
import { OutcomeScreen } from './OutcomeScreen.tsx';
import { RevealScreen } from './RevealScreen.tsx';
import { RotateScreen } from './RotateScreen.tsx';
import { SoloScreen } from './SoloScreen.tsx';
import { VoteScreen } from './VoteScreen.tsx';

export const PHASE_SCREENS: Partial<Record<PhaseScreen, ComponentType>> = {
  brief: BriefScreen,
  solo: SoloScreen,
  reveal: RevealScreen,
  rotate: RotateScreen,
  nominate: NominateScreen,
  vote: VoteScreen,
  checkout: CheckoutScreen,
  outcome: OutcomeScreen,
};
