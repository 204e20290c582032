import * as v from 'valibot'
import { finiteNumber, integer } from '../number-schemas'

const MAX_URL_LENGTH = 256 * 1024
const MAX_TIMEOUT_MS = 24 * 60 * 60 * 1000

/** What tasks and sockets have in common. */
export const idSchema = v.pipe(integer, v.gtValue(0))
export const urlSchema = v.pipe(v.string(), v.maxLength(MAX_URL_LENGTH))
export const timeoutSchema = v.pipe(finiteNumber, v.gtValue(0), v.maxValue(MAX_TIMEOUT_MS))
export const bodySchema = v.union([v.string(), v.instance(ArrayBuffer)])
