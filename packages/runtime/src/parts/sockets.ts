import { addLatePart } from '../api/late-parts'
import { createLocalNetworkApis } from '../api/network/local-network'
import { createSocketApis } from '../api/network/sockets'

addLatePart('sockets', {
  createApis: (context) => ({ ...createSocketApis(context), ...createLocalNetworkApis(context) }),
})
