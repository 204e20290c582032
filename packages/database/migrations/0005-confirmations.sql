-- What somebody confirms on their phone before it is done.
create table confirmation (
  id uuid primary key default gen_random_uuid(),
  user_id text not null references auth."user" ("id") on delete cascade,
  -- The sign-in that asked; another one decides.
  session_id text not null,
  -- SHA-256 of the code in the QR code.
  code_hash text not null unique,
  action text not null,
  -- The program, and whom or what of it: see confirmation-subject.ts.
  subject text not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused', 'used')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index confirmation_user on confirmation (user_id, action, subject);
create index confirmation_expiry on confirmation (expires_at);
