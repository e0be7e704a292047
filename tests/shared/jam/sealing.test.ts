import { describe, expect, it } from 'vitest';
import { createJam } from '../../../shared/jam/createJam.ts';
import { createSignedSession } from '../../../shared/log/hello.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { ok, refuse } from '../../../shared/util/result.ts';
import { createSigner, type Sign } from '../../../shared/util/signature.ts';
import { openPerson } from '../../support/threePeople.ts';

async function openSigned(name: string, seed: number, sign?: Sign) {
  const context = createSeededContext(seed);
  const signer = createSigner(context.randomBytes(32));
  const owner = { device: signer.device, memberId: `member-${name}`, memberName: name };
  const signed = await createSignedSession(
    context,
    owner,
    sign ?? (async (purpose, message) => ok(signer.sign(purpose, message))),
  );
  if (!signed.ok) throw new Error(signed.sentence);
  return {
    jam: createJam({ id: 'jam', owner, context, signed: signed.value }),
    session: signed.value.session,
  };
}
const place = { board: 'main', group: null, x: 0, y: 0, auto: false };

describe('a jam that signs', () => {
  it('is signed from its first act and sealed to its last', async () => {
    const { jam, session } = await openSigned('alice', 1);
    jam.run('idea.add', { place, text: 'one' });
    jam.run('idea.add', { place, text: 'two' });
    await jam.seal();
    await jam.seal();
    expect(jam.log.hello(session.key)?.signature).toHaveLength(64);
    expect(jam.log.seals(session.key)).toEqual([3]);
    const bob = openPerson('bob', 2);
    expect(bob.jam.merge(jam.records()).refused).toBeNull();
    expect(bob.jam.snapshot().ideas.size).toBe(2);
  });

  it('leaves no trace of somebody who only looks', async () => {
    const { jam } = await openSigned('alice', 1);
    await jam.seal();
    expect(jam.records()).toEqual([]);
  });

  it('is not told as news when only a seal came', async () => {
    const { jam } = await openSigned('alice', 1);
    const bob = openPerson('bob', 2);
    jam.run('idea.add', { place, text: 'one' });
    expect(bob.jam.merge(jam.records()).records).toBe(1);
    await jam.seal();
    expect(bob.jam.merge(jam.records())).toMatchObject({
      records: 0,
      sentence: 'Nothing new: you had all of it.',
    });
  });

  it('says that part of a file was not by whom it says, and shows the rest', async () => {
    const forger = createSigner(new Uint8Array(32));
    const real = createSigner(createSeededContext(1).randomBytes(32));
    const { jam } = await openSigned('alice', 1, async (purpose, message) =>
      ok((purpose === 'hello' ? real : forger).sign(purpose, message)),
    );
    jam.run('idea.add', { place, text: 'hers' });
    await jam.seal();
    jam.run('idea.add', { place, text: 'not hers' });
    const bob = openPerson('bob', 2);
    const report = bob.jam.merge(jam.records());
    expect([...bob.jam.snapshot().ideas.values()].map(({ text }) => text)).toEqual(['hers']);
    expect(report.refused).toBe('Part of it is not by the device that it names and was left out.');
  });

  it('does not begin where the device can’t sign', async () => {
    const denied: Sign = async () => refuse('denied', 'This laptop’s key can’t be used.');
    await expect(openSigned('alice', 1, denied)).rejects.toThrow('can’t be used');
  });
});
