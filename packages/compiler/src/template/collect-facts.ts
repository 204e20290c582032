import { BUILT_IN_TAGS } from '@sampan/protocol'
import type { Place } from '../diagnostics/diagnose'
import { resolvePath, stripExtension } from '../project/paths'
import {
  HANDLER,
  findModules,
  mentionsModule,
  normaliseAttributeName,
  normaliseTagName,
} from './normalise-source'
import type { Attribute, StartTag, Token } from './tokenize'

/** A path that a template names, as written and as resolved; undefined if it leads out of the program. */
export interface Reference {
  written: string
  path: string | undefined
  place: Place
}

export interface InlineScript {
  module: string
  source: string
  /** Of the script's first character in the WXML file. */
  place: Place
}

/** What one WXML file says about the rest of the program. Paths of templates have no extension, those of WXS do. */
export interface TemplateFacts {
  imports: Reference[]
  includes: Reference[]
  scripts: (Reference & { module: string })[]
  inlineScripts: InlineScript[]
  /** Tag → where it is first used. Directives such as `template` are in here, and tags given to generics. */
  tags: Map<string, Place>
  /** Tags that are in every tree of the template: no condition, list, slot or `<template>` is around them. */
  certainTags: Map<string, Place>
  /** Literal paths of files as written: `src="/images/a.png"`. Relative ones start at the component that is shown. */
  assets: { written: string; place: Place }[]
  definedTemplates: string[]
  /** Literal `is` of `<template is="…">`. */
  usedTemplates: { name: string; place: Place }[]
  /** True if an event or `change:` gets a function of a WXS module. */
  usesViewScript: boolean
}

const UNCERTAIN = /^wx:(if|elif|else|for)$/
const ASSET_TAGS = new Set(['image', 'cover-image', 'video', 'audio'])
const ASSET_ATTRIBUTES = new Set(['src', 'poster'])

export function collectFacts(
  path: string,
  source: string,
  tokens: readonly Token[],
  placeOf: (offset: number) => Place,
): TemplateFacts {
  const facts: TemplateFacts = {
    imports: [],
    includes: [],
    scripts: [],
    inlineScripts: [],
    tags: new Map(),
    certainTags: new Map(),
    assets: [],
    definedTemplates: [],
    usedTemplates: [],
    usesViewScript: false,
  }
  const modules = findModules(tokens)
  /** Open elements, and whether what is in them may not be there. */
  const around: { name: string; isUncertain: boolean }[] = []
  tokens.forEach((token, index) => {
    if (token.kind === 'end-tag') closeElement(normaliseTagName(token.name))
    if (token.kind !== 'start-tag') return
    const name = normaliseTagName(token.name)
    if (!facts.tags.has(name)) facts.tags.set(name, placeOf(token.start))
    openElement(token, name)
    if (name === 'import' || name === 'include') {
      const reference = readReference(token, path, placeOf)
      if (reference) facts[name === 'import' ? 'imports' : 'includes'].push(asTemplate(reference))
    } else if (name === 'wxs') {
      collectScript(token, tokens[index + 1])
    } else if (name === 'template') {
      collectTemplate(token)
    } else {
      for (const attribute of token.attributes) collectAttribute(name, attribute)
    }
  })
  return facts

  function openElement(token: StartTag, name: string): void {
    const isUncertain =
      (around.at(-1)?.isUncertain ?? false) ||
      token.attributes.some((attribute) => UNCERTAIN.test(normaliseAttributeName(attribute.name)))
    if (!isUncertain && !facts.certainTags.has(name)) facts.certainTags.set(name, placeOf(token.start))
    if (token.selfClosing) return
    // A component of the program shows what is in its slots, or not.
    const hidesContent = name !== 'block' && (name === 'template' || !BUILT_IN_TAGS.has(name))
    around.push({ name, isUncertain: isUncertain || hidesContent })
  }

  function closeElement(name: string): void {
    const index = around.findLastIndex((element) => element.name === name)
    if (index !== -1) around.length = index
  }

  function collectScript(token: StartTag, next: Token | undefined): void {
    const module = literal(token, 'module')?.value
    if (!module) return
    const reference = readReference(token, path, placeOf)
    if (reference) facts.scripts.push({ ...withSuffix(reference), module })
    else if (next?.kind === 'script') {
      facts.inlineScripts.push({
        module,
        source: source.slice(next.start, next.end),
        place: placeOf(next.start),
      })
    }
  }

  function collectTemplate(token: StartTag): void {
    const name = literal(token, 'name')?.value
    if (name !== undefined) facts.definedTemplates.push(name)
    const is = literal(token, 'is')
    if (is?.value) facts.usedTemplates.push({ name: is.value, place: placeOf(is.valueStart) })
  }

  function collectAttribute(tag: string, attribute: Attribute): void {
    const { name, value, mustaches } = attribute
    if (value === undefined) return
    if (name.startsWith('generic:') && mustaches.length === 0 && !facts.tags.has(value)) {
      facts.tags.set(value, placeOf(attribute.valueStart))
    }
    if (mustaches.length > 0) {
      const isHandler = HANDLER.test(normaliseAttributeName(name))
      if (isHandler && mentionsModule(attribute, modules)) facts.usesViewScript = true
    } else if (ASSET_TAGS.has(tag) && ASSET_ATTRIBUTES.has(name) && isLocalFile(value)) {
      facts.assets.push({ written: value, place: placeOf(attribute.valueStart) })
    }
  }
}

function literal(token: StartTag, name: string): Attribute | undefined {
  return token.attributes.find((attribute) => attribute.name === name && attribute.mustaches.length === 0)
}

function readReference(
  token: StartTag,
  path: string,
  placeOf: (offset: number) => Place,
): Reference | undefined {
  const src = literal(token, 'src')
  if (!src?.value) return undefined
  return { written: src.value, path: resolvePath(src.value, path), place: placeOf(src.valueStart) }
}

function asTemplate(reference: Reference): Reference {
  return { ...reference, path: reference.path?.replace(/\.wxml$/, '') }
}

function withSuffix<Kind extends Reference>(reference: Kind): Kind {
  return { ...reference, path: reference.path && `${reference.path.replace(/\.wxs$/, '')}.wxs` }
}

function isLocalFile(value: string): boolean {
  return value !== '' && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(value) && stripExtension(value) !== value
}
