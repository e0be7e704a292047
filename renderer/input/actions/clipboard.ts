/**
 * What is copied: as text an outline that every other program understands, and beside it our own JSON, so that kinds,
 * riffs, groups and places survive between jams. It travels in a data attribute of the HTML flavour, the only one
 * besides plain text that every browser lets through. What comes in is hostile until parsed.
 */
import * as v from 'valibot';
import { BONDS } from '../../../shared/model/snapshot.ts';
import type { JamSession } from '../../session/jamSession.ts';

const Coordinate = v.pipe(v.number(), v.finite(), v.minValue(-1e6), v.maxValue(1e6));
const Short = v.pipe(v.string(), v.maxLength(200));

const ClipSchema = v.object({
  riffroom: v.literal(1),
  ideas: v.pipe(
    v.array(
      v.object({
        ref: Short,
        text: v.pipe(v.string(), v.maxLength(20_000)),
        detail: v.pipe(v.string(), v.maxLength(200_000)),
        kind: Short,
        parents: v.pipe(v.array(v.object({ ref: Short, bond: v.picklist(BONDS) })), v.maxLength(50)),
        group: v.nullable(Short),
        x: Coordinate,
        y: Coordinate,
        h: Coordinate,
        auto: v.boolean(),
        author: v.nullable(Short),
      }),
    ),
    v.maxLength(20_000),
  ),
  groups: v.pipe(
    v.array(
      v.object({
        ref: Short,
        name: v.pipe(v.string(), v.maxLength(500)),
        x: Coordinate,
        y: Coordinate,
        w: Coordinate,
        h: Coordinate,
      }),
    ),
    v.maxLength(1_000),
  ),
  connectors: v.pipe(
    v.array(v.object({ from: Short, to: Short, label: v.pipe(v.string(), v.maxLength(500)) })),
    v.maxLength(20_000),
  ),
});

export type Clip = v.InferOutput<typeof ClipSchema>;

const ATTRIBUTE = 'data-riffroom';

/** The selected ideas and groups, with the riffs and lines between them. null: nothing is selected. */
export function readClip(session: JamSession): Clip | null {
  const { snapshot, layout, lineage, signing } = session.view();
  const { selection } = session.ui.getState();
  const groups = [...selection.groups].flatMap((id) => layout.groups.get(id) ?? []);
  const chosen = new Set([...selection.ideas].filter((id) => layout.sheets.has(id)));
  for (const id of layout.sheets.keys()) {
    const group = snapshot.ideas.get(id)?.place.group;
    if (group !== undefined && group !== null && selection.groups.has(group)) chosen.add(id);
  }
  if (chosen.size + groups.length === 0) return null;
  // As they were written; what came in one step, as it is read on the board.
  const rankOf = (id: string): readonly number[] => {
    const sheet = layout.sheets.get(id);
    return [snapshot.ideas.get(id)?.born.lamport ?? 0, sheet?.y ?? 0, sheet?.x ?? 0];
  };
  const ranks = new Map([...chosen].map((id) => [id, rankOf(id)]));
  const ordered = [...chosen].sort((a, b) => {
    const [lamport = 0, y = 0, x = 0] = ranks.get(a) ?? [];
    const [lamportB = 0, yB = 0, xB = 0] = ranks.get(b) ?? [];
    return lamport - lamportB || y - yB || x - xB;
  });
  return {
    riffroom: 1,
    ideas: ordered.flatMap((id) => {
      const idea = snapshot.ideas.get(id);
      const sheet = layout.sheets.get(id);
      if (idea === undefined || sheet === undefined) return [];
      const riffs = lineage.parentRiffs(id).flatMap((key) => snapshot.riffs.get(key) ?? []);
      return [
        {
          ref: id,
          text: idea.text,
          detail: idea.detail,
          kind: idea.kind,
          parents: riffs
            .filter(({ parent }) => chosen.has(parent))
            .map(({ parent, bond }) => ({ ref: parent, bond })),
          group:
            idea.place.group !== null && selection.groups.has(idea.place.group) ? idea.place.group : null,
          x: sheet.x,
          y: sheet.y,
          h: sheet.h,
          auto: idea.place.auto,
          // A copy is born anew, perhaps where names are shown.
          author: signing.isSigned(idea) ? (snapshot.members.get(idea.born.author)?.name ?? null) : null,
        },
      ];
    }),
    groups: groups.map(({ id, name, x, y, w, h }) => ({ ref: id, name, x, y, w, h })),
    connectors: [...snapshot.connectors.values()]
      .filter(({ from, to, bin }) => !bin && chosen.has(from.id) && chosen.has(to.id))
      .map(({ from, to, label }) => ({ from: from.id, to: to.id, label })),
  };
}

/** An outline, riffs indented under what they riff on. */
export function clipToText(clip: Clip): string {
  const children = new Map<string, string[]>();
  const byRef = new Map(clip.ideas.map((idea) => [idea.ref, idea]));
  const roots: string[] = [];
  for (const { ref, parents } of clip.ideas) {
    const parent = parents.find((one) => byRef.has(one.ref))?.ref;
    if (parent === undefined) roots.push(ref);
    else children.set(parent, [...(children.get(parent) ?? []), ref]);
  }
  const lines: string[] = [];
  const open = roots.reverse().map((ref) => ({ ref, depth: 0 }));
  const isFlat = children.size === 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const text = (byRef.get(at.ref)?.text ?? '').replaceAll('\n', ' ');
    lines.push(isFlat ? text : `${'  '.repeat(at.depth)}- ${text}`);
    for (const ref of [...(children.get(at.ref) ?? [])].reverse()) open.push({ ref, depth: at.depth + 1 });
  }
  return lines.join('\n');
}

export function clipToHtml(clip: Clip): string {
  const holder = document.createElement('div');
  holder.setAttribute(ATTRIBUTE, JSON.stringify(clip));
  const text = document.createElement('pre');
  text.textContent = clipToText(clip);
  holder.append(text);
  return holder.outerHTML;
}

/** Our own clip in an HTML flavour, or null. Never throws; the HTML is parsed inertly and never shown. */
export function clipFromHtml(html: string): Clip | null {
  if (!html.includes(ATTRIBUTE)) return null;
  const found = new DOMParser()
    .parseFromString(html, 'text/html')
    .querySelector(`[${ATTRIBUTE}]`)
    ?.getAttribute(ATTRIBUTE);
  try {
    const parsed = v.safeParse(ClipSchema, JSON.parse(found ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    // Not JSON: somebody else's page with our attribute on it.
    return null;
  }
}
