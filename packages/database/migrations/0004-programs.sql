-- Mini programs as those who make them see them.
create table program (
  app_id text primary key check (app_id ~ '^wx[0-9a-f]{16}$'),
  entity_id uuid not null references entity (id),
  -- Empty until somebody gives it one.
  name text not null default '',
  -- The name as names are compared and searched: without case and width.
  name_key text not null default '',
  intro text not null default '',
  -- SHA-256 of the picture.
  avatar text,
  avatar_media_type text,
  -- Where the data of its users is kept; overseas owners have to say so.
  data_region text,
  -- When a version of it was first released.
  released_at timestamptz,
  created_at timestamptz not null default now(),
  -- Counts changes of this row, so that nobody overwrites what they have not seen.
  revision integer not null default 1
);
create index program_entity on program (entity_id, created_at);

-- Who works on a program or tries it; one person may have several roles.
create table program_member (
  app_id text not null references program (app_id),
  user_id text not null references auth."user" ("id"),
  role text not null check (role in ('administrator', 'operator', 'developer', 'analyst', 'tester')),
  added_by text references auth."user" ("id"),
  added_at timestamptz not null default now(),
  primary key (app_id, user_id, role)
);
create index program_member_user on program_member (user_id, app_id);
create unique index program_administrator on program_member (app_id) where role = 'administrator';
