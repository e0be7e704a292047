/** The program that runs in a laptop's namespace: does what its parent calls, until the parent lets go. */
import { createDesk, type Desk } from './desk.ts';

export interface Call {
  readonly id: number;
  readonly name: keyof Desk;
  readonly args: readonly unknown[];
}

export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

const desk = createDesk();

process.on('message', ({ id, name, args }: Call) => {
  const act = desk[name] as (...given: readonly unknown[]) => Promise<unknown>;
  act(...args).then(
    (value) => process.send?.({ id, value } satisfies Reply),
    (error: unknown) =>
      process.send?.({ id, error: error instanceof Error ? error.message : String(error) } satisfies Reply),
  );
});
process.on('disconnect', () => {
  void desk.kill().finally(() => process.exit(0));
});
