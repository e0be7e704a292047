import { FORMAT, type FormatVersion, formatName } from './format.ts';

/** How many sections of a type should be there, and how many of them are not whole. */
export interface Loss {
  readonly type: string;
  readonly damaged: number;
  readonly expected: number;
}

/** What was lost, one sentence each, for the person who opens the file. Empty when everything is whole. */
export function lostSentences(losses: readonly Loss[], contentsDamaged: boolean): string[] {
  const sentences = losses.filter(({ damaged }) => damaged > 0).flatMap(lossSentence);
  if (contentsDamaged && sentences.length === 0) {
    sentences.push('The file’s table of contents is damaged, but everything was found without it.');
  }
  return sentences;
}

function lossSentence({ type, damaged, expected }: Loss): string[] {
  switch (type) {
    case 'log':
      return [
        `${damaged} of ${expected} ${expected === 1 ? 'piece' : 'pieces'} of the jam’s history ${damaged === 1 ? 'is' : 'are'} damaged; what could be read of it is here.`,
      ];
    case 'manifest':
      return damaged < expected
        ? []
        : ['The label that names this jam is damaged, so it opens as a jam of its own.'];
    case 'blobs':
      return [
        `${damaged} of ${expected} ${expected === 1 ? 'picture' : 'pictures'} on the board could not be read.`,
      ];
    case 'thumbnail':
      return ['The preview picture is damaged; it is drawn anew.'];
    case 'snapshot':
    case 'keyframe':
      return ['A saved state is damaged; it is made anew from the history.'];
    default:
      return [`Something that a newer Riffroom stored here (“${type}”) is damaged.`];
  }
}

export function tooNewSentence(oldestReader: FormatVersion): string {
  return `This jam was saved by a newer Riffroom (it needs format ${formatName(oldestReader)}, this one reads ${formatName(FORMAT)}); update Riffroom to open it.`;
}

export function readOnlySentence(version: FormatVersion): string {
  return `This jam was saved by a newer Riffroom (format ${formatName(version)}), so it opens to read and export; update Riffroom to work in it.`;
}
