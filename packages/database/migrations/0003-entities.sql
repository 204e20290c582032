-- Owners of mini programs, from the first form to the yearly review.
create table entity (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  state text not null default 'draft',
  -- The person who registers it, and its administrator from then on.
  administrator_id text not null references auth."user" ("id"),
  verification_route text,
  answers jsonb not null default '{}',
  -- Answers that are secret, as one encrypted object.
  secret_answers bytea,
  created_at timestamptz not null default now(),
  submitted_at timestamptz,
  -- When the next step has to be done: by the reviewer, by the bank, by the yearly review.
  due_at timestamptz,
  approved_at timestamptz,
  -- Counts changes, so that two people cannot decide on what the other has not seen.
  revision integer not null default 1
);
create index entity_administrator on entity (administrator_id, created_at);
create index entity_queue on entity (state, due_at);

-- One entity, one account: a certificate number is confirmed for one entity of the platform only.
create unique index entity_certificate on entity ((answers ->> 'certificateNumber'))
  where state = 'approved' and answers ->> 'certificateNumber' is not null;

create table entity_document (
  id uuid primary key default gen_random_uuid(),
  entity_id uuid not null references entity (id),
  -- Which of the papers that the kind asks for.
  document text not null,
  media_type text not null,
  size_bytes integer not null,
  content bytea not null,
  uploaded_at timestamptz not null default now(),
  -- Papers are kept no longer than the decision needs them.
  delete_after timestamptz,
  unique (entity_id, document)
);
create index entity_document_delete on entity_document (delete_after);

-- Everything that was decided about anything: which process, which step, who, when, why.
create table process_step (
  id bigint generated always as identity primary key,
  process text not null,
  subject_id text not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  actor text not null,
  user_id text references auth."user" ("id"),
  reason text not null default '',
  details jsonb not null default '{}',
  at timestamptz not null default now()
);
create index process_step_subject on process_step (process, subject_id, id);

-- Calls of reviewers to applicants.
create table phone_contact (
  id bigint generated always as identity primary key,
  process text not null,
  subject_id text not null,
  reviewer_id text not null references auth."user" ("id"),
  outcome text not null check (outcome in ('reached', 'no-answer', 'wrong-number')),
  note text not null default '',
  at timestamptz not null default now()
);
create index phone_contact_subject on phone_contact (process, subject_id, id);

-- What anybody did or looked at that somebody may ask about later.
create table audit_entry (
  id bigint generated always as identity primary key,
  user_id text,
  action text not null,
  subject text not null,
  subject_id text not null,
  details jsonb not null default '{}',
  address text not null default '',
  at timestamptz not null default now()
);
create index audit_entry_subject on audit_entry (subject, subject_id, id);
create index audit_entry_user on audit_entry (user_id, id);

create table notice (
  id bigint generated always as identity primary key,
  user_id text not null references auth."user" ("id") on delete cascade,
  kind text not null,
  params jsonb not null default '{}',
  -- Where in the console it leads.
  link text not null default '',
  created_at timestamptz not null default now(),
  read_at timestamptz
);
create index notice_user on notice (user_id, id desc);
