/** Which component shows which phase screen. One screen is one file and one line here; 'board' and 'decide' are views. */
import type { ComponentType } from 'react';
import type { PhaseScreen } from '../../shared/phases/phaseKind.ts';

export const PHASE_SCREENS: Partial<Record<PhaseScreen, ComponentType>> = {};
