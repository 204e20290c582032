-- Who has which name: the program that bears or applied for it, or for a while the owner who gave it up.
create table program_name (
  name_key text primary key,
  app_id text references program (app_id),
  entity_id uuid not null references entity (id),
  -- When a name that was given up is anybody's again.
  free_at timestamptz,
  check ((app_id is null) = (free_at is not null))
);
create index program_name_program on program_name (app_id);
create index program_name_free on program_name (free_at);

-- Changes that are counted against a limit.
create table program_change (
  id bigint generated always as identity primary key,
  app_id text not null references program (app_id),
  what text not null check (what in ('name', 'intro', 'avatar', 'category')),
  at timestamptz not null
);
create index program_change_program on program_change (app_id, what, at);

-- What a program has only once its papers were looked at: categories, and names that need proof.
create table program_application (
  id uuid primary key default gen_random_uuid(),
  app_id text not null references program (app_id),
  kind text not null check (kind in ('name', 'category')),
  -- The name, or the id of the category.
  value text not null,
  state text not null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  due_at timestamptz,
  revision integer not null default 1
);
create unique index program_application_category on program_application (app_id, value) where kind = 'category';
create unique index program_application_name on program_application (app_id) where kind = 'name' and state <> 'approved';
create index program_application_queue on program_application (state, due_at, id);

create table program_paper (
  application_id uuid not null references program_application (id) on delete cascade,
  -- Which of the papers that are asked for.
  paper text not null,
  media_type text not null,
  size_bytes integer not null,
  -- Sealed.
  content bytea not null,
  uploaded_at timestamptz not null,
  delete_after timestamptz,
  primary key (application_id, paper)
);
create index program_paper_delete on program_paper (delete_after);
