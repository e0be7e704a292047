/** Cards to draw when thoughts stand still: six families of ten. They ask, they never judge. */

export interface PromptCard {
  readonly family: PromptFamily;
  readonly text: string;
}

export const PROMPT_FAMILIES = [
  'Turn it',
  'Shrink and grow',
  'Borrow',
  'Other eyes',
  'Take away',
  'Make it real',
] as const;
export type PromptFamily = (typeof PROMPT_FAMILIES)[number];

const CARDS: Readonly<Record<PromptFamily, readonly string[]>> = {
  'Turn it': [
    'What if the opposite were true?',
    'How would you make the problem worse on purpose? Now turn that round.',
    'What if it happened backwards, the end first?',
    'Who would profit if nothing changed? Work with them.',
    'Say it as a question that nobody here dares to ask.',
    'What if the side effect were the point?',
    'Swap the two most important words in it.',
    'What would have to be true for this to be a bad idea?',
    'What if those who are helped now did the helping?',
    'Make the weakest part the main thing.',
  ],
  'Shrink and grow': [
    'How would it work for one single person, tomorrow?',
    'How would it work for a million, without us?',
    'Do it in ten minutes.',
    'Let it take ten years.',
    'Spend nothing at all on it.',
    'Spend everything you have on one part of it.',
    'What is the smallest piece that would still be worth it?',
    'What if it were ten times as often?',
    'What if it happened once, and never again?',
    'Fit it into a pocket.',
  ],
  Borrow: [
    'How does a kitchen at noon solve this?',
    'What would an orchestra without a conductor do?',
    'Where in nature is this solved already?',
    'How would a fire brigade prepare for it?',
    'What does a good school do that would help here?',
    'Take the rule of a game, and use it.',
    'How do market stalls do this, every morning?',
    'What would a lifeguard watch for?',
    'How do sailors keep track of it?',
    'Steal the best part of the sheet next to this one.',
  ],
  'Other eyes': [
    'How does it look to a child of eight?',
    'What does somebody see who cannot read?',
    'What would the person who has to clean up say?',
    'How would somebody ninety years old use it?',
    'What would your sharpest critic like about it?',
    'Who is not in this room and should be? Answer for them.',
    'How does it feel at three in the morning?',
    'What would somebody say who has done without it for years?',
    'How does it look to whoever pays the bill?',
    'What would a newcomer do wrong, and why are they right?',
  ],
  'Take away': [
    'Do it without any screen.',
    'Do it without money.',
    'Do it without asking for permission.',
    'Remove the step that everybody hates.',
    'What if the expert were on holiday?',
    'Leave out the building. Where does it happen?',
    'Do it without words.',
    'Take away the deadline. What would you keep?',
    'What if nobody knew that you did it?',
    'Remove the part that you are proudest of.',
  ],
  'Make it real': [
    'Who makes the first call, and to whom?',
    'What could you show somebody by Friday?',
    'What would you measure to see that it works?',
    'What do you already have that is half of it?',
    'Which promise would have to be kept, and by whom?',
    'What would make you stop it?',
    'Tell it as a story of one afternoon.',
    'Draw what somebody touches first.',
    'What would it be called on a door?',
    'Which rule would you have to bend, and who may bend it?',
  ],
};

export const PROMPT_DECK: readonly PromptCard[] = PROMPT_FAMILIES.flatMap((family) =>
  CARDS[family].map((text) => ({ family, text })),
);
