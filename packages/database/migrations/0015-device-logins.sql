-- Tools without a browser (the command line), signed in with the help of a phone.
create table device_login (
  id uuid primary key default gen_random_uuid(),
  -- SHA-256 of what the tool keeps for itself, and of what it shows.
  device_code_hash text not null unique,
  user_code_hash text not null unique,
  device text not null,
  address text not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused')),
  -- Who decided.
  user_id text references auth."user" ("id") on delete cascade,
  interval_seconds integer not null,
  asked_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index device_login_address on device_login (address, created_at);
create index device_login_expiry on device_login (expires_at);

create table device_token (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  user_id text not null references auth."user" ("id") on delete cascade,
  device text not null,
  address text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null
);
create index device_token_user on device_token (user_id);
create index device_token_use on device_token (last_used_at);

-- As with sessions: every server process forgets it at once.
create function note_device_token_end() returns trigger language plpgsql as $$
begin
  perform pg_notify('session_end', old.token_hash);
  return old;
end $$;
create trigger device_token_end after delete on device_token for each row execute function note_device_token_end();

-- Whoever changes their password signs out whatever a thief of the old one signed in.
create function auth.end_device_tokens() returns trigger language plpgsql as $$
begin
  delete from public.device_token where user_id = new."userId";
  return new;
end $$;
create trigger password_change after update of "password" on auth."account"
  for each row when (old."password" is distinct from new."password") execute function auth.end_device_tokens();

-- The sign-in library's own device login gave tools a full session.
drop table auth."deviceCode";

-- What a phone shows of the browser that asks for a confirmation.
alter table confirmation add column device text not null default '', add column address text not null default '';
