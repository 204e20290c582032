/** Params, answers and events of the network capabilities, between the worker and the container. */

interface NetworkTaskParams {
  /** Chosen by the worker, never used twice. Events of the task are emitted as `networkTask.<taskId>`. */
  taskId: number
  /** With query. */
  url: string
  header: Record<string, string>
  timeoutMs: number
}

export interface RequestParams extends NetworkTaskParams {
  method: string
  /** Encoded already. */
  body?: string | ArrayBuffer
  responseType: 'text' | 'arraybuffer'
  enableChunked: boolean
  redirect: 'follow' | 'manual'
}

export interface UploadParams extends NetworkTaskParams {
  /** Key of the file, as in the file system's calls. */
  fileKey: string
  fileName: string
  name: string
  formData: Record<string, string>
}

export type DownloadParams = NetworkTaskParams

export interface ReceivedHeaders {
  statusCode: number
  /** As the server spelled them where that is known. A name that came again is joined with a comma. */
  header: Record<string, string>
  /** One text for each `Set-Cookie`. Empty where the browser hides them. */
  cookies: string[]
}

export interface RequestAnswer extends ReceivedHeaders {
  data: string | ArrayBuffer
}

export interface UploadAnswer {
  statusCode: number
  header: Record<string, string>
  cookies: string[]
  data: string
}

export interface DownloadAnswer extends ReceivedHeaders {
  tempFilePath: string
}

export type NetworkTaskEvent =
  | ({ event: 'headersReceived' } & ReceivedHeaders)
  | { event: 'chunkReceived'; data: ArrayBuffer }
  | { event: 'progress'; sentBytes: number; expectedBytes: number }

/** Events of a socket are emitted as `socket.<socketId>`. */
export interface ConnectSocketParams {
  socketId: number
  url: string
  protocols: string[]
  timeoutMs: number
}

export type SocketEvent =
  | { event: 'open'; protocol: string }
  | { event: 'message'; data: string | ArrayBuffer }
  | { event: 'error'; message: string }
  | { event: 'close'; code: number; reason: string }

/** Error numbers that the documentation gives to network failures. */
export const NETWORK_ERRNO = {
  timeout: 5,
  failed: 600001,
  notInDomainList: 600002,
  interrupted: 600003,
  tooManyTasks: 600007,
  tooManyRedirects: 600008,
  invalidUrl: 600009,
} as const
