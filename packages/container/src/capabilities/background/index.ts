import type { PageStyle } from '@sampan/protocol'
import * as v from 'valibot'
import { cssColor } from '../../interface/theme'
import type { Bars } from '../../pages/bars'
import type { Router } from '../../pages/router'
import { type Capability, CapabilityError, method } from '../capability'

const color = v.optional(v.pipe(v.string(), v.maxLength(100)))

/** The window behind the page: its colours and the dots of pull-down refresh. The page's frame paints them. */
export function createBackground({ bars, router }: { bars: Bars; router: Router }): Capability {
  function change(style: PageStyle): void {
    const page = router.top()
    if (!page) throw new CapabilityError('there is no page')
    const given = Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined))
    bars.change(page, given)
    page.send({ type: 'page-style', style: given })
  }
  const parse = (value: string | undefined): string | undefined => {
    if (value === undefined || value === '') return undefined
    const parsed = cssColor(value)
    if (!parsed) throw new CapabilityError(`invalid color "${value.slice(0, 40)}"`)
    return parsed
  }
  return {
    methods: {
      setBackgroundColor: method(
        v.object({ backgroundColor: color, backgroundColorTop: color, backgroundColorBottom: color }),
        (params) =>
          change({
            backgroundColor: parse(params.backgroundColor),
            backgroundColorTop: parse(params.backgroundColorTop),
            backgroundColorBottom: parse(params.backgroundColorBottom),
          }),
      ),
      setBackgroundTextStyle: method(v.object({ textStyle: v.string() }), ({ textStyle }) => {
        if (textStyle !== 'dark' && textStyle !== 'light') throw new CapabilityError('invalid textStyle')
        change({ backgroundTextStyle: textStyle })
      }),
    },
  }
}
