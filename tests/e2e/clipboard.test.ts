import { describe, expect, it } from 'vitest';
import { EDITIONS, openHouse } from './openHouse.ts';

const house = openHouse();
const OUTLINE = '# What can wait?\n\n- Vans take people along\n  - The post van is half empty\n';
const TREE = ['A Vans take people along', 'A2 The post van is half empty'];

for (const edition of EDITIONS) {
  describe(`the clipboard, in the ${edition}`, () => {
    it('carries trees within a jam, into another jam, and as an outline into any text', async () => {
      const { page, jam } = await house.visit(edition, { args: [house.file('wait.md', OUTLINE)] });
      await jam.shows(TREE);

      // A fresh import is selected.
      await jam.press('Control+c');
      await jam.press('Control+v');
      await jam.shows([...TREE, 'B Vans take people along', 'B2 The post van is half empty']);
      await jam.press('Control+x');
      await jam.shows(TREE);
      await jam.press('Control+z');
      await jam.shows([...TREE, 'B Vans take people along', 'B2 The post van is half empty']);

      await jam.act('All jams');
      await jam.startJam('What else?');
      await jam.press('Control+v');
      await jam.shows(TREE);

      await jam.act('All jams');
      const question = page.getByRole('textbox', { name: /new jam/i });
      await question.focus();
      await jam.press('Control+v');
      expect(await question.inputValue()).toContain('- Vans take people along');
      expect(await question.inputValue()).not.toContain('data-riffroom');
    });
  });
}
