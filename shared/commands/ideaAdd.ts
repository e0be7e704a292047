import { nextClaim } from '../ideas/labels.ts';
import { type IdeaId, riffKey } from '../model/ids.ts';
import type { Bond, Place } from '../model/snapshot.ts';
import { labelOfClaim } from './claimLabel.ts';
import { command, refuseUnlessThere } from './command.ts';

export interface IdeaInput {
  readonly place: Place;
  readonly text?: string;
  readonly detail?: string;
  readonly kind?: string;
  /** What it riffs on; several for a combine. The first gives the tree and the call number. */
  readonly parents?: readonly { readonly idea: IdeaId; readonly bond: Bond }[];
}

/** Lays a new idea on a board, with its call number and its riff links, as one step. */
export const ideaAdd = command<IdeaInput, { idea: IdeaId }>({
  title: 'add idea',
  act: ({ parents = [] }) => (parents.length > 0 ? 'riff' : 'add'),
  refuse: ({ parents = [] }, scene) =>
    parents.map(({ idea }) => refuseUnlessThere(idea, scene)).find((found) => found !== null) ?? null,
  run({ place, text = '', detail = '', kind = 'note', parents = [] }, scene, write) {
    const id = scene.newId();
    const { by, lamport, at } = scene.stamp;
    const claim = nextClaim(scene.snapshot, scene.lineage(), parents[0]?.idea ?? null);
    write.addIdea({
      id,
      born: {
        author: by,
        hand: scene.device,
        created: at,
        lamport,
        run: scene.course().current?.id ?? null,
        framing: null,
        claim,
      },
      kind,
      place,
      text: text.slice(0, 20_000),
      detail: detail.slice(0, 200_000),
    });
    // Rising, so that the parent that was named first, whose tree gave the number, stays the first everywhere.
    for (const [index, { idea: parent, bond }] of parents.entries()) {
      write.set('riffs', riffKey(id, parent), [bond, by, lamport + index, at, 0]);
    }
    if (scene.isHost) write.set('settled', id, [labelOfClaim(claim, scene.labels()), by, lamport, at]);
    return { idea: id };
  },
});
