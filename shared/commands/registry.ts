/** All commands: what they take and give. One command is one file and one line here. */

import { ballotCast } from './ballotCast.ts';
import { boardAdd } from './boardAdd.ts';
import { boxKeySet } from './boxKeySet.ts';
import { briefSet } from './briefSet.ts';
import { clockMove } from './clockMove.ts';
import type { CommandSpec } from './command.ts';
import { commentAdd } from './commentAdd.ts';
import { commentEdit } from './commentEdit.ts';
import { connectorAdd } from './connectorAdd.ts';
import { connectorBin } from './connectorBin.ts';
import { connectorEnds } from './connectorEnds.ts';
import { connectorLabel } from './connectorLabel.ts';
import { courseEnds } from './courseEnds.ts';
import { courseLoad } from './courseLoad.ts';
import { decisionCarry } from './decisionCarry.ts';
import { decisionSet } from './decisionSet.ts';
import { draftsReveal } from './draftsReveal.ts';
import { groupAdd } from './groupAdd.ts';
import { groupBin } from './groupBin.ts';
import { groupChange } from './groupChange.ts';
import { hostSet } from './hostSet.ts';
import { hostTake } from './hostTake.ts';
import { ideaAdd } from './ideaAdd.ts';
import { ideaBin } from './ideaBin.ts';
import { ideaKind } from './ideaKind.ts';
import { ideaLock } from './ideaLock.ts';
import { ideaMove } from './ideaMove.ts';
import { ideasLay } from './ideasLay.ts';
import { ideaText } from './ideaText.ts';
import { jamImport } from './jamImport.ts';
import { jamRename } from './jamRename.ts';
import { jamStart } from './jamStart.ts';
import { memberSet } from './memberSet.ts';
import { nomineeMerge } from './nomineeMerge.ts';
import { nomineeSet } from './nomineeSet.ts';
import { numbersSettle } from './numbersSettle.ts';
import { phaseChange } from './phaseChange.ts';
import { phaseInsert } from './phaseInsert.ts';
import { reflectionAdd } from './reflectionAdd.ts';
import { riffAdd } from './riffAdd.ts';
import { riffBond } from './riffBond.ts';
import { riffRemove } from './riffRemove.ts';
import { runClose } from './runClose.ts';
import { runStart } from './runStart.ts';

export const COMMANDS = {
  'jam.start': jamStart,
  'jam.rename': jamRename,
  'jam.import': jamImport,
  'brief.set': briefSet,
  'member.set': memberSet,
  'board.add': boardAdd,
  'idea.add': ideaAdd,
  'idea.text': ideaText,
  'idea.move': ideaMove,
  'idea.kind': ideaKind,
  'idea.bin': ideaBin,
  'idea.lock': ideaLock,
  'riff.add': riffAdd,
  'riff.bond': riffBond,
  'riff.remove': riffRemove,
  'connector.add': connectorAdd,
  'connector.ends': connectorEnds,
  'connector.label': connectorLabel,
  'connector.bin': connectorBin,
  'group.add': groupAdd,
  'group.change': groupChange,
  'group.bin': groupBin,
  'comment.add': commentAdd,
  'comment.edit': commentEdit,
  'decision.set': decisionSet,
  'decision.carry': decisionCarry,
  'numbers.settle': numbersSettle,
  'course.load': courseLoad,
  'course.ends': courseEnds,
  'phase.insert': phaseInsert,
  'phase.change': phaseChange,
  'run.start': runStart,
  'run.close': runClose,
  'clock.move': clockMove,
  'host.set': hostSet,
  'host.take': hostTake,
  'drafts.reveal': draftsReveal,
  'ideas.lay': ideasLay,
  'nominee.set': nomineeSet,
  'nominee.merge': nomineeMerge,
  'ballot.cast': ballotCast,
  'boxKey.set': boxKeySet,
  'reflection.add': reflectionAdd,
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandInput<N extends CommandName> =
  (typeof COMMANDS)[N] extends CommandSpec<infer I, infer _O> ? I : never;
export type CommandOutput<N extends CommandName> =
  (typeof COMMANDS)[N] extends CommandSpec<infer _I, infer O> ? O : never;
