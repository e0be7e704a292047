import { BOND_LOOKS } from '../ideas/bonds.ts';
import type { GroupId, IdeaId } from '../model/ids.ts';
import type { BoardLayout, GroupArea, Sheet } from '../model/layout.ts';
import type { Group, Idea } from '../model/snapshot.ts';
import { type Signing, signingOf } from '../phases/signing.ts';
import type { Exporter, ExportInput } from './exporter.ts';
import { INK_HEX } from './printInks.ts';

/**
 * JSON Canvas 1.0: what other programs can show, and under `riffroom` what they can't, so that reading it again gives
 * the same trees. Groups come first, so that sheets lie above them (array order is z).
 */
export const canvasExport: Exporter = {
  id: 'json-canvas',
  title: 'JSON Canvas',
  typeName: 'JSON Canvas',
  extension: 'canvas',
  mime: 'application/json',
  run(input) {
    const { snapshot, layout, title } = input;
    const sheets = sheetsOf(input);
    const shown = new Set(sheets.map(({ id }) => id));
    const groups = groupsOf(input, sheets);
    const signing = signingOf(snapshot);
    const nodes = [
      ...groups.map(({ area, group }) => groupNode(area, group, layout)),
      ...sheets.map((sheet) => ideaNode(sheet, input, signing)),
    ];
    const ends: ReadonlySet<string> = new Set([...shown, ...groups.map(({ area }) => area.id)]);
    const { challenge, why, stakeholders, constraints, unknowns, decider } = snapshot.brief;
    const canvas = {
      nodes,
      edges: [...riffEdges(input, shown), ...connectorEdges(input, ends)],
      riffroom: { format: 1, title, brief: { challenge, why, stakeholders, constraints, unknowns, decider } },
    };
    return `${JSON.stringify(canvas, null, '\t')}\n`;
  },
};

function sheetsOf({ layout, snapshot, selection }: ExportInput): Sheet[] {
  return [...layout.sheets.values()].filter(
    ({ id }) => snapshot.ideas.has(id) && (selection === undefined || selection.has(id)),
  );
}

/** With a selection: those that hold something of it, and those around these. Outer ones first. */
function groupsOf({ layout, snapshot, selection }: ExportInput, sheets: readonly Sheet[]) {
  const used = new Set<GroupId>();
  for (const { id } of sheets) {
    let group = snapshot.ideas.get(id)?.place.group ?? null;
    while (group !== null && !used.has(group)) {
      used.add(group);
      group = snapshot.groups.get(group)?.parent ?? null;
    }
  }
  return [...layout.groups.values()]
    .filter(({ id }) => selection === undefined || used.has(id))
    .sort((a, b) => b.w * b.h - a.w * a.h)
    .map((area) => ({ area, group: snapshot.groups.get(area.id) }));
}

function groupNode(area: GroupArea, group: Group | undefined, layout: BoardLayout) {
  const parent = group?.parent ?? null;
  return {
    id: area.id,
    type: 'group',
    ...geometry(area),
    label: area.name,
    riffroom: { role: area.role, parent: parent !== null && layout.groups.has(parent) ? parent : null },
  };
}

function ideaNode(sheet: Sheet, { snapshot, layout, labels }: ExportInput, { isSigned }: Signing) {
  const idea = snapshot.ideas.get(sheet.id) as Idea;
  const { group } = idea.place;
  return {
    id: sheet.id,
    type: 'text',
    ...geometry(sheet),
    ...(sheet.ink !== 'stock' && { color: INK_HEX[sheet.ink] }),
    text: idea.detail === '' ? idea.text : `${idea.text}\n\n${idea.detail}`,
    riffroom: {
      call: labels.get(sheet.id) ?? '',
      kind: idea.kind,
      author: isSigned(idea) ? (snapshot.members.get(idea.born.author)?.name ?? '') : '',
      sheet: idea.text.length,
      group: group !== null && layout.groups.has(group) ? group : null,
    },
  };
}

function riffEdges({ layout, snapshot }: ExportInput, shown: ReadonlySet<IdeaId>) {
  return [...layout.cables.values()]
    .filter(({ parent, child }) => shown.has(parent) && shown.has(child))
    .map(({ key, parent, child, bond }) => ({
      id: key,
      fromNode: parent,
      fromSide: 'right',
      toNode: child,
      toSide: 'left',
      label: BOND_LOOKS[bond].title.toLowerCase(),
      riffroom: { bond: snapshot.riffs.get(key)?.bond ?? bond },
    }));
}

function connectorEdges({ layout, snapshot }: ExportInput, ends: ReadonlySet<string>) {
  return [...layout.connectors.keys()].flatMap((id) => {
    const connector = snapshot.connectors.get(id);
    if (!connector || !ends.has(connector.from.id) || !ends.has(connector.to.id)) return [];
    const { from, to, label } = connector;
    return [{ id, fromNode: from.id, toNode: to.id, ...(label !== '' && { label }) }];
  });
}

/** The format asks for whole numbers. */
function geometry({ x, y, w, h }: Sheet | GroupArea) {
  return {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.max(1, Math.round(w)),
    height: Math.max(1, Math.round(h)),
  };
}
