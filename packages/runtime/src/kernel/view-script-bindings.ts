import { ListenerFlag, Op } from '@sampan/protocol'
import type * as glassEasel from 'glass-easel'
import { RecordedElement } from './recorded-element'
import type { ProcGen } from './proc-gen'
import { toWireValue } from './wire-value'

/**
 * WXS functions given to events and to `change:` run in the page frame, not here. A template tells them by the path
 * they come from: `[1, file, function]` or `[2, wxml file, module, function]`. This takes them out of the worker's
 * tree and records them for the frame.
 */
type LvaluePath = (string | number)[] | null | undefined

/** The part of glass-easel's template writer that templates call and that matters here. */
interface TemplateWriter {
  shadowRoot: glassEasel.ShadowRoot
  v(
    element: glassEasel.Element,
    event: string,
    handler: unknown,
    final: boolean,
    mutated: boolean,
    capture: boolean,
    isDynamic: boolean,
    path?: LvaluePath,
  ): void
  r(element: glassEasel.Element, name: string, value: unknown, model?: LvaluePath, path?: LvaluePath): void
  p(element: glassEasel.Element, name: string, handler: unknown, path?: LvaluePath): void
  d(element: glassEasel.Element, name: string, value: unknown): void
  tryCallPropertyChangeListener(element: glassEasel.Element, name: string, value: unknown): void
  viewScriptsWatched?: boolean
}

export function watchViewScripts(generate: ProcGen, path: string): ProcGen {
  return (writer, isCreation, data, changes) => {
    const templateWriter = writer as TemplateWriter
    if (!templateWriter.viewScriptsWatched) watch(templateWriter, path)
    return generate(writer, isCreation, data, changes)
  }
}

const viewChanges = new WeakMap<glassEasel.Element, Map<string, unknown>>()

function watch(writer: TemplateWriter, _path: string): void {
  writer.viewScriptsWatched = true
  const addListener = writer.v.bind(writer)
  const setDataset = writer.d.bind(writer)

  writer.v = (element, event, handler, final, mutated, capture, isDynamic, path) => {
    const script = scriptOf(path)
    if (!script || typeof handler !== 'function') {
      addListener(element, event, handler, final, mutated, capture, isDynamic, path)
      return
    }
    const target = recordedOf(element)
    if (!target) return
    const flags = capture
      ? ListenerFlag.Capture | (final ? ListenerFlag.CaptureCatch : 0)
      : ListenerFlag.Bind | (final ? ListenerFlag.Catch : 0) | (mutated ? ListenerFlag.MutBind : 0)
    const { recorder } = target.context
    recordOwner(writer, target)
    recorder.op(
      Op.SetViewListener,
      target.id,
      recorder.name(event),
      flags,
      recorder.name(script.module),
      recorder.name(script.name),
    )
  }

  writer.p = (element, name, _handler, path) => {
    const script = scriptOf(path)
    const target = recordedOf(element)
    if (!script || !target) return
    const { recorder } = target.context
    if (!viewChanges.has(element)) viewChanges.set(element, new Map())
    viewChanges.get(element)!.set(name, UNSET)
    recordOwner(writer, target)
    recorder.op(
      Op.SetViewChange,
      target.id,
      recorder.name(name),
      recorder.name(script.module),
      recorder.name(script.name),
    )
  }

  writer.tryCallPropertyChangeListener = (element, name, value) => {
    const watched = viewChanges.get(element)
    if (!watched?.has(name) || watched.get(name) === value) return
    watched.set(name, value)
    const target = recordedOf(element)
    if (!target) return
    const { recorder } = target.context
    recorder.op3(Op.FireViewChange, target.id, recorder.name(name), recorder.value(toWireValue(value)))
  }

  writer.d = (element, name, value) => {
    setDataset(element, name, value)
    const target = recordedOf(element)
    if (!target) return
    const attribute = target.context.environment.styledAttribute(name)
    if (attribute !== undefined) target.setAttribute(attribute, value)
    if (!target.context.needsDatasets(writer.shadowRoot.getHostNode().is)) return
    const { recorder } = target.context
    recorder.op3(Op.SetDataset, target.id, recorder.name(name), recorder.value(toWireValue(value)))
  }
}

const UNSET = Symbol('unset')

function recordOwner(writer: TemplateWriter, target: RecordedElement): void {
  if (target.ownerRecorded) return
  target.ownerRecorded = true
  const host = writer.shadowRoot.getHostNode()
  const owner = recordedOf(host)?.id ?? target.context.virtualHostId(host)
  target.context.recorder.op2(Op.SetOwner, target.id, owner)
}

function recordedOf(element: glassEasel.Element): RecordedElement | undefined {
  const backendElement: unknown = element.getBackendElement()
  return backendElement instanceof RecordedElement && backendElement.id > 0 ? backendElement : undefined
}

function scriptOf(path: LvaluePath): { module: string; name: string } | undefined {
  if (!path) return undefined
  if (path[0] === 1) return { module: String(path[1]), name: path.slice(2).join('.') }
  if (path[0] === 2) return { module: `${path[1]}#${path[2]}`, name: path.slice(3).join('.') }
  return undefined
}
