import { describeStories, range } from '../simulation/stories.ts';

/** Somebody hostile is in each of these. */
describeStories(range(1, 300).filter((seed) => seed % 2 === 0));
