/** How the jam's title is set in the masthead: as large as its room allows, on one line, or smaller on two. */

const ONE_LINE = 30;

export function mastTitleLines(title: string): 1 | 2 {
  return title.length <= ONE_LINE ? 1 : 2;
}

/** What the title's width is reckoned with: characters a line, never so few that a short word fills the masthead. */
export function mastTitleMeasure(title: string): number {
  return Math.max(8, Math.ceil(title.length / mastTitleLines(title)));
}
