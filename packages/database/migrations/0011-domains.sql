-- Addresses that a program may talk to and show, by kind.
create table program_domain (
  app_id text not null references program (app_id),
  kind text not null check (
    kind in ('request', 'socket', 'upload', 'download', 'udp', 'tcp', 'dnsPrefetch', 'webView')
  ),
  address text not null,
  -- Of the address; the port that is reached.
  host text not null,
  port integer,
  -- In the order in which they were written.
  position integer not null,
  added_by text not null references auth."user" ("id"),
  added_at timestamptz not null,
  primary key (app_id, kind, address)
);
create index program_domain_host on program_domain (kind, host);

-- What all lists of a program share.
create table program_domain_setting (
  app_id text primary key references program (app_id),
  -- ICP filing numbers as the owner gives them, by host.
  icp_numbers jsonb not null default '{}',
  -- The file that shows that a site for web-view is the owner's.
  proof_name text not null,
  proof_content text not null,
  revision integer not null default 1
);

-- Changes of server domains, counted by month.
create table program_domain_change (
  id bigint generated always as identity primary key,
  app_id text not null references program (app_id),
  at timestamptz not null
);
create index program_domain_change_program on program_domain_change (app_id, at);

-- How far servers of programs are from this platform; each server once, whoever uses it.
create table backend_measurement (
  host text not null,
  port integer not null,
  is_secure boolean not null,
  at timestamptz not null,
  -- Why it was not reached; the times are null then.
  problem text,
  p50_ms real,
  p95_ms real,
  tls_ms real,
  primary key (host, port, is_secure, at)
);
create index backend_measurement_at on backend_measurement (at);
