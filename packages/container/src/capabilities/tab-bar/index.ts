import * as v from 'valibot'
import { finiteNumber } from '../number-schemas'
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

const text = v.pipe(v.string(), v.maxLength(2_000))
const animation = v.object({ animation: v.optional(v.boolean()) })

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
  const onItem = <Entries extends v.ObjectEntries>(
    entries: Entries,
    run: (index: number, params: v.InferOutput<v.ObjectSchema<Entries, undefined>>) => void,
  ) =>
    method(v.object({ index: finiteNumber, ...entries }), (params) => {
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
        { text: v.optional(text), iconPath: v.optional(text), selectedIconPath: v.optional(text) },
        (index, params) => tabs.setItem(index, params),
      ),
      setTabBarStyle: method(
        v.object({
          color: v.optional(text),
          selectedColor: v.optional(text),
          backgroundColor: v.optional(text),
          borderStyle: v.optional(text),
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
