/**
 * Script of the program's world: a hidden iframe of an opaque origin that holds the logic worker. It runs in that
 * iframe, so it is text here. `boot` brings the worker's code and two ports: the program's and the control port.
 *
 * Control port in:  'ping', 'terminate'.
 * Control port out: 'pong', { broken: message }.
 */
export const WORLD_SCRIPT = `
addEventListener('message', function boot(event) {
  if (event.source !== parent || !event.data || event.data.type !== 'boot') return
  removeEventListener('message', boot)
  const control = event.ports[1]
  let worker
  try {
    worker = new Worker(URL.createObjectURL(new Blob([event.data.script], { type: 'text/javascript' })))
  } catch (error) {
    control.postMessage({ broken: String(error) })
    return
  }
  worker.onerror = (event) => {
    event.preventDefault()
    control.postMessage({ broken: event.message || 'the worker could not start' })
  }
  worker.onmessage = (event) => {
    if (event.data === 'pong') control.postMessage('pong')
  }
  worker.postMessage({ type: 'boot' }, [event.ports[0]])
  control.onmessage = (event) => {
    if (event.data === 'ping') worker.postMessage('ping')
    if (event.data === 'terminate') worker.terminate()
  }
})
`

/**
 * Comes before the worker's own code, on its first line: answers the heartbeat, which nobody else sees. A worker that
 * spins does not answer.
 */
export const HEARTBEAT_PRELUDE =
  `(()=>{const send=self.postMessage.bind(self);` +
  `self.addEventListener('message',(event)=>{if(event.data==='ping'){event.stopImmediatePropagation();send('pong')}})})();`
