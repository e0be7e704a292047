/** The free connectors of one board, kept up to date change by change. */

import type { Rect } from '../model/geometry.ts';
import type { ConnectorId } from '../model/ids.ts';
import type { ConnectorLine } from '../model/layout.ts';
import type { Connector, JamSnapshot, ThingRef } from '../model/snapshot.ts';
import { connectorLine } from './connectorLines.ts';

export interface ConnectorLayer {
  /** A new map whenever a line changed; unchanged lines stay identical. */
  readonly lines: ReadonlyMap<ConnectorId, ConnectorLine>;
  /** Tells whether any line changed. `moved`: ideas and groups whose rect may differ, as `thingKey`s. */
  update(
    snapshot: JamSnapshot,
    rectOf: (thing: ThingRef) => Rect | undefined,
    connectors: Iterable<ConnectorId>,
    moved: Iterable<string>,
  ): boolean;
}

export function thingKey({ type, id }: ThingRef): string {
  return `${type} ${id}`;
}

export function createConnectorLayer(): ConnectorLayer {
  let lines: ReadonlyMap<ConnectorId, ConnectorLine> = new Map();
  const known = new Map<ConnectorId, Connector>();
  const atThing = new Map<string, Set<ConnectorId>>();

  const note = (connector: Connector, isThere: boolean): void => {
    for (const end of [connector.from, connector.to]) {
      const key = thingKey(end);
      const there = atThing.get(key) ?? new Set<ConnectorId>();
      if (isThere) there.add(connector.id);
      else there.delete(connector.id);
      if (there.size === 0) atThing.delete(key);
      else atThing.set(key, there);
    }
  };

  return {
    get lines() {
      return lines;
    },
    update(snapshot, rectOf, connectors, moved) {
      const dirty = new Set(connectors);
      for (const id of dirty) {
        const before = known.get(id);
        if (before !== undefined) note(before, false);
        const now = snapshot.connectors.get(id);
        if (now === undefined || now.bin) known.delete(id);
        else {
          known.set(id, now);
          note(now, true);
        }
      }
      if (atThing.size > 0) for (const key of moved) for (const id of atThing.get(key) ?? []) dirty.add(id);
      if (dirty.size === 0) return false;
      const next = new Map(lines);
      let changed = false;
      for (const id of dirty) {
        const connector = known.get(id);
        const from = connector && rectOf(connector.from);
        const to = connector && rectOf(connector.to);
        if (connector === undefined || from === undefined || to === undefined) {
          changed = next.delete(id) || changed;
          continue;
        }
        const line = connectorLine(connector, from, to);
        const old = next.get(id);
        if (old !== undefined && sameLine(old, line)) continue;
        next.set(id, line);
        changed = true;
      }
      if (changed) lines = next;
      return changed;
    },
  };
}

function sameLine(a: ConnectorLine, b: ConnectorLine): boolean {
  return (
    a.label === b.label &&
    a.from.x === b.from.x &&
    a.from.y === b.from.y &&
    a.to.x === b.to.x &&
    a.to.y === b.to.y &&
    a.c1.x === b.c1.x &&
    a.c1.y === b.c1.y &&
    a.c2.x === b.c2.x &&
    a.c2.y === b.c2.y
  );
}
