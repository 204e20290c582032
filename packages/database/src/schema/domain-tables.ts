import type { ColumnType, Generated } from 'kysely'

/** 0011-domains.sql */
export interface DomainTables {
  program_domain: {
    app_id: string
    kind: 'request' | 'socket' | 'upload' | 'download' | 'udp' | 'tcp' | 'dnsPrefetch' | 'webView'
    address: string
    host: string
    port: number | null
    position: number
    added_by: string
    added_at: Date
  }
  program_domain_setting: {
    app_id: string
    icp_numbers: ColumnType<Record<string, string>, string | undefined, string>
    proof_name: string
    proof_content: string
    revision: Generated<number>
  }
  program_domain_change: { id: Generated<number>; app_id: string; at: Date }
  backend_measurement: {
    host: string
    port: number
    is_secure: boolean
    at: Date
    problem: string | null
    p50_ms: number | null
    p95_ms: number | null
    tls_ms: number | null
  }
}
