import { apisOfPart, LATE_PARTS } from '@sampan/protocol'
import { createCanIUse } from '../api/can-i-use'
import { addLatePart } from '../api/late-parts'
import { createUnsupportedApis } from '../api/unsupported-apis'

/** Every documented name of `wx`, with what is documented of it. */
addLatePart('catalogue', {
  createApis(context, others) {
    // Parts that this program does not need are not here, but implemented they are.
    const late = LATE_PARTS.filter((part) => part !== 'catalogue').flatMap(apisOfPart)
    const implemented = new Set([...Object.keys(others), ...late, 'canIUse'])
    return {
      ...createUnsupportedApis(context, implemented),
      canIUse: createCanIUse((api) => implemented.has(api)),
    }
  },
})
