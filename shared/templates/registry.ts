/** All templates, the default first. One template is one file and one line here. */
import { riffSession } from './riffSession.ts';
import type { Template } from './template.ts';

export const TEMPLATES: readonly Template[] = [riffSession];
export const DEFAULT_TEMPLATE: Template = riffSession;

export function templateNamed(name: string): Template | null {
  return TEMPLATES.find((one) => one.name === name) ?? null;
}
