import * as z from 'zod/mini'
import { cssColor } from '../../interface/theme'
import type { ProgramTabs } from '../../pages/program-tabs'
import type { Router } from '../../pages/router'
import { type Capability, CapabilityError, method } from '../capability'

export interface TabBarParts {
  tabs: ProgramTabs
  router: Router
  /** The window's size has changed. */
  onResize(): void
}

const text = z.string().check(z.maxLength(2_000))
const animation = z.object({ animation: z.optional(z.boolean()) })

/** What a program changes on its tab bar. As documented, it may do so only while a tab page is shown. */
export function createTabBar({ tabs, router, onResize }: TabBarParts): Capability {
  function requireTabPage(): void {
    if (!router.top()?.isTab) throw new CapabilityError('not TabBar page')
  }
  function requireItem(index: number): void {
    requireTabPage()
    if (!Number.isInteger(index) || index < 0 || index >= tabs.count) {
      throw new CapabilityError('tabbar item not found')
    }
  }
  const onItem = <Shape extends z.core.$ZodLooseShape>(
    shape: Shape,
    run: (index: number, params: z.infer<z.ZodMiniObject<Shape>>) => void,
  ) =>
    method(z.object({ index: z.number(), ...shape }), (params) => {
      const { index } = params as { index: number }
      requireItem(index)
      run(index, params as never)
    })
  const setHidden = (hidden: boolean) =>
    method(animation, (params) => {
      requireTabPage()
      tabs.setHidden(hidden, params.animation ?? false)
      onResize()
    })
  return {
    methods: {
      setTabBarBadge: onItem({ text }, (index, params) => tabs.setBadge(index, shorten(params.text))),
      removeTabBarBadge: onItem({}, (index) => tabs.setBadge(index, undefined)),
      showTabBarRedDot: onItem({}, (index) => tabs.setRedDot(index, true)),
      hideTabBarRedDot: onItem({}, (index) => tabs.setRedDot(index, false)),
      setTabBarItem: onItem(
        { text: z.optional(text), iconPath: z.optional(text), selectedIconPath: z.optional(text) },
        (index, params) => tabs.setItem(index, params),
      ),
      setTabBarStyle: method(
        z.object({
          color: z.optional(text),
          selectedColor: z.optional(text),
          backgroundColor: z.optional(text),
          borderStyle: z.optional(text),
        }),
        (params) => {
          requireTabPage()
          const { borderStyle, ...colors } = params
          for (const value of Object.values(colors)) {
            if (value !== undefined && !cssColor(value)) throw new CapabilityError(`invalid color "${value}"`)
          }
          tabs.setStyle(withoutUndefined(params))
        },
      ),
      showTabBar: setHidden(false),
      hideTabBar: setHidden(true),
    },
  }
}

/** As documented: more than four characters become an ellipsis. */
function shorten(text: string): string {
  const characters = [...text]
  return characters.length > 4 ? '…' : text
}

function withoutUndefined<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>
}
