import * as engine from './editor-engine'

/** Entry of `editor.js`. */
globalThis.sampanEditorEngine = engine
