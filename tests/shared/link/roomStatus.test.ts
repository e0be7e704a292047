import { describe, expect, it } from 'vitest';
import { type PeerState, summarise } from '../../../shared/link/roomStatus.ts';

const peer = (member: string, fields: Partial<PeerState> & { isEqual?: boolean } = {}) => ({
  peer: member,
  device: '',
  member,
  name: member,
  way: 'direct' as const,
  phase: 'open' as const,
  holds: 'all-i-have' as const,
  rttMs: null,
  bytesIn: 0,
  bytesOut: 0,
  refused: 0,
  isEqual: true,
  ...fields,
});

describe('what is said of a room', () => {
  it('is "alone" while nobody has said who they are', () => {
    expect(summarise([])).toEqual({ kind: 'alone' });
    expect(summarise([peer('bob', { phase: 'opening' })])).toEqual({ kind: 'alone' });
  });

  it('is "everyone" only when each is heard, holds ours, and we hold theirs', () => {
    expect(summarise([peer('bob'), peer('carol')])).toEqual({ kind: 'everyone' });
    for (const fields of [
      { holds: 'behind' },
      { holds: 'unknown' },
      { phase: 'silent' },
      { isEqual: false },
    ] as const) {
      expect(summarise([peer('bob'), peer('carol', fields)])).toEqual({ kind: 'behind', people: 1 });
    }
  });

  it('counts people, not pages, and oneself', () => {
    const behind = [peer('bob', { holds: 'behind' }), peer('bob', { holds: 'behind' })];
    expect(summarise(behind)).toEqual({ kind: 'behind', people: 1 });
    expect(summarise([...behind, peer('carol', { isEqual: false })])).toEqual({ kind: 'behind', people: 2 });
  });
});
