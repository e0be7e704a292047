import { describe, expect, it } from 'vitest';
import { readArguments } from '../../electron/start/readArguments.ts';
import { readHandover } from '../../electron/start/readHandover.ts';
import { readInvite } from '../../electron/start/readInvite.ts';

const place = {
  folder: '/home/alice',
  own: ['/opt/riffroom/riffroom', '/opt/riffroom', '/opt/riffroom/out/main/main.js'],
};
const nothing = { profile: null, port: null, help: false, practice: false, files: [], invites: [] };

describe('arguments are told apart by their shape', () => {
  it.each<[string, string[], object]>([
    ['nothing', [], {}],
    ['the app itself', ['.', '/opt/riffroom', '/opt/riffroom/out/main/main.js'], {}],
    ['a file', ['ideas.md'], { files: ['/home/alice/ideas.md'] }],
    ['a file twice', ['ideas.md', './ideas.md'], { files: ['/home/alice/ideas.md'] }],
    ['a path with spaces', ['/tmp/my jam.riffjam'], { files: ['/tmp/my jam.riffjam'] }],
    ['a file address', ['file:///tmp/my%20jam.riffjam'], { files: ['/tmp/my jam.riffjam'] }],
    [
      'a web address is no file',
      ['https://example.org/a.riffjam', 'javascript:alert(1).md'],
      { files: ['/home/alice/javascript:alert(1).md'] },
    ],
    ['a profile', ['--profile', 'two'], { profile: '/home/alice/two' }],
    ['a profile with =', ['--profile=/p.q'], { profile: '/p.q' }],
    ['a profile without a value', ['--profile', '--help'], { help: true }],
    ['a port', ['--port', '4000'], { port: 4000 }],
    ['no port', ['--port', '99999', '--port=x'], {}],
    [
      'Chromium and Node',
      ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '-psn_0_1', '--enable-features=a.b'],
      {},
    ],
    ['an invite', ['riffroom://join#abc'], { invites: ['riffroom://join#abc'] }],
    ['a bad invite', ['riffroom://format-disk', 'riffroom:join'], {}],
    ['a NUL', ['a\0.md'], {}],
    ['empty', [''], {}],
  ])('%s', (_name, argv, expected) => {
    expect(readArguments(argv, place)).toEqual({ ...nothing, ...expected });
  });

  it('finds the same in whatever order a second instance has them', () => {
    const argv = [
      '--allow-file-access',
      'a.riffjam',
      '--profile=/p',
      'riffroom://join#x',
      '--ozone-platform=x11',
      'b.md',
    ];
    const expected = {
      ...nothing,
      profile: '/p',
      files: ['/home/alice/a.riffjam', '/home/alice/b.md'],
      invites: ['riffroom://join#x'],
    };
    expect(readArguments(argv, place)).toEqual(expected);
    const reversed = readArguments([...argv].reverse(), place);
    expect({ ...reversed, files: [...reversed.files].sort() }).toEqual(expected);
  });

  it('does not take a profile that was torn from its switch for a document', () => {
    expect(readArguments(['--profile', '--x', '/home/alice/second'], place).files).toEqual([]);
  });
});

describe('what a second start hands over', () => {
  it('is its own reading of its arguments', () => {
    const data = { files: ['/tmp/a.md'], invites: ['riffroom://join#x'], practice: true };
    expect(readHandover(data, ['riffroom', 'b.md'], place)).toEqual(data);
  });

  it.each([
    null,
    undefined,
    'x',
    { files: ['relative.md'], invites: [] },
    { files: [], invites: ['https://x'] },
    { files: 'a' },
  ])('falls back to the shapes when it is %j', (data) => {
    expect(readHandover(data, ['/opt/riffroom/riffroom', '--flag', 'b.md'], place)).toEqual({
      files: ['/home/alice/b.md'],
      invites: [],
      practice: false,
    });
  });
});

describe('an invite from outside', () => {
  it.each([
    ['riffroom://join#abc', true],
    ['RIFFROOM://JOIN#abc', true],
    ['riffroom://join/#abc', true],
    [`http://192.168.1.5:4718/#${'a'.repeat(200)}`, true],
    ['riffroom://join?x=1#abc', false],
    ['http://192.168.1.5:4718/#t=token', false],
    [`http://evil@192.168.1.5:4718/#${'a'.repeat(200)}`, false],
    ['riffroom://join', false],
    ['riffroom://joinery#abc', false],
    ['riffroom:join#abc', false],
    ['https://join#abc', false],
    ['riffroom://join#a b', false],
    ['riffroom://join#\u0000', false],
    [`riffroom://join#${'x'.repeat(5000)}`, false],
  ])('%s: %s', (link, fine) => {
    expect(readInvite(link)).toBe(fine ? link : null);
  });
});
