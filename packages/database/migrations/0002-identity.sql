-- Who signs in. The tables, and their camel-case names, are those of the library better-auth with its plugins.
create schema auth;

create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean,
  "phoneNumber" text unique,
  "phoneNumberVerified" boolean,
  "language" text not null default 'en'
);

create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create index "session_userId_idx" on auth."session" ("userId");

create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth."account" ("userId");

create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on auth."verification" ("identifier");

create table auth."twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

create table auth."deviceCode" (
  "id" text not null primary key,
  "deviceCode" text not null unique,
  "userCode" text not null unique,
  "userId" text,
  "expiresAt" timestamptz not null,
  "status" text not null,
  "lastPolledAt" timestamptz,
  "pollingInterval" integer,
  "clientId" text,
  "scope" text
);

create table auth."rateLimit" (
  "id" text not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);

-- A session that ends is forgotten by every server process at once.
create function auth.note_session_end() returns trigger language plpgsql as $$
begin
  perform pg_notify('session_end', encode(sha256(convert_to(old."token", 'UTF8')), 'hex'));
  return old;
end $$;
create trigger session_end after delete on auth."session" for each row execute function auth.note_session_end();

-- People who work for the platform, beside what they are to mini programs of their own.
create table staff (
  user_id text not null references auth."user" ("id") on delete cascade,
  role text not null check (role in ('reviewer', 'regulator', 'operator')),
  granted_at timestamptz not null default now(),
  primary key (user_id, role)
);

-- What a platform without a mail or phone provider would have sent. The console shows it and says so.
create table simulated_message (
  id bigint generated always as identity primary key,
  channel text not null check (channel in ('email', 'sms')),
  recipient text not null,
  subject text not null default '',
  body text not null,
  sent_at timestamptz not null default now()
);
create index simulated_message_recipient on simulated_message (recipient, sent_at desc);
