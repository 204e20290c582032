#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.setSourceMapsEnabled(true)

/** The published package ships the bundle; in the repository it follows the sources. */
const isRepository = existsSync(fileURLToPath(new URL('../src/main.ts', import.meta.url)))
const mainUrl = isRepository
  ? await (await import('./bundle-sources.mjs')).bundleSources()
  : new URL('../dist/main.js', import.meta.url).href

const { main } = await import(mainUrl)
process.exitCode = await main(process.argv.slice(2))
