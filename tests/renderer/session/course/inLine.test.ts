import { expect, it } from 'vitest';
import { inLine } from '../../../../renderer/session/course/inLine.ts';
import type { PersonHere } from '../../../../renderer/stores/roomStore.ts';

const person = (member: string, guest: boolean | null): PersonHere =>
  ({ member, doing: guest === null ? null : { guest } }) as PersonHere;

it('apps stand before guests’ pages, whoever looks, and alone it is oneself', () => {
  const [ana, bo, cy, dee] = [
    person('ana', true),
    person('bo', false),
    person('cy', null),
    person('dee', false),
  ];
  const line = ['bo', 'dee', 'ana', 'cy'];
  expect(inLine('ana', [ana, bo, cy, dee])).toEqual(line);
  expect(inLine('dee', [dee, cy, bo, ana])).toEqual(line);
  expect(inLine('ana', [])).toEqual(['ana']);
});
