#!/usr/bin/env node
/** Prints the path of a browser as its last line, installing one if there is none. */
import { tsImport } from 'tsx/esm/api'

const { findBrowser } = await tsImport('../src/index.ts', import.meta.url)
try {
  const { path } = await findBrowser({ install: true, say: (step) => console.error(step) })
  console.log(path)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
