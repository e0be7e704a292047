import type { Point, Rect } from '../model/geometry.ts';
import { BONDS } from '../model/snapshot.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import {
  type ImportedConnector,
  type ImportedGroup,
  type ImportedIdea,
  type ImportedJam,
  IMPORT_LIMITS as LIMITS,
} from './importedJam.ts';
import { orderByParents } from './orderByParents.ts';
import { cleanText, countOf, cutText, oneLine } from './plainText.ts';

/**
 * Holds what an importer made to its bounds and promises: caps (what is cut is said), clean text, parents that exist and
 * stand first, no circles, places within reach. Refuses only when nothing is left.
 */
export function finishImport(draft: ImportedJam): Result<ImportedJam> {
  const notes = [...draft.notes];
  const groups = finishGroups(draft.groups, notes);
  const groupRefs = new Set(groups.map(({ ref }) => ref));
  const ideas = finishIdeas(draft.ideas, groupRefs, notes);
  if (ideas.length + groups.length === 0) {
    return refuse('nothing', 'There is nothing in this file that could be put on the board.');
  }
  const refs = new Set([...groupRefs, ...ideas.map(({ ref }) => ref)]);
  const connectors = finishConnectors(draft.connectors, refs, notes);
  const title = draft.title === null ? null : cutText(oneLine(cleanText(draft.title)), LIMITS.name) || null;
  const brief = Object.entries(draft.brief ?? {}).flatMap(([field, text]) => {
    const clean = cutText(cleanText(text).trim(), LIMITS.text);
    return clean === '' ? [] : [[field, clean] as const];
  });
  return ok({
    title,
    ...(brief.length > 0 && { brief: Object.fromEntries(brief) }),
    ideas,
    groups,
    connectors,
    notes,
  });
}

function finishIdeas(
  drafts: readonly ImportedIdea[],
  groups: ReadonlySet<string>,
  notes: string[],
): ImportedIdea[] {
  const wanted = new Set(drafts.flatMap(({ parents }) => parents.map(({ ref }) => ref)));
  const filled = drafts.filter(
    ({ ref, text, detail }) => text.trim() + detail.trim() !== '' || wanted.has(ref),
  );
  if (filled.length < drafts.length)
    notes.push(`${countOf(drafts.length - filled.length, 'empty sheet')} left out.`);
  const kept = filled.slice(0, LIMITS.ideas);
  if (kept.length < filled.length) {
    notes.push(
      `Only the first ${countOf(LIMITS.ideas, 'idea')} came in; ${countOf(filled.length - LIMITS.ideas, 'more', 'more')} did not.`,
    );
  }
  let shortened = 0;
  const ideas = kept.map((idea): ImportedIdea => {
    const text = cleanText(idea.text).trim();
    const detail = cleanText(idea.detail).trim();
    if (text.length > LIMITS.text || detail.length > LIMITS.detail) shortened++;
    const author = idea.author === null ? '' : cutText(oneLine(cleanText(idea.author)), LIMITS.name);
    return {
      ref: idea.ref,
      text: cutText(text, LIMITS.text),
      detail: cutText(detail, LIMITS.detail),
      kind: /^[a-z][a-z0-9-]{0,39}$/.test(idea.kind) ? idea.kind : 'note',
      parents: idea.parents.filter(({ bond }) => BONDS.includes(bond)),
      group: idea.group !== null && groups.has(idea.group) ? idea.group : null,
      place: idea.place && reachable(idea.place),
      author: author || null,
    };
  });
  if (shortened > 0)
    notes.push(`${countOf(shortened, 'text was', 'texts were')} longer than an idea can be and cut.`);
  const ordered = orderByParents(ideas, ({ parents }) => parents.map(({ ref }) => ref));
  if (ordered.broken.size > 0) notes.push(`${countOf(ordered.broken.size, 'riff')} in a circle left out.`);
  return ordered.items.map((idea) => {
    const seen = new Set<string>();
    const parents = idea.parents.filter(({ ref }) => {
      const keep = ordered.has(ref) && !ordered.broken.has(`${idea.ref}\n${ref}`) && !seen.has(ref);
      seen.add(ref);
      return keep;
    });
    return { ...idea, parents };
  });
}

function finishGroups(drafts: readonly ImportedGroup[], notes: string[]): ImportedGroup[] {
  const kept = drafts.slice(0, LIMITS.groups);
  if (kept.length < drafts.length) {
    notes.push(
      `Only the first ${countOf(LIMITS.groups, 'group')} came in; ideas of the others are ungrouped.`,
    );
  }
  const ordered = orderByParents(kept, ({ parent }) => (parent === null ? [] : [parent]));
  if (ordered.broken.size > 0)
    notes.push(`${countOf(ordered.broken.size, 'group')} that contained itself was taken out of itself.`);
  return ordered.items.map((group) => {
    const parent = group.parent;
    const keeps = parent !== null && ordered.has(parent) && !ordered.broken.has(`${group.ref}\n${parent}`);
    const name = cutText(oneLine(cleanText(group.name)), LIMITS.name);
    return {
      ref: group.ref,
      name,
      role: group.role,
      rect: group.rect && reachableRect(group.rect),
      parent: keeps ? parent : null,
    };
  });
}

function finishConnectors(
  drafts: readonly ImportedConnector[],
  refs: ReadonlySet<string>,
  notes: string[],
): ImportedConnector[] {
  const joined = drafts.filter(({ from, to }) => from !== to && refs.has(from) && refs.has(to));
  if (joined.length < drafts.length) {
    notes.push(`${countOf(drafts.length - joined.length, 'line')} without something at both ends left out.`);
  }
  const kept = joined.slice(0, LIMITS.connectors);
  if (kept.length < joined.length)
    notes.push(`Only the first ${countOf(LIMITS.connectors, 'line')} came in.`);
  return kept.map(({ from, to, label }) => ({
    from,
    to,
    label: cutText(oneLine(cleanText(label)), LIMITS.name),
  }));
}

function reachable({ x, y }: Point): Point | null {
  return Number.isNaN(x) || Number.isNaN(y) ? null : { x: clamp(x), y: clamp(y) };
}

function reachableRect(rect: Rect): Rect | null {
  const corner = reachable(rect);
  if (corner === null || Number.isNaN(rect.w) || Number.isNaN(rect.h)) return null;
  return { ...corner, w: Math.max(0, clamp(rect.w)), h: Math.max(0, clamp(rect.h)) };
}

function clamp(value: number): number {
  return Math.min(LIMITS.reach, Math.max(-LIMITS.reach, value));
}
