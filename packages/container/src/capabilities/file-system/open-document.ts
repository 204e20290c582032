import { type CapabilityHost, CapabilityError } from '../capability'
import { DocumentViewer } from './document-viewer'
import { mediaTypeOf, openProgramFile } from './program-file'
import { saveToDisk } from './save-to-disk'

export interface DocumentParams {
  filePath: string
  fileType?: string | undefined
  showMenu?: boolean | undefined
}

const FILE_TYPES = new Set(['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'])

/** `wx.openDocument`: succeeds once the viewer is open. */
export async function openDocument(host: CapabilityHost, params: DocumentParams): Promise<void> {
  const { filePath, fileType, showMenu } = params
  const extension = fileType ?? filePath.slice(filePath.lastIndexOf('.') + 1).toLowerCase()
  if (fileType !== undefined && !FILE_TYPES.has(fileType)) throw new CapabilityError('filetype not supported')
  const content = await requireFile(host, filePath)
  const viewer = new DocumentViewer()
  viewer.content = content.slice(0, content.size, mediaTypeOf(`x.${extension}`) ?? 'application/octet-stream')
  viewer.fileName = nameOf(filePath)
  viewer.showMenu = showMenu === true
  viewer.text = (key, values) => host.text(key, values)
  void host.overlay.show<void>((close) => {
    viewer.close = () => close()
    return viewer
  })
}

/** `wx.saveFileToDisk`. */
export async function saveProgramFileToDisk(host: CapabilityHost, filePath: string): Promise<void> {
  saveToDisk(await requireFile(host, filePath), nameOf(filePath))
}

export async function requireFile(host: CapabilityHost, key: string): Promise<Blob> {
  const content = await openProgramFile(host, key)
  if (!content) throw new CapabilityError(`no such file or directory ${key}`, { errno: 1300002 })
  return content
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}
