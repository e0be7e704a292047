/** Who has a sheet under the pen or in the hand now, in words: for the list, and for those who hear the board. */
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Signing } from '../../shared/phases/signing.ts';
import type { PersonHere } from '../stores/roomStore.ts';
import { doerName } from '../ui/records.ts';

/** "Bo Marr is writing, Cleo Ives holds it"; empty when nobody else does, or where that is unsigned. */
export function handWords(
  people: readonly PersonHere[],
  signing: Pick<Signing, 'unsigned'>,
  idea: IdeaId,
): string {
  const writing: string[] = [];
  const holding: string[] = [];
  for (const person of people) {
    const name = doerName(signing, person);
    if (person.me || person.doing === null || name === null) continue;
    if (person.doing.writing === idea) writing.push(name || 'Somebody');
    if (person.doing.holds.includes(idea)) holding.push(name || 'Somebody');
  }
  return [say(writing, 'is writing', 'are writing'), say(holding, 'holds it', 'hold it')]
    .filter((words) => words !== '')
    .join(', ');
}

function say(names: readonly string[], one: string, many: string): string {
  return names.length === 0 ? '' : `${names.join(' and ')} ${names.length === 1 ? one : many}`;
}
