import {
  COMPONENT_EVENTS,
  rootOf,
  type FromFrame,
  type FrameToHost,
  type HostToFrame,
} from '@sampan/protocol'
import type { ComponentPort, WidgetCall } from './built-in-element'
import type { EventSender } from './event-sender'
import type { ProgramFiles } from './page/program-files'
import { isWanted, pathFrom } from './tree/event-path'
import { factsOf } from './tree/node-table'

export interface ComponentPortParts {
  message: Extract<HostToFrame, { type: 'open' }>
  files: ProgramFiles
  sender: EventSender
  toWorker(message: FromFrame, transfer?: Transferable[]): void
  toHost(message: FrameToHost): void
}

/** What built-in components are given of the world: events out, widgets of the host, URLs of the program's files. */
export function createComponentPort({ message, files, sender, toWorker, toHost }: ComponentPortParts) {
  let lastWidget = 0
  let ack = 0
  const widgets = new Map<
    number,
    {
      resolve(value: unknown): void
      reject(error: Error): void
      onEvent?: (name: string, detail: unknown) => void
    }
  >()

  const port: ComponentPort = {
    wants: (element, name) => isWanted(pathFrom(element).slice(0, 1), name),
    emit(element, name, detail, options) {
      const event = { name, detail, bubbles: options?.bubbles ?? false }
      if (COMPONENT_EVENTS.has(name)) sender.sendToRuntime(element.nodeId, event)
      else sender.send(pathFrom(element), event)
    },
    model(element, name, value) {
      const facts = factsOf(element)
      if (facts?.models?.has(name))
        toWorker({ type: 'model', seq: sender.nextSeq(), node: facts.id, name, value })
    },
    widget(name, params, onEvent): WidgetCall {
      const id = ++lastWidget
      const result = new Promise<unknown>((resolve, reject) => widgets.set(id, { resolve, reject, onEvent }))
      result.catch(() => undefined)
      toHost({ type: 'widget', id, name, params })
      return {
        result,
        update: (changed) => toHost({ type: 'widget-update', id, params: changed }),
        close() {
          widgets.delete(id)
          toHost({ type: 'widget-close', id })
        },
      }
    },
    resolveUrl: (path) => files.urlOf(path.trim()) ?? resolveFile(path, message.baseUrl, message.route),
    currentAck: () => ack,
    lastSeq: () => sender.lastSeq(),
  }

  return {
    port,
    setAck(value: number): void {
      ack = value
    },
    /** True if the message was about a widget. */
    handleHost(data: HostToFrame): boolean {
      if (data.type === 'widget-result') {
        const widget = widgets.get(data.id)
        widgets.delete(data.id)
        if (data.error === undefined) widget?.resolve(data.value)
        else widget?.reject(new Error(data.error))
        return true
      }
      if (data.type === 'widget-event') {
        widgets.get(data.id)?.onEvent?.(data.name, data.detail)
        return true
      }
      return false
    },
  }
}

export type FrameComponents = ReturnType<typeof createComponentPort>

/** Paths of the program's own files lie below the bundle; URLs stay what they are. */
export function resolveFile(path: string, baseUrl: string, route: string): string {
  const text = path.trim()
  if (text === '' || /^(https?:|data:|blob:|\/\/)/i.test(text)) return text
  if (/^[a-z]+:/i.test(text)) return text
  const folder = text.startsWith('/') ? rootOf(route) : route.slice(0, route.lastIndexOf('/') + 1)
  const parts = folder.split('/').filter((part) => part !== '')
  for (const part of text.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return `${baseUrl}files/${parts.join('/')}`
}
