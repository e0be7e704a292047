import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cardPrint, isAwaited } from '../../../renderer/library/cardPrint.ts';
import { readJamCard } from '../../../renderer/session/jamCard.ts';
import { cardSchema } from '../../../shared/ipc/cardSchema.ts';
import { createJam } from '../../../shared/jam/createJam.ts';
import { createSignedSession } from '../../../shared/log/hello.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { ok } from '../../../shared/util/result.ts';
import { createSigner } from '../../../shared/util/signature.ts';

describe('a jam’s card', () => {
  it('counts acts, and neither hellos nor seals', async () => {
    const context = createSeededContext(1);
    const { device, sign } = createSigner(new Uint8Array(32).fill(1));
    const owner = { device, memberId: 'alice', memberName: 'Alice' };
    const signed = await createSignedSession(context, owner, async (purpose, message) =>
      ok(sign(purpose, message)),
    );
    if (!signed.ok) throw new Error(signed.sentence);
    const jam = createJam({ id: 'jam', owner, context, signed: signed.value });
    jam.run('jam.start', { challenge: 'How might we?', name: 'Alice' });
    context.advance(60_000);
    jam.run('brief.set', { field: 'why', text: 'Because.' });
    const before = readJamCard('jam', jam.snapshot(), jam.log, false);
    context.advance(60_000);
    await jam.seal();
    expect(jam.log.seals(signed.value.session.key)).toHaveLength(1);
    expect(readJamCard('jam', jam.snapshot(), jam.log, false)).toEqual(before);
    expect(before.signature.filter((acts) => acts > 0)).toHaveLength(2);
  });

  it('of which nothing has come yet says that one was invited to it', () => {
    const context = createSeededContext(2);
    const owner = { device: new Uint8Array(32), memberId: 'bob', memberName: 'Bob' };
    const jam = createJam({ id: 'jam', owner, context });
    const card = readJamCard('jam', jam.snapshot(), jam.log, false);
    expect(card.title).toBe('Invited');
    expect(isAwaited(card)).toBe(true);
    expect(cardPrint(card)).toContain('look for the others');
    jam.run('jam.start', { challenge: 'How might the last bus come?', name: 'Bob' });
    expect(isAwaited(readJamCard('jam', jam.snapshot(), jam.log, false))).toBe(false);
  });

  it('has dates that can be said, as everything in a jam, whatever clock somebody claims to have', () => {
    const owner = { device: new Uint8Array(32), memberId: 'mallory', memberName: 'Mallory' };
    const jam = createJam({ id: 'jam', owner, context: createSeededContext(1, Number.MAX_SAFE_INTEGER) });
    jam.run('jam.start', { challenge: 'How might we?', name: 'Mallory' });
    const place = { board: 'main', group: null, x: 0, y: 0, auto: false };
    const added = jam.run('idea.add', { place, text: 'late' });
    if (!added.ok) throw new Error(added.sentence);
    const { idea } = added.value;
    jam.run('comment.add', { idea, text: 'later' });
    const card = v.parse(cardSchema, readJamCard('jam', jam.snapshot(), jam.log, false));
    const { ideas, comments, created } = jam.snapshot();
    const times = [card.created, card.changed, created, ideas.get(idea)?.born.created];
    for (const time of [...times, ...[...comments.values()].map(({ at }) => at)]) {
      expect(Number.isNaN(new Date(time ?? Number.NaN).getTime())).toBe(false);
    }
  });
});
