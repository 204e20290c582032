import * as v from 'valibot'
import { finiteNumber } from '../number-schemas'
import { cssColor } from '../../interface/theme'
import type { Bars } from '../../pages/bars'
import type { Page } from '../../pages/page'
import type { Router } from '../../pages/router'
import { type Capability, CapabilityError, method } from '../capability'

/** Of the page on top: titles, colours, the loading sign, the home button. */
export function createNavigationBar({ bars, router }: { bars: Bars; router: Router }): Capability {
  function top(): Page {
    const page = router.top()
    if (!page) throw new CapabilityError('there is no page')
    return page
  }
  return {
    methods: {
      setNavigationBarTitle: method(v.object({ title: v.optional(v.unknown()) }), ({ title }) =>
        bars.change(top(), { navigationBarTitleText: toTitle(title) }),
      ),
      setNavigationBarColor: method(
        v.object({
          frontColor: v.string(),
          backgroundColor: v.string(),
          animation: v.optional(
            v.object({ duration: v.optional(finiteNumber), timingFunc: v.optional(v.string()) }),
          ),
        }),
        ({ frontColor, backgroundColor, animation }) => {
          const front = FRONT_COLORS[frontColor.toLowerCase()]
          if (!front) throw new CapabilityError(`invalid frontColor "${frontColor.slice(0, 40)}"`)
          const background = cssColor(backgroundColor)
          if (!background)
            throw new CapabilityError(`invalid backgroundColor "${backgroundColor.slice(0, 40)}"`)
          const change = { navigationBarTextStyle: front, navigationBarBackgroundColor: background }
          bars.change(top(), change, toCssAnimation(animation))
        },
      ),
      showNavigationBarLoading: method(v.object({}), () => bars.setLoading(top(), true)),
      hideNavigationBarLoading: method(v.object({}), () => bars.setLoading(top(), false)),
      hideHomeButton: method(v.object({}), () => bars.hideHomeButton(top())),
    },
  }
}

const FRONT_COLORS: Readonly<Record<string, 'black' | 'white'>> = {
  __proto__: null as never,
  '#000000': 'black',
  '#ffffff': 'white',
}

const TIMINGS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  linear: 'linear',
  easeIn: 'ease-in',
  easeOut: 'ease-out',
  easeInOut: 'ease-in-out',
}

function toCssAnimation(animation: { duration?: number; timingFunc?: string } | undefined): string {
  const durationMs = Math.min(Math.max(animation?.duration ?? 0, 0), 10_000)
  return `${durationMs}ms ${TIMINGS[animation?.timingFunc ?? 'linear'] ?? 'linear'}`
}

/** One line of a bearable length; programs pass numbers too. */
function toTitle(title: unknown): string {
  if (title === undefined || title === null) return ''
  return String(title).slice(0, 500).replace(/\s+/g, ' ')
}
