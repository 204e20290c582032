-- Links by which people join a program.
create table program_invitation (
  id uuid primary key default gen_random_uuid(),
  app_id text not null references program (app_id),
  -- SHA-256 of what is in the link.
  token_hash text not null unique,
  roles text[] not null,
  most_uses integer not null check (most_uses > 0),
  uses integer not null default 0 check (uses <= most_uses),
  created_by text not null references auth."user" ("id"),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index program_invitation_program on program_invitation (app_id, created_at);

-- An administrator who hands a program over, until the other one takes it.
create table administrator_offer (
  app_id text primary key references program (app_id),
  to_user_id text not null references auth."user" ("id"),
  offered_by text not null references auth."user" ("id"),
  -- What the one who hands over is from then on; nothing if they leave.
  stay_as text[] not null,
  expires_at timestamptz not null
);
