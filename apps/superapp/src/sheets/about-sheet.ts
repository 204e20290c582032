import type { ProgramSummary } from '@sampan/platform-api'
import { createProgramIcon } from '../catalogue/program-icon'
import { h } from '../dom/create-element'
import type { PersonalStore } from '../personal/personal-store'
import type { Texts } from '../texts'
import { openSheet } from './sheet'

export interface AboutParts {
  host: HTMLElement
  program: ProgramSummary
  texts: Texts
  personal: PersonalStore
  onOpen(): void
}

/** Name, version, size and permissions of a program, before it is opened. */
export function openAboutSheet({ host, program, texts, personal, onOpen }: AboutParts): void {
  const favouriteButton = h('button', { type: 'button', className: 'quiet button', onclick: toggleFavourite })
  const isFavourite = () => personal.read().favourites.includes(program.appId)
  function showFavourite(): void {
    favouriteButton.textContent = texts.get(isFavourite() ? 'favourite.remove' : 'favourite.add')
  }
  function toggleFavourite(): void {
    personal.setFavourite(program.appId, !isFavourite())
    showFavourite()
  }
  showFavourite()

  const close = openSheet(host, {
    title: texts.pick(program.name),
    closeText: texts.get('close'),
    content: [
      h('p', { className: 'about-intro' }, createProgramIcon(program), texts.pick(program.intro)),
      createFacts(program, texts),
      h(
        'div',
        { className: 'sheet-actions' },
        favouriteButton,
        h('button', { type: 'button', className: 'button', onclick: open }, texts.get('open')),
      ),
    ],
  })
  function open(): void {
    close()
    onOpen()
  }
}

function createFacts(program: ProgramSummary, texts: Texts): HTMLElement {
  const permissions = program.permissions.map(({ scope, reason }) => {
    const name = texts.has(scope) ? texts.get(scope) : scope
    return reason ? `${name}: ${reason}` : name
  })
  const servers = [...new Set(Object.values(program.domains).flat())].map((url) =>
    url.replace(/^\w+:\/\//, ''),
  )
  const { owner, filingNumber } = program
  const rows: [string, string][] = [
    ...(owner ? [[texts.get('about.owner'), owner] as [string, string]] : []),
    ...(filingNumber ? [[texts.get('about.filing'), filingNumber] as [string, string]] : []),
    [texts.get('about.version'), program.version],
    [texts.get('about.size'), formatSize(program.sizeBytes, texts)],
    [texts.get('about.category'), texts.get(`category.${program.category}`)],
    [texts.get('about.permissions'), permissions.join('\n') || texts.get('about.permissions.none')],
    [texts.get('about.servers'), servers.join('\n') || texts.get('about.servers.none')],
  ]
  return h('dl', {}, ...rows.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]))
}

function formatSize(sizeBytes: number, { language }: Texts): string {
  const kilobytes = sizeBytes / 1024
  const [value, unit] = kilobytes < 1024 ? [kilobytes, 'kilobyte'] : [kilobytes / 1024, 'megabyte']
  const options: Intl.NumberFormatOptions = {
    style: 'unit',
    unit,
    maximumFractionDigits: kilobytes < 10 ? 1 : 0,
  }
  return new Intl.NumberFormat(language.replace('_', '-'), options).format(value)
}
