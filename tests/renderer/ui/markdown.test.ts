import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../renderer/ui/markdown/Markdown.tsx';
import { safeLink } from '../../../shared/util/safeLink.ts';

const print = (text: string): string => renderToStaticMarkup(renderMarkdown(text) as never);

describe('Markdown in the panel', () => {
  it('prints what people write', () => {
    expect(print('**yes** and *no*')).toBe('<p><strong>yes</strong> and <em>no</em></p>');
    expect(print('- one\n- two')).toContain('<ul><li><p>one</p></li><li><p>two</p></li></ul>');
    expect(print('3. three')).toContain('<ol start="3">');
  });

  it('shows HTML as the text that it is', () => {
    const printed = print('<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> hello <b>you</b>');
    expect(printed).not.toMatch(/<(script|img|b)[ >]/);
    expect(printed).toContain('&lt;script&gt;');
    expect(printed).toContain('&lt;b&gt;');
  });

  it('links to https and mailto only', () => {
    expect(print('[a](https://example.org/x)')).toContain('href="https://example.org/x"');
    expect(print('[a](mailto:ana@example.org)')).toContain('href="mailto:ana@example.org"');
    for (const url of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'http://x',
      '//x',
      'x',
    ]) {
      expect(print(`[words](${url})`), url).not.toContain('href');
      expect(print(`[words](${url})`), url).toContain('words');
    }
  });

  it('opens links outside and tells them nothing', () => {
    expect(print('[a](https://example.org)')).toContain('target="_blank" rel="noreferrer noopener"');
  });

  it('never loads a picture, but says its words', () => {
    const printed = print('![a cat](https://example.org/cat.png)');
    expect(printed).not.toContain('<img');
    expect(printed).toContain('a cat');
  });

  it('follows references, also bad ones, under the same rule', () => {
    expect(print('[a][x]\n\n[x]: https://example.org')).toContain('href="https://example.org/"');
    expect(print('[a][x]\n\n[x]: javascript:alert(1)')).not.toContain('href');
  });

  it('refuses addresses hidden behind blanks and control characters', () => {
    expect(safeLink(' \tjavascript:alert(1)')).toBeNull();
    expect(safeLink('java\nscript:alert(1)')).toBeNull();
    expect(safeLink('https://example.org')).toBe('https://example.org/');
  });
});
