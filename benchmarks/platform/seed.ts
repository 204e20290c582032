import type pg from 'pg'

export interface SeedSize {
  users: number
  programs: number
}

/** What a large platform has, in rows that are like those of its own services. One statement a table: minutes, not hours. */
export async function seed(client: pg.ClientBase, { users, programs }: SeedSize): Promise<void> {
  const owners = Math.ceil(programs / 2)
  await client.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified", "updatedAt", "phoneNumber", "phoneNumberVerified")
     select 'seed-' || i, 'Person ' || i, 'person' || i || '@seed.example', true, now(), '+1555' || lpad(i::text, 8, '0'), true
     from generate_series(1, $1::int) i`,
    [users],
  )
  await client.query(
    `insert into entity (kind, state, administrator_id, answers, submitted_at, due_at, approved_at)
     select 'enterprise', case when i % 500 = 0 then 'in-review' else 'approved' end, 'seed-' || i,
       jsonb_build_object('entityName', 'Company ' || i, 'certificateNumber', 'SEED' || i), now(),
       now() + make_interval(mins => i), now()
     from generate_series(1, $1::int) i`,
    [owners],
  )
  await client.query(
    `with words as (select array['River','Tea','Harbour','Lantern','Bamboo','Silk','Jade','Crane','Plum','Willow',
       '江上','茶馆','灯笼','竹林','丝绸','翡翠','白鹤','梅花','杨柳','港湾'] as w),
     owner as (select id, row_number() over (order by id) - 1 as n from entity),
     made as (
       select 'wx' || lpad(to_hex(i), 16, '0') as app_id, owner.id as entity_id, i,
         w[1 + i % 20] || ' ' || w[1 + (i / 20) % 20] || ' ' || i as name
       from generate_series(1, $1::int) i cross join words join owner on owner.n = i % $2)
     insert into program (app_id, entity_id, name, name_key, intro, created_at)
     select app_id, entity_id, name, lower(replace(name, ' ', '')), 'An introduction of a usual length for ' || name,
       now() - make_interval(mins => i) from made`,
    [programs, owners],
  )
  await client.query(
    `insert into program_member (app_id, user_id, role)
     select 'wx' || lpad(to_hex(i), 16, '0'), 'seed-' || (1 + (i * k * 7919::bigint) % $2),
       (array['administrator','operator','developer','tester'])[k]
     from generate_series(1, $1::int) i, generate_series(1, 4) k`,
    [programs, users],
  )
  await client.query(
    `insert into audit_entry (user_id, action, subject, subject_id, at)
     select 'seed-' || (1 + (i * 7919::bigint) % $2), 'change-intro', 'program',
       'wx' || lpad(to_hex(1 + i % $1), 16, '0'), now() - make_interval(secs => i)
     from generate_series(1, $1 * 10) i`,
    [programs, users],
  )
  await client.query(
    `insert into notice (user_id, kind, params, link)
     select 'seed-' || (1 + (i * 7919::bigint) % $2), 'entity-approve', '{"name":"Company"}', '/programs'
     from generate_series(1, $1 * 10) i`,
    [programs, users],
  )
  await client.query(
    `insert into program_application (app_id, kind, value, state, created_at, submitted_at, due_at)
     select app_id, 'category', 'catering/restaurant', 'in-review', created_at, created_at, created_at + interval '2 days'
     from program where right(app_id, 2) = '00'`,
  )
  await client.query('vacuum analyze')
}

/** Somebody who works on many: a provider. */
export async function giveManyPrograms(client: pg.ClientBase, userId: string, count: number): Promise<void> {
  await client.query(
    `insert into program_member (app_id, user_id, role) select app_id, $1, 'developer' from program order by app_id limit $2`,
    [userId, count],
  )
  await client.query(
    `insert into notice (user_id, kind, params, link)
     select $1, 'entity-approve', '{"name":"Company"}', '/programs' from generate_series(1, 2000)`,
    [userId],
  )
}
