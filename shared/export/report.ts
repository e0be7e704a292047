import { BOND_LOOKS } from '../ideas/bonds.ts';
import { ideaKind } from '../ideas/kinds.ts';
import type { Decision, Idea, Outcome } from '../model/snapshot.ts';
import { readCourse } from '../phases/course.ts';
import type { Exporter, ExportInput } from './exporter.ts';
import { compareWords, type ExportScene, exportScene } from './exportScene.ts';
import { markdownLine, markdownParagraphs, markdownQuote } from './markdownText.ts';
import { checkout, vote } from './reportSession.ts';

/** The jam for people: brief, decisions with reasons, vote and check-out, trees with lineage, what is fresh, who was there. */
export const report: Exporter = {
  id: 'report-markdown',
  title: 'Report (Markdown)',
  typeName: 'Markdown',
  extension: 'md',
  mime: 'text/markdown',
  run: writeReport,
};

/** The same text under whatever form it is saved in. */
export function writeReport(input: ExportInput): string {
  const scene = exportScene(input);
  const course = readCourse(input.snapshot.course, input.snapshot.creator);
  const sections = [
    head(input),
    brief(input),
    decisions(scene),
    vote(input, course, scene),
    checkout(input, course),
    trees(scene),
    fresh(scene),
    people(input),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return `${text.replace(/\n{3,}/g, '\n\n')}\n`;
}

/** Deeper riffs are written at this depth: their bond and number say the rest. */
const deepest = 8;

function head({ title, now, selection }: ExportInput): string[] {
  const day = new Date(now).toISOString().slice(0, 10);
  return [
    `# ${markdownLine(title) || 'A jam'}`,
    '',
    `Record of a jam, ${day}${selection ? ', a selection of its ideas' : ''}.`,
  ];
}

function brief({ snapshot }: ExportInput): string[] {
  const { challenge, ...rest } = snapshot.brief;
  const fields: readonly (readonly [string, string])[] = [
    ['Why it matters', rest.why],
    ['Stakeholders', rest.stakeholders],
    ['Constraints', rest.constraints],
    ['What we don’t know', rest.unknowns],
    ['Who decides', rest.decider],
  ];
  const lines = ['## The challenge', '', `**${markdownLine(challenge) || 'Not written down'}**`];
  for (const [name, text] of fields) {
    const [first, ...others] = markdownParagraphs(text);
    if (first !== undefined)
      lines.push('', `**${name}.** ${first}`, ...others.flatMap((paragraph) => ['', paragraph]));
  }
  return lines;
}

const outcomeTitles: Readonly<Record<Outcome, string>> = {
  promote: 'Promoted',
  later: 'Kept for later',
  no: 'Not this time',
};

function decisions(scene: ExportScene): string[] {
  const lines: string[] = [];
  for (const outcome of ['promote', 'later', 'no'] as const) {
    const decided = scene.ideas.flatMap((idea) => {
      const decision = scene.decision(idea.id);
      return decision?.outcome === outcome ? [{ idea, decision }] : [];
    });
    if (decided.length > 0) lines.push('', `### ${outcomeTitles[outcome]}`, '');
    for (const { idea, decision } of decided) lines.push(...decisionLines(idea, decision, scene));
  }
  return lines.length > 0 ? ['## Decisions', ...lines] : [];
}

function decisionLines(idea: Idea, decision: Decision, scene: ExportScene): string[] {
  const lines = [`- **${scene.label(idea.id)}** ${markdownLine(idea.text)}`];
  const add = (name: string, text: string): void => {
    const clean = markdownLine(text);
    if (clean !== '') lines.push(`  - ${name}: ${clean}`);
  };
  add('Because', decision.reason);
  add(decision.accepted ? 'Carried by' : 'Asked to carry it', decision.owner);
  add('First step', decision.firstStep);
  add('Minority note', decision.dissent);
  add('By', decision.due);
  const grew = scene.lineage
    .ancestors(idea.id)
    .filter((id) => scene.has(id))
    .map((id) => scene.label(id));
  if (grew.length > 0) add('Grew from', grew.slice(0, 40).join(', '));
  add('Band', scene.band(idea.id).join(', '));
  return lines;
}

function trees(scene: ExportScene): string[] {
  const grown = scene.ideas.filter(({ id }) => !isFresh(id, scene));
  const lines: string[] = [];
  for (const idea of grown) {
    const depth = scene.depth(idea.id);
    if (depth === 0)
      lines.push(
        '',
        `### ${scene.label(idea.id)}. ${markdownLine(idea.text)}`,
        '',
        signature(idea, scene),
        ...around(idea, scene, ''),
        '',
      );
    else lines.push(...riffLines(idea, Math.min(depth, deepest), scene));
  }
  return lines.length > 0 ? ['## Ideas, tree by tree', ...lines.map(endOfLine)] : [];
}

function riffLines(idea: Idea, depth: number, scene: ExportScene): string[] {
  const indent = '  '.repeat(depth - 1);
  const bonds = scene
    .riffsTo(idea.id)
    .map(({ bond, parent }) => `${BOND_LOOKS[bond].noun} ${scene.label(parent)}`);
  return [
    `${indent}- **${scene.label(idea.id)}** ${markdownLine(idea.text)} (${[...bonds, signature(idea, scene)].join('; ')})`,
    ...around(idea, scene, `${indent}  `),
  ];
}

function fresh(scene: ExportScene): string[] {
  const ideas = scene.ideas.filter(({ id }) => isFresh(id, scene));
  if (ideas.length === 0) return [];
  const lines = ideas.flatMap((idea) => [
    `- **${scene.label(idea.id)}** ${markdownLine(idea.text)} (${signature(idea, scene)})`,
    ...around(idea, scene, '  '),
  ]);
  return ['## Fresh: nobody has riffed on these yet', '', ...lines];
}

function isFresh(id: Idea['id'], scene: ExportScene): boolean {
  return scene.lineage.isFresh(id) && scene.depth(id) === 0;
}

function signature(idea: Idea, scene: ExportScene): string {
  const kind = ideaKind(idea.kind);
  const name = markdownLine(scene.author(idea)) || 'unsigned';
  return kind.id === 'note' ? name : `${kind.title.toLowerCase()}, ${name}`;
}

/** Detail and dialogue, indented so that they belong to their idea. */
function around(idea: Idea, scene: ExportScene, indent: string): string[] {
  const lines: string[] = [];
  if (idea.detail.trim() !== '') lines.push('', ...markdownQuote(idea.detail, indent));
  const comments = scene.comments(idea.id);
  if (comments.length > 0) lines.push('');
  for (const comment of comments)
    lines.push(
      `${indent}- *${markdownLine(scene.sayer(comment)) || 'unsigned'}:* ${markdownLine(comment.text)}`,
    );
  if (lines.length > 0) lines.push('');
  return lines;
}

/** Everybody who is in the jam, by name; no counts. */
function people({ snapshot }: ExportInput): string[] {
  const names = [...snapshot.members.values()]
    .map(({ name, expertise }) => [name.trim(), expertise.trim()] as const)
    .filter(([name]) => name !== '')
    .sort(([a], [b]) => compareWords(a, b))
    .map(
      ([name, expertise]) =>
        `- ${markdownLine(name)}${expertise === '' ? '' : `, ${markdownLine(expertise)}`}`,
    );
  return names.length > 0 ? ['## People', '', ...new Set(names)] : [];
}

function endOfLine(line: string): string {
  return line.trimEnd();
}
