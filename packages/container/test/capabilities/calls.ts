import type { OpenProgram, TestHost, TestProgram } from '../harness/container-page'

/** Opens a program, runs a test on it, closes it. */
export async function withProgram(
  host: TestHost,
  program: TestProgram,
  run: (opened: OpenProgram) => Promise<void>,
): Promise<void> {
  const opened = await host.open(program)
  await opened.waitForEvent('launched')
  await run(opened)
  await opened.close()
}

/** Begins a capability's call whose answer comes after the user did something. */
export async function begin(
  opened: OpenProgram,
  api: string,
  params: object = {},
): Promise<() => Promise<any>> {
  const slot = `answer-${api}-${Math.random()}`
  const worker = await opened.logicWorker()
  await worker.evaluate(
    ([name, given, key]) => {
      ;(globalThis as any)[key as string] = (globalThis as any).program.call(name, given)
    },
    [api, params, slot] as const,
  )
  return () => worker.evaluate((key) => (globalThis as any)[key], slot)
}

export async function call(opened: OpenProgram, api: string, params: object = {}): Promise<any> {
  const answer = await begin(opened, api, params)
  return answer()
}

export const button = (opened: OpenProgram, name: string) =>
  opened.page.getByRole('button', { name, exact: true })
