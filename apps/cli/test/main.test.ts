import { expect, test } from 'vitest'
import { runCli } from './harness/run-cli'

test('without a command it explains itself', async () => {
  const { code, stdout } = await runCli([])
  expect(code).toBe(2)
  expect(stdout).toContain('Usage: sampan <command>')
  expect((await runCli(['--help'])).code).toBe(0)
})

test.each(['create', 'build', 'dev', 'smoke', 'login', 'logout', 'whoami', 'bind', 'upload', 'preview'])(
  '%s --help tells its options, in two languages',
  async (command) => {
    const english = await runCli([command, '--help'])
    expect(english).toMatchObject({ code: 0, stderr: '' })
    expect(english.stdout).toContain(`sampan ${command}`)
    const chinese = await runCli([command, '--help', '--lang', 'zh'])
    expect(chinese.stdout).toContain('用法')
  },
)

test('--version is that of the package', async () => {
  expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each([
  [['crate'], 'There is no command crate'],
  [['constructor'], 'There is no command constructor'],
  [['build'], 'Which folder?'],
  [['build', '.'], 'Add --out <folder>'],
  [['build', '.', '--nonsense'], '--nonsense'],
  [['build', '/no/such/folder', '--out', 'x'], 'is not a folder that can be read'],
  [['dev', '.', '--port', '99999'], '--port must be a whole number from 0 to 65535'],
  [['create', 'a', 'b'], 'Unexpected argument: b'],
])('wrong usage %j is told in a line, with exit code 2', async (args, message) => {
  const { code, stderr } = await runCli(args)
  expect(code).toBe(2)
  expect(stderr).toContain(message)
  expect(stderr).not.toContain('    at ')
})
