/** Style of the control in the shadow tree: the host decides on everything that can be seen. */
export const textFieldStyles = `
.box { position: relative; box-sizing: border-box; width: 100%; height: 100%; min-height: inherit; }
.control {
  display: block; box-sizing: border-box; width: 100%; min-width: 0; margin: 0; padding: 0; border: 0; outline: 0;
  appearance: none; background: none; border-radius: 0;
  font: inherit; color: inherit; letter-spacing: inherit; word-spacing: inherit; text-align: inherit;
  text-indent: inherit; text-transform: inherit; text-shadow: inherit; line-height: inherit;
  user-select: text; -webkit-user-select: text;
}
:host([disabled]) .control { pointer-events: none; -webkit-text-fill-color: currentColor; opacity: 1; }
slot[name='placeholder']::slotted(*) { position: absolute; left: 0; right: 0; pointer-events: none; color: var(--wx-placeholder); overflow: hidden; }
slot:not([name]) { display: none; }
:host(:focus-within) slot:not([name]) { display: contents; }
slot:not([name])::slotted(:not(wx-keyboard-accessory)) { display: none !important; }
`
