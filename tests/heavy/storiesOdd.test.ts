import { describeStories, range } from '../simulation/stories.ts';

/** Two files, so that two processors share them. */
describeStories(range(1, 300).filter((seed) => seed % 2 === 1));
