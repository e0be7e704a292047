import type { ImportedGroup, ImportedIdea, ImportedJam } from './importedJam.ts';
import { inlineMarkdown } from './inlineMarkdown.ts';
import { readOutlineLine } from './outlineLines.ts';

interface OpenIdea {
  readonly ref: string;
  readonly indent: number;
  readonly parent: string | null;
  readonly group: string | null;
  readonly words: string[];
  readonly detail: string[];
}

interface OpenGroup {
  readonly ref: string;
  readonly level: number;
  readonly name: string;
  readonly parent: string | null;
}

/**
 * Reads line by line with a stack, not by a Markdown parser: outlines of real tools are indented more loosely than
 * CommonMark allows, and one that is 5,000 deep must cost no more than any other.
 */
export function readOutline(text: string): ImportedJam {
  const outline = new Outline();
  const lines = text.split(/\r\n|[\r\n]/);
  const { title, next } = readFrontMatter(lines);
  for (let i = next; i < lines.length; i++) outline.add(lines[i] as string);
  return outline.finish(title);
}

class Outline {
  private readonly ideas: OpenIdea[] = [];
  private readonly groups: OpenGroup[] = [];
  /** Open list items, outermost first. */
  private readonly items: OpenIdea[] = [];
  private readonly headings: OpenGroup[] = [];
  private challenge: string | null = null;
  /** What a line without a mark goes on with: this idea's words, or its detail. */
  private current: OpenIdea | null = null;
  private afterBlank = false;
  private fence: string | null = null;

  add(raw: string): void {
    if (this.fence !== null) {
      this.addCode(raw);
      return;
    }
    const line = readOutlineLine(raw);
    switch (line.type) {
      case 'blank':
        this.afterBlank = true;
        return;
      case 'rule':
        this.endParagraph();
        return;
      case 'fence':
        this.fence = line.mark;
        this.current ??= this.open('', 0, null);
        this.current.detail.push(raw.trim());
        return;
      case 'heading':
        this.addHeading(line.level, line.text);
        break;
      case 'underline':
        this.underline(line.level);
        break;
      case 'item':
        this.addItem(line.indent, line.text);
        break;
      case 'row':
        this.items.length = 0;
        this.open(line.text, 0, null);
        this.current = null;
        break;
      case 'words':
        this.addWords(line.indent, line.text);
        break;
    }
    this.afterBlank = false;
  }

  finish(title: string | null): ImportedJam {
    const ideas = this.ideas.length > 0 ? this.ideas.map(toIdea) : this.groups.map(headingToIdea);
    return {
      title,
      ...(this.challenge !== null && { brief: { challenge: this.challenge } }),
      ideas,
      groups: this.ideas.length > 0 ? this.usedGroups() : [],
      connectors: [],
      notes: [],
    };
  }

  private addHeading(level: number, text: string): void {
    this.items.length = 0;
    this.current = null;
    const name = inlineMarkdown(text).text;
    const isFirst = this.ideas.length === 0 && this.groups.length === 0;
    if (level === 1 && isFirst && this.challenge === null) {
      this.challenge = name;
      return;
    }
    while ((this.headings.at(-1)?.level ?? 0) >= level) this.headings.pop();
    const group = {
      ref: `group-${this.groups.length + 1}`,
      level,
      name,
      parent: this.headings.at(-1)?.ref ?? null,
    };
    this.groups.push(group);
    this.headings.push(group);
  }

  /** The paragraph above was a heading. */
  private underline(level: 1 | 2): void {
    const above = this.afterBlank || this.items.length > 0 ? null : this.current;
    if (above === null || above !== this.ideas.at(-1)) {
      this.endParagraph();
      return;
    }
    this.ideas.pop();
    this.addHeading(level, above.words.join(' '));
  }

  private addItem(indent: number, text: string): void {
    // One column more is a slip of the hand, two are a level.
    while ((this.items.at(-1)?.indent ?? -2) + 2 > indent && this.items.length > 0) this.items.pop();
    this.current = this.open(text, indent, this.items.at(-1)?.ref ?? null);
    this.items.push(this.current);
  }

  private addWords(indent: number, text: string): void {
    if (this.current !== null && !this.afterBlank) {
      (this.current.detail.length > 0 ? this.current.detail : this.current.words).push(text);
      return;
    }
    while (this.items.length > 0 && (this.items.at(-1)?.indent ?? 0) + 2 > indent) this.items.pop();
    const item = this.items.at(-1);
    if (item === undefined) {
      this.current = this.open(text, 0, null);
      return;
    }
    if (item.detail.length > 0) item.detail.push('');
    item.detail.push(text);
    this.current = item;
  }

  private addCode(raw: string): void {
    const line = raw.trim();
    this.current?.detail.push(raw.trimEnd());
    if (
      this.fence !== null &&
      line.startsWith(this.fence) &&
      line.replaceAll(this.fence[0] as string, '') === ''
    ) {
      this.fence = null;
      this.endParagraph();
    }
  }

  private endParagraph(): void {
    this.items.length = 0;
    this.current = null;
    this.afterBlank = false;
  }

  private open(text: string, indent: number, parent: string | null): OpenIdea {
    const ref = `idea-${this.ideas.length + 1}`;
    const idea = { ref, indent, parent, group: this.headings.at(-1)?.ref ?? null, words: [text], detail: [] };
    this.ideas.push(idea);
    return idea;
  }

  /** Those with ideas in them, and those around these. */
  private usedGroups(): ImportedGroup[] {
    const used = new Set(this.ideas.map(({ group }) => group));
    for (const { ref, parent } of [...this.groups].reverse()) if (used.has(ref)) used.add(parent);
    return this.groups
      .filter(({ ref }) => used.has(ref))
      .map(({ ref, name, parent }) => ({ ref, name, role: 'area', rect: null, parent }));
  }
}

function toIdea(open: OpenIdea): ImportedIdea {
  const { text, links } = inlineMarkdown(open.words.join(' '));
  const detail = [...open.detail, ...links].join('\n');
  return plainIdea(open.ref, text, detail, open.parent, open.group);
}

/** A document of headings only is an outline too. */
function headingToIdea({ ref, name, parent }: OpenGroup): ImportedIdea {
  return plainIdea(ref, name, '', parent, null);
}

function plainIdea(
  ref: string,
  text: string,
  detail: string,
  parent: string | null,
  group: string | null,
): ImportedIdea {
  const parents = parent === null ? [] : [{ ref: parent, bond: 'build' as const }];
  return { ref, text, detail, kind: 'note', parents, group, place: null, author: null };
}

/** `---`, lines, `---` at the very start: only its title is of use here. */
function readFrontMatter(lines: readonly string[]): { title: string | null; next: number } {
  if (lines[0]?.trim() !== '---') return { title: null, next: 0 };
  const end = lines.findIndex((line, i) => i > 0 && i < 200 && /^(---|\.\.\.)\s*$/.test(line));
  if (end < 0) return { title: null, next: 0 };
  const title = lines
    .slice(1, end)
    .map((line) => /^title:\s*(.+)$/i.exec(line)?.[1])
    .find((found) => found !== undefined);
  return { title: title?.trim().replace(/^(['"])(.*)\1$/, '$2') ?? null, next: end + 1 };
}
