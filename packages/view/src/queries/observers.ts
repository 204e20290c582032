import type { FromFrame, ObserverRequest } from '@sampan/protocol'
import type { NodeTable } from '../tree/node-table'

type IntersectionRequest = Extract<ObserverRequest, { kind: 'intersection' }>

/** Intersection and media query observers of the program, by the worker's ids. */
export function createObservers(nodes: NodeTable, post: (message: FromFrame) => void) {
  const stops = new Map<number, () => void>()

  function observeIntersection(id: number, request: IntersectionRequest): () => void {
    const reference = request.relativeTo[0]
    const element = reference && reference.node !== 'viewport' ? nodes.element(reference.node) : undefined
    const root = (element as { scroller?: HTMLElement } | undefined)?.scroller ?? element
    const margins = reference?.margins ?? { left: 0, right: 0, top: 0, bottom: 0 }
    const lastRatio = new Map<Element, number>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const before = lastRatio.get(entry.target) ?? request.initialRatio
          lastRatio.set(entry.target, entry.intersectionRatio)
          const isFirstAndSame =
            before === request.initialRatio && entry.intersectionRatio === request.initialRatio
          if (isFirstAndSame && !crossed(before, entry.intersectionRatio, request.thresholds)) continue
          post({ type: 'observed', id, entry: describeEntry(entry, nodes.idOf(entry.target)) })
        }
      },
      {
        root: root ?? null,
        rootMargin: [margins.top, margins.right, margins.bottom, margins.left]
          .map((px) => `${px}px`)
          .join(' '),
        threshold: request.thresholds.map((threshold) => Math.min(Math.max(threshold, 0), 1)),
      },
    )
    const targets = request.observeAll ? request.targets : request.targets.slice(0, 1)
    for (const target of targets) {
      const element = nodes.element(target)
      if (element) observer.observe(element)
    }
    return () => observer.disconnect()
  }

  function observeMedia(id: number, query: string): () => void {
    const list = matchMedia(query)
    const report = (): void => post({ type: 'observed', id, entry: { matches: list.matches } })
    list.addEventListener('change', report)
    report()
    return () => list.removeEventListener('change', report)
  }

  return {
    start(id: number, request: ObserverRequest): void {
      stops.set(
        id,
        request.kind === 'media' ? observeMedia(id, request.query) : observeIntersection(id, request),
      )
    },
    stop(id: number): void {
      stops.get(id)?.()
      stops.delete(id)
    },
  }
}

function crossed(before: number, after: number, thresholds: number[]): boolean {
  return thresholds.some((threshold) => before < threshold !== after < threshold)
}

function describeEntry(entry: IntersectionObserverEntry, node: number | undefined): unknown {
  return {
    node,
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: plainRect(entry.intersectionRect),
    boundingClientRect: plainRect(entry.boundingClientRect),
    relativeRect: plainRect(entry.rootBounds ?? new DOMRect(0, 0, innerWidth, innerHeight)),
    time: Date.now(),
  }
}

function plainRect({ left, top, right, bottom, width, height }: DOMRectReadOnly): Record<string, number> {
  return { left, top, right, bottom, width, height }
}
