-- Search finds names with a letter missing or swapped.
create extension if not exists pg_trgm;

-- What users have of a program, and had: each release of an approved version, to all at once or to more and more.
create table program_release (
  id uuid primary key default gen_random_uuid(),
  app_id text not null references program (app_id),
  version_id uuid not null references program_version (id),
  state text not null check (state in ('gradual', 'online', 'replaced', 'cancelled')),
  -- Of the users that have it.
  percent smallint not null check (percent between 0 and 100),
  -- Nobody more gets it for now.
  is_paused boolean not null default false,
  -- Those who work on the program, and its testers, have it whatever the percentage.
  members_first boolean not null default false,
  -- An earlier version that came back.
  is_rollback boolean not null default false,
  -- Somebody went back from it: nobody goes back to it.
  was_rolled_back boolean not null default false,
  released_by text not null references auth."user" ("id"),
  created_at timestamptz not null,
  -- When everybody had it.
  online_at timestamptz
);
create unique index program_release_online on program_release (app_id) where state = 'online';
create unique index program_release_gradual on program_release (app_id) where state = 'gradual';
create index program_release_program on program_release (app_id, created_at desc);
create index program_release_version on program_release (version_id);

-- How a released program is offered. Without a row: as is usual.
create table program_service (
  app_id text primary key references program (app_id),
  is_paused boolean not null default false,
  -- Shown to whoever opens it meanwhile.
  pause_notice text not null default '',
  is_searchable boolean not null default true,
  -- Older releases are left at once, not at the next launch.
  minimum_release_id uuid references program_release (id)
);

create index program_released on program (released_at desc) where released_at is not null;
create index program_search on program using gin (name_key gin_trgm_ops) where released_at is not null;
