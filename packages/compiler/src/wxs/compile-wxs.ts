import type { Diagnostic } from '@sampan/protocol'
import type { Place } from '../diagnostics/diagnose'
import type { Reference } from '../template/collect-facts'

export interface WxsOutput {
  /** A `WxsFactory` as source text. */
  code: string
  requires: Reference[]
  diagnostics: Diagnostic[]
}

export function compileWxs(source: string, _origin: { path: string; place: Place }): WxsOutput {
  return {
    code: `function(require,exports,module,$){"use strict";${source}\n}`,
    requires: [],
    diagnostics: [],
  }
}
