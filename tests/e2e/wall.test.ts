import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { EDITIONS, openHouse } from './openHouse.ts';

const house = openHouse();

describe.each(EDITIONS)('the Wall, in the %s', (edition) => {
  it('is a second window that shows the room’s screen, and has nothing of the machine in its reach', async () => {
    const { page, jam, close } = await house.visit(edition);
    await jam.startJam('How might the lift stop at every floor?');
    const opening = page.context().waitForEvent('page');
    await jam.act('Open the Wall');
    const wall: Page = await opening;
    await wall.getByRole('heading', { name: 'How might the lift stop at every floor?', level: 2 }).waitFor();
    expect(new URL(wall.url()).pathname).toBe('/wall.html');
    expect(
      await wall.evaluate(() => Object.keys(window).filter((name) => /riffroom|shell/i.test(name))),
    ).toEqual([]);
    expect(await wall.locator('button, a, input, textarea').count()).toBe(0);

    await wall.reload();
    await wall.getByRole('heading', { level: 2 }).waitFor();
    const gone = wall.waitForEvent('close');
    await jam.act('All jams');
    await gone;
    await close();
  });
});
