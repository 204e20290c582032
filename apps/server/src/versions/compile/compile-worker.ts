import { parentPort, workerData } from 'node:worker_threads'
import { compileProject } from '../../releases/compile-project'
import { openArchivedProject } from './archived-project'
import type { CompileTask } from './compile-task'
import { readArchive } from './read-archive'

/** In a thread of its own, so that what watches over time and memory is never held up by what is watched. */
const { archive, appId, limits } = workerData as CompileTask
const files = new Map<string, Uint8Array>()
await readArchive(archive, limits.archive, (path, content) => files.set(path, content))
parentPort!.postMessage(await compileProject(openArchivedProject(files), appId))
