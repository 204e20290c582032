-- What a person is (confirmed email and phone, second factor, parts in the platform) is known to every server process
-- at once when it changes.
create function auth.note_account_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('account_change', new."id");
  return new;
end $$;
create trigger account_change after update on auth."user" for each row execute function auth.note_account_change();

create function auth.note_staff_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('account_change', coalesce(new.user_id, old.user_id));
  return null;
end $$;
create trigger staff_change after insert or update or delete on staff
  for each row execute function auth.note_staff_change();
