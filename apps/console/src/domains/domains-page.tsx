import type { Program } from '@sampan/platform-api'
import { ProgramPage } from '../programs/program-page'
import { Loaded } from '../ui/loaded'
import { Backends } from './backends'
import { useDomains } from './domain-api'
import { ServerSetting } from './server-setting'
import { WebViewSetting } from './web-view-setting'

/** Which servers the program may talk to, and how they answer. */
export default function DomainsPage() {
  return <ProgramPage>{(program) => <Domains program={program} />}</ProgramPage>
}

function Domains({ program: { appId, permissions } }: { program: Program }) {
  const mayChange = permissions.includes('change-development-settings')
  return (
    <Loaded query={useDomains(appId)}>
      {(domains) => (
        <div className="stack">
          <ServerSetting key={`servers ${domains.revision}`} {...{ appId, domains, mayChange }} />
          {domains.mayHaveWebView && (
            <WebViewSetting key={`sites ${domains.revision}`} {...{ appId, domains, mayChange }} />
          )}
          <Backends appId={appId} mayMeasure={mayChange} />
        </div>
      )}
    </Loaded>
  )
}
