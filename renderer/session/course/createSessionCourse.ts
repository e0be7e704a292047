/** Composes the conductor with what a window adds: its screens, its presence, its private store. */
import { createConductor } from '../../../shared/conduct/createConductor.ts';
import type { createJam } from '../../../shared/jam/createJam.ts';
import type { DeviceId, IdeaId } from '../../../shared/model/ids.ts';
import { type Course, isPlaying, screenNow } from '../../../shared/phases/course.ts';
import type { PhaseScreen } from '../../../shared/phases/phaseKind.ts';
import type { Context } from '../../../shared/util/context.ts';
import type { BoxPair } from '../../../shared/util/sealedBox.ts';
import { createCourseStore } from '../../stores/courseStore.ts';
import type { RoomStore } from '../../stores/roomStore.ts';
import type { UiStore, View } from '../../stores/uiStore.ts';
import { inLine } from './inLine.ts';
import type { KeptPrivately } from './privateStore.ts';
import type { SessionCourse } from './sessionCourse.ts';

interface SessionCourseParts {
  readonly jam: ReturnType<typeof createJam>;
  readonly device: DeviceId;
  readonly context: Context;
  readonly box: BoxPair;
  readonly privates: KeptPrivately;
  readonly room: RoomStore;
  readonly ui: UiStore;
  /** Names, hidden until now, are shown from here on. */
  readonly onNamed: () => void;
  /** What presence says of me has changed. */
  readonly renew: () => void;
}

/** ms that a lit idea stays lit. */
const LIT_FOR = 12_000;

export function createSessionCourse(parts: SessionCourseParts): SessionCourse {
  const { jam, device, context, box, privates, room, ui, onNamed, renew } = parts;
  const conductor = createConductor({
    jam,
    device,
    context,
    schedule: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    steady: () => performance.now(),
    box,
    here: () => inLine(jam.me, room.getState().people),
    privates,
  });
  const store = createCourseStore(conductor.course(), conductor.privatePart(), conductor.late());
  let shownRun = store.getState().course.current?.id ?? null;
  let wasUnsigned = store.getState().course.unsigned;
  let shownClosed = isClosed(conductor.course());
  let dark: ReturnType<typeof setTimeout> | null = null;

  const show = (): void => {
    const course = conductor.course();
    const run = course.current?.id ?? null;
    const turned = run !== shownRun;
    // Who was done placing dots has not read yet how it came out.
    const opened = isClosed(course) && !shownClosed;
    shownRun = run;
    shownClosed = isClosed(course);
    store.setState({
      course,
      privatePart: conductor.privatePart(),
      late: conductor.late(),
      ...(opened ? { ready: false } : null),
      ...(turned
        ? { covered: false, ready: false, lighting: null, lit: null, asksToLookUp: false, lookUp: null }
        : null),
    });
    if (wasUnsigned && !course.unsigned && !turned) onNamed();
    wasUnsigned = course.unsigned;
    // Where one looks is something that one does.
    if (course.unsigned && room.getState().following !== null) room.setState({ following: null });
    if (turned) {
      ui.setState({
        view: viewFor(screenNow(course)),
        editing: null,
        fresh: null,
        editingGroup: null,
        editingConnector: null,
        commenting: false,
        tool: 'select',
      });
    }
    renew();
  };
  /** Sums only: nobody's number is shown to anybody. */
  const gather = (): void => {
    const { people } = room.getState();
    const others = people.filter(({ me }) => !me);
    const leader = people.find(({ member, me }) => !me && member === conductor.course().leader);
    const clock = leader?.doing?.clock;
    if (clock) conductor.hearClock(clock.run, clock.elapsed);
    const lit = others.map(({ doing }) => doing?.lit ?? null).find((idea) => idea !== null);
    const { hosts } = conductor.course();
    const asking = others.find(({ member, doing }) => doing?.lookUp === true && hosts.has(member));
    store.setState({
      othersDrafts: others.reduce((sum, { doing }) => sum + (doing?.drafts ?? 0), 0),
      readyCount: people.filter(({ me, doing }) => (me ? store.getState().ready : doing?.ready)).length,
      leaderDeciding: leader?.doing?.deciding ?? null,
      lit: store.getState().lighting ?? lit ?? null,
      lookUp: store.getState().asksToLookUp ? jam.me : (asking?.member ?? null),
    });
  };
  const stops = [conductor.subscribe(show), room.subscribe(gather)];
  if (isPlaying(conductor.course())) ui.setState({ view: viewFor(screenNow(conductor.course())) });

  return {
    ...conductor,
    store,
    cover: (covered) => store.setState({ covered }),
    sayReady(ready) {
      store.setState({ ready });
      gather();
      renew();
    },
    askToLookUp(asks) {
      store.setState({ asksToLookUp: asks });
      gather();
      renew();
    },
    light(idea: IdeaId | null) {
      if (dark !== null) clearTimeout(dark);
      dark = idea === null ? null : setTimeout(() => this.light(null), LIT_FOR);
      store.setState({ lighting: idea });
      gather();
      renew();
    },
    dispose() {
      if (dark !== null) clearTimeout(dark);
      for (const stop of stops) stop();
      conductor.dispose();
    },
  };
}

/** The vote that runs was closed. */
function isClosed({ current, closes }: Course): boolean {
  return current !== null && closes.has(current.id);
}

/** A phase with a screen of its own takes the stage; the others are played on the board. */
export function viewFor(screen: PhaseScreen): View {
  if (screen === 'board') return 'board';
  return screen === 'decide' ? 'decide' : 'phase';
}
