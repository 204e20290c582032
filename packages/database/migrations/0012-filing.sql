-- Filings of mini programs with the administration: one of each program, from its first draft on.
create table filing (
  id uuid primary key default gen_random_uuid(),
  app_id text not null unique references program (app_id),
  entity_id uuid not null references entity (id),
  -- What it is for; decided when it is submitted.
  kind text not null default 'first',
  state text not null default 'draft',
  answers jsonb not null default '{}',
  -- Answers that are secret, as one encrypted object.
  secret_answers bytea,
  -- What the administration has: a change is compared with it, and given up for it.
  filed_answers jsonb,
  filed_secret_answers bytea,
  number text unique,
  filed_at timestamptz,
  -- Why it came back: fields, reasons and suggestions.
  remarks jsonb not null default '[]',
  created_at timestamptz not null,
  submitted_at timestamptz,
  -- When the next step has to be done by whoever it waits for.
  due_at timestamptz,
  -- When that one was last reminded of it.
  reminded_at timestamptz,
  -- Counts changes, so that two people cannot decide on what the other has not seen.
  revision integer not null default 1
);
create index filing_queue on filing (state, due_at, id);
create index filing_entity on filing (entity_id, filed_at);
create index filing_submitted on filing (submitted_at);

create table filing_document (
  filing_id uuid not null references filing (id),
  -- Which of the papers that are asked for.
  document text not null,
  media_type text not null,
  size_bytes integer not null,
  -- Sealed.
  content bytea not null,
  uploaded_at timestamptz not null,
  delete_after timestamptz,
  primary key (filing_id, document)
);
create index filing_document_delete on filing_document (delete_after);

-- Checks of the face of the person in charge, on their phone.
create table filing_face_task (
  id uuid primary key default gen_random_uuid(),
  filing_id uuid not null references filing (id),
  code_hash text not null unique,
  state text not null default 'waiting' check (state in ('waiting', 'passed', 'failed')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index filing_face_task_filing on filing_face_task (filing_id, created_at);

-- Codes of the ministry that are waited for.
create table filing_sms_check (
  id uuid primary key default gen_random_uuid(),
  filing_id uuid not null references filing (id),
  recipient text not null check (recipient in ('entity-principal', 'program-principal')),
  -- Sealed: it is sent a second time.
  code bytea not null,
  sent_at timestamptz not null,
  resent_at timestamptz,
  wrong_tries integer not null default 0,
  confirmed_at timestamptz,
  unique (filing_id, recipient)
);

-- Numbers of owners, and how many mini programs of each got one.
create table entity_filing (
  entity_id uuid primary key references entity (id),
  number text not null unique,
  province text not null,
  last_ordinal integer not null default 0,
  filed_at timestamptz not null
);

-- The last number of a year in a province.
create table filing_serial (
  province text not null,
  year integer not null,
  last integer not null,
  primary key (province, year)
);

-- What the operator decided otherwise than this version's defaults, by area.
create table platform_setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null
);
