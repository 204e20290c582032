import * as v from 'valibot'
import { type Capability, type CapabilityHost, method } from '../capability'
import { domainGuardOf } from '../network/domain-guard'
import { bodySchema, idSchema, timeoutSchema, urlSchema } from '../network/network-schemas'
import { integer } from '../number-schemas'
import { createSockets } from './sockets'

const socketSchema = v.object({
  socketId: idSchema,
  url: urlSchema,
  protocols: v.pipe(v.array(v.string()), v.maxLength(50)),
  timeoutMs: timeoutSchema,
})

/** What `wx.connectSocket` asks for, under the domain list. */
function createSocketFamily(host: CapabilityHost): Capability {
  const sockets = createSockets(host)
  return {
    methods: {
      connectSocket: method(socketSchema, (params) => {
        domainGuardOf(host).check(params.url, 'socket')
        sockets.connect(params)
      }),
      sendSocketMessage: method(v.object({ socketId: idSchema, data: bodySchema }), (params) =>
        sockets.send(params.socketId, params.data),
      ),
      closeSocket: method(v.object({ socketId: idSchema, code: integer, reason: v.string() }), (params) =>
        sockets.close(params.socketId, params.code, params.reason),
      ),
    },
    dispose: sockets.dispose,
  }
}

export { createSocketFamily as create }
