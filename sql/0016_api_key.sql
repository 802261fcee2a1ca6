-- A key by which another program of the company calls the API. It belongs to the organization, not to whoever made it,
-- so that what runs on it goes on when they leave. Only the hash of its secret is kept.

create table tandem.api_key (
  org_id uuid not null references tandem.organization on delete cascade,
  api_key_id uuid not null,
  name text not null constraint a_key_says_what_it_is_for check (length(btrim(name)) between 1 and 100),
  secret_hash bytea not null constraint the_secret_of_a_key_is_hashed check (length(secret_hash) = 32),
  -- The last letters of the secret, by which people tell their keys apart.
  hint text not null constraint a_hint_gives_little_away check (length(hint) = 4),
  capabilities text[] not null constraint a_key_may_do_something check (cardinality(capabilities) between 1 and 100),
  made_by uuid not null,
  made_at timestamptz not null,
  ends_on date,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (org_id, api_key_id),
  foreign key (org_id, made_by) references tandem.membership (org_id, membership_id) on delete cascade,
  foreign key (org_id, revoked_by) references tandem.membership (org_id, membership_id) on delete cascade,
  constraint a_key_is_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create unique index a_secret_opens_one_key on tandem.api_key (org_id, secret_hash);

alter table tandem.api_key enable row level security;
alter table tandem.api_key force row level security;
create policy desk_sees_its_organization on tandem.api_key
  using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
    then nullif(current_setting('app.org', true), '')::uuid end));
grant select, insert on tandem.api_key to tandem_app;
-- What a key may do never changes: another right is another key.
grant update (last_used_at, revoked_at, revoked_by) on tandem.api_key to tandem_app;

alter table tandem.audit_log drop constraint an_actor_is_of_a_known_kind;
alter table tandem.audit_log add constraint an_actor_is_of_a_known_kind check (
  actor_kind in ('member','key','system','cli','job','visitor'));
