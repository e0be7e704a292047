import { readFileSync } from 'node:fs';
import type { ImportedIdea, ImportedJam } from '../../../shared/import/importedJam.ts';
import { importFile } from '../../../shared/import/importFile.ts';
import { toUtf8 } from '../../../shared/util/bytes.ts';

export function imported(name: string, content: string | Uint8Array): ImportedJam {
  const result = importFile(name, typeof content === 'string' ? toUtf8(content) : content);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

export function fixture(name: string): ImportedJam {
  return imported(name, readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));
}

/** The forest as indented words: `text` two spaces per level, with a bond where it is not a build. */
export function forest(jam: ImportedJam): string[] {
  const lines: string[] = [];
  const show = (idea: ImportedIdea, depth: number, bond: string): void => {
    lines.push(`${'  '.repeat(depth)}${bond === 'build' ? '' : `${bond}: `}${idea.text}`);
    for (const child of jam.ideas) {
      if (child.parents[0]?.ref === idea.ref) show(child, depth + 1, child.parents[0].bond);
    }
  };
  for (const idea of jam.ideas) if (idea.parents.length === 0) show(idea, 0, 'build');
  return lines;
}

export function ideaOf(jam: ImportedJam, text: string): ImportedIdea {
  const idea = jam.ideas.find((one) => one.text === text);
  if (!idea) throw new Error(`no idea “${text}” among ${jam.ideas.map((one) => one.text).join(' | ')}`);
  return idea;
}

export function groupNameOf(jam: ImportedJam, text: string): string | null {
  const { group } = ideaOf(jam, text);
  return jam.groups.find(({ ref }) => ref === group)?.name ?? null;
}
