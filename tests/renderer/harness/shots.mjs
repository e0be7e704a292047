// Takes screenshots of harness screens: node tests/renderer/harness/shots.mjs OUT "library jam:sel=D3" 1280x800,1920x1080 light,dark
import { chromium } from 'playwright-core';

const [out, names, sizes = '1280x800,1920x1080', themes = 'light,dark'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const size of sizes.split(',')) {
  const [width, height] = size.split('x').map(Number);
  for (const theme of themes.split(',')) {
    const page = await browser.newPage({
      viewport: { width, height },
      ...(theme === 'forced' ? { forcedColors: 'active' } : null),
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        console.log(`[${message.type()}]`, message.text().slice(0, 400));
    });
    page.on('pageerror', (error) => console.log('[pageerror]', error.stack?.slice(0, 600)));
    for (const spec of names.split(' ')) {
      const [screen, ...rest] = spec.split(':');
      const query = new URLSearchParams(rest.join('&'));
      const keys = query.get('keys');
      query.delete('keys');
      await page.goto(
        `${process.env.HARNESS ?? 'http://localhost:5199'}/?screen=${screen}&theme=${theme}&${query}`,
      );
      await page
        .waitForSelector('#root > *', { timeout: 15000 })
        .catch(() => console.log('nothing painted', spec));
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(350);
      if (keys)
        for (const key of keys.split(';')) {
          if (key.startsWith('click=')) await page.locator(key.slice(6)).first().click();
          else if (key.startsWith('type=')) await page.keyboard.type(key.slice(5));
          else await page.keyboard.press(key);
          await page.waitForTimeout(120);
        }
      if (keys) await page.waitForTimeout(350);
      const file = `${out}/${spec.replace(/[^a-z0-9]+/gi, '-')}-${theme}-${width}.png`;
      await page.screenshot({ path: file });
      console.log(file);
    }
    await page.close();
  }
}
await browser.close();
