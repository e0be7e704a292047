/** A ready setlist as data. One file each; the registry names them all. */
import { type PhaseOptions, type PhasePlan, PLAIN_OPTIONS } from '../model/course.ts';
import { kindNamed } from '../phases/registry.ts';

export interface TemplatePhase {
  readonly kind: string;
  /** What differs from the kind's own. */
  readonly title?: string;
  readonly prompt?: string;
  /** Minutes of one round for so many people. */
  readonly minutes?: (people: number) => number;
  readonly options?: Partial<PhaseOptions>;
}

export interface Template {
  readonly name: string;
  readonly title: string;
  /** What it is good for, in one sentence. */
  readonly summary: string;
  readonly people: { readonly least: number; readonly most: number };
  /** The promised length for so many people, minutes: the boxes must add up to it. */
  readonly minutes: (people: number) => number;
  readonly phases: readonly TemplatePhase[];
  /** For the host, one screen: how it goes. */
  readonly guide: readonly string[];
}

export function template(spec: Template): Template {
  return spec;
}

/** The lines of a setlist for so many people. */
export function planTemplate({ phases }: Template, people: number): readonly PhasePlan[] {
  return phases.map(({ kind: name, title, prompt, minutes, options }) => {
    const kind = kindNamed(name);
    return {
      kind: name,
      title: title ?? kind.title,
      prompt: prompt ?? '',
      minutes: (minutes ?? kind.minutes)(people),
      options: { ...PLAIN_OPTIONS, ...kind.options, ...options },
    };
  });
}

/** Minutes of all rounds of all lines. */
export function sumMinutes(plans: readonly PhasePlan[]): number {
  return plans.reduce((sum, { minutes, options }) => sum + minutes * options.rounds, 0);
}
