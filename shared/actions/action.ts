/**
 * An action is something a person can ask for by menu, palette, key or button. This is its description only; its
 * handler stands in the renderer. Menu, palette, keymap, tooltips and the help page are derived from the registry.
 */

export type ActionScope = 'any' | 'library' | 'jam' | 'board';
export type MenuName = 'file' | 'edit' | 'view' | 'idea' | 'jam' | 'help';

export interface Action {
  /** `board.riff`; stable: tests and settings refer to it. */
  readonly id: string;
  /** Imperative words as in a menu: "Riff on it". */
  readonly title: string;
  readonly scope: ActionScope;
  /**
   * Keys as `Mod+Shift+K`, `R`, `Shift+1`, `ArrowUp`, `F2`; `Mod` is Ctrl, on a Mac Cmd. The first is shown. Letters
   * without a modifier act only when the board has the focus, and can be switched off.
   */
  readonly keys: readonly string[];
  /** Where in the native menu, or null. Same `section` numbers stand together between separators. */
  readonly menu: { readonly name: MenuName; readonly section: number } | null;
  readonly palette: boolean;
  /** Works while text is being typed (otherwise keys are left to the editor). */
  readonly whileTyping?: boolean;
  /** Electron menu roles for the Edit menu keep working in text fields (undo, cut ...). */
  readonly role?:
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'quit'
    | 'close'
    | 'togglefullscreen'
    | 'toggleDevTools';
}
