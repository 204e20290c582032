-- Versions that were submitted to be released, and what reviewers decided.
create table code_review (
  id uuid primary key default gen_random_uuid(),
  app_id text not null references program (app_id),
  version_id uuid not null references program_version (id),
  state text not null check (state in ('in-review', 'approved', 'rejected', 'withdrawn', 'replaced')),
  -- What its submitter says: pages, what the reviewer has to know.
  form jsonb not null,
  -- What was found by itself.
  findings jsonb not null default '[]',
  -- Rules that it breaks, with evidence; of the last decision.
  grounds jsonb not null default '[]',
  is_expedited boolean not null default false,
  has_appealed boolean not null default false,
  submitted_by text not null references auth."user" ("id"),
  submitted_at timestamptz not null,
  -- When a reviewer is to have decided.
  due_at timestamptz,
  decided_at timestamptz,
  revision integer not null default 1
);
create unique index code_review_open on code_review (app_id) where state = 'in-review';
create index code_review_queue on code_review (state, due_at, id);
create index code_review_program on code_review (app_id, submitted_at desc);
create index code_review_version on code_review (version_id);
