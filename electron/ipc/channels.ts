/** One channel per need. Preload and main process name the same list; nothing else passes between them. */

/** Asked by the page, answered by the process. */
export const invoked = {
  start: 'shell:start',
  saveSettings: 'shell:saveSettings',
  listJams: 'shell:listJams',
  putCard: 'shell:putCard',
  binJam: 'shell:binJam',
  restoreJam: 'shell:restoreJam',
  openJournal: 'shell:openJournal',
  appendJournal: 'shell:appendJournal',
  closeJournal: 'shell:closeJournal',
  loadKept: 'shell:loadKept',
  saveKept: 'shell:saveKept',
  loadView: 'shell:loadView',
  saveView: 'shell:saveView',
  loadRoom: 'shell:loadRoom',
  saveRoom: 'shell:saveRoom',
  sign: 'shell:sign',
  openFile: 'shell:openFile',
  saveFile: 'shell:saveFile',
  hub: 'shell:hub',
  shareTopic: 'shell:shareTopic',
  unshareTopic: 'shell:unshareTopic',
  meetHubs: 'shell:meetHubs',
  writeClipboard: 'shell:writeClipboard',
  openWindow: 'shell:openWindow',
} as const;

/** Said by the page, not answered. */
export const said = {
  painted: 'shell:painted',
  setTitle: 'shell:setTitle',
  setEnabledActions: 'shell:setEnabledActions',
  closed: 'shell:closed',
  stayed: 'shell:stayed',
} as const;

/** Said by the process. */
export const told = {
  action: 'shell:action',
  open: 'shell:open',
  closing: 'shell:closing',
} as const;
