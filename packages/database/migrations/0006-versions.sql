-- What developers and robots uploaded, and what became of it.
create table program_version (
  id uuid primary key default gen_random_uuid(),
  app_id text not null references program (app_id),
  -- Who uploaded it: a person, or one of the robots that have the upload key.
  user_id text references auth."user" ("id"),
  robot smallint check (robot between 1 and 30),
  check ((user_id is null) <> (robot is null)),
  purpose text not null check (purpose in ('development', 'preview')),
  state text not null default 'compiling' check (state in ('compiling', 'ready', 'failed')),
  -- The one development version that its uploader has.
  is_current boolean not null default false,
  number text not null,
  remark text not null,
  -- SHA-256 of the archive, and what it was.
  source_hash text not null,
  source_bytes integer not null,
  -- Hash of the bundle that the uploader compiled.
  expected_hash text not null,
  bundle_hash text,
  -- SHA-256 of the list of the bundle's files.
  listing_hash text,
  packages jsonb not null default '[]',
  -- Why it failed.
  failure text,
  failure_detail text,
  diagnostics jsonb not null default '[]',
  created_at timestamptz not null,
  compiled_at timestamptz,
  -- Previews end.
  expires_at timestamptz,
  deleted_at timestamptz
);
create unique index program_version_current
  on program_version (app_id, coalesce(user_id, 'robot ' || robot)) where is_current;
create index program_version_compiling on program_version (app_id) where state = 'compiling';

-- The one version that testers open.
create table program_trial (
  app_id text primary key references program (app_id),
  version_id uuid not null references program_version (id),
  start_path text not null default '',
  chosen_by text not null references auth."user" ("id"),
  chosen_at timestamptz not null
);

-- What a program's own server signs in with. Only its hash is kept.
create table app_secret (
  app_id text primary key references program (app_id),
  secret_hash text not null,
  made_at timestamptz not null,
  made_by text not null references auth."user" ("id"),
  frozen_at timestamptz
);

-- With what and from where robots upload.
create table upload_access (
  app_id text primary key references program (app_id),
  -- SPKI as PEM; the private half is nowhere but with whoever made it.
  public_key text,
  key_made_at timestamptz,
  has_allow_list boolean not null default false,
  -- Addresses and networks in CIDR notation.
  allow_list jsonb not null default '[]'
);

-- Of signed requests, so that none counts twice.
create table upload_nonce (
  app_id text not null references program (app_id),
  nonce text not null,
  used_at timestamptz not null,
  primary key (app_id, nonce)
);
create index upload_nonce_age on upload_nonce (used_at);
