-- Organizations, the people in them, and the trail of what they did.
-- Every tenant table lives in schema tandem, has org_id first in every key, and forced row-level security.
-- A policy reads two settings that the transaction makes: app.org (the organization) and app.partner (set only
-- for portal sign-ins). With neither set, no row is visible. The wall is one condition: of two, the planner believes
-- that almost no row passes, and sorts whole tables where an index stands in the order that was asked for.

create schema tandem;
grant usage on schema tandem, meta to tandem_app;

-- What a visitor needs before any organization is known. Holds no tenant's data beyond its address.
create table meta.directory (
  slug text primary key constraint a_slug_is_short_and_plain check (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  org_id uuid not null constraint one_slug_per_organization unique
);
-- An organization leaves the directory through tandem.remove_demo only.
grant select, insert on meta.directory to tandem_app;

create table meta.installation (
  only_one boolean primary key default true constraint an_installation_is_one_row check (only_one),
  setup_token_hash bytea,
  claimed_at timestamptz,
  public_url text
);
insert into meta.installation default values;
grant select, update on meta.installation to tandem_app;

create table tandem.organization (
  org_id uuid primary key,
  slug text not null,
  name text not null constraint an_organization_has_a_name check (length(btrim(name)) between 1 and 200),
  time_zone text not null,
  currency text not null constraint a_currency_is_three_letters check (currency ~ '^[A-Z]{3}$'),
  fiscal_year_start_month smallint not null default 1
    constraint a_fiscal_year_starts_in_a_month check (fiscal_year_start_month between 1 and 12),
  working_days smallint[] not null default '{1,2,3,4,5}',
  holidays date[] not null default '{}',
  is_demo boolean not null default false,
  created_at timestamptz not null
);

-- The one row that orders an organization's writes. It is locked by the last statement before commit, so that
-- audit rows and events are numbered without gaps and a reader of the feed misses nothing.
-- facts_seq counts changes that can move a figure; a kept scoreboard is valid while it stands still.
create table tandem.org_head (
  org_id uuid primary key references tandem.organization,
  seq bigint not null default 0,
  hash bytea not null default '\x',
  facts_seq bigint not null default 0
);

-- Short numbers for people to say aloud, one series per word and organization.
create table tandem.number_series (
  org_id uuid not null references tandem.organization,
  word text not null,
  last_number bigint not null default 0,
  primary key (org_id, word)
);

create table tandem.membership (
  org_id uuid not null references tandem.organization,
  membership_id uuid not null,
  user_id text not null,
  display_name text not null,
  roles text[] not null constraint a_member_holds_known_roles check (
    cardinality(roles) > 0 and roles <@ array[
      'cro','ceo','cfo','head_of_partnerships','partner_manager','partner_ops','partner_marketing','ae',
      'executive_sponsor','administrator','advisor','partner_admin','partner_rep']),
  partner_id uuid,
  access_ends_on date,
  suspended_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, membership_id),
  constraint partner_roles_belong_to_a_partner check (
    (partner_id is null and not roles && array['partner_admin','partner_rep'])
    or (partner_id is not null and roles <@ array['partner_admin','partner_rep'])),
  constraint an_advisor_has_an_end_date check (not 'advisor' = any(roles) or access_ends_on is not null)
);
create unique index one_membership_per_person_and_side on tandem.membership
  (org_id, user_id, coalesce(partner_id, '00000000-0000-0000-0000-000000000000'::uuid));
create index membership_of_a_user on tandem.membership (user_id);

create table tandem.invitation (
  org_id uuid not null references tandem.organization,
  invitation_id uuid not null,
  email text not null,
  roles text[] not null,
  partner_id uuid,
  access_ends_on date,
  -- Set by the job that writes the letter, so that no token ever waits in a queue.
  token_hash bytea,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, invitation_id),
  constraint an_invitation_is_accepted_or_revoked check (accepted_at is null or revoked_at is null)
);
create unique index an_invitation_token_is_used_once on tandem.invitation (org_id, token_hash);

create table tandem.audit_log (
  org_id uuid not null references tandem.organization,
  seq bigint not null,
  at timestamptz not null,
  actor_kind text not null constraint an_actor_is_of_a_known_kind check (
    actor_kind in ('member','system','cli','job')),
  actor_id text not null,
  action text not null constraint an_action_is_entity_dot_verb check (action ~ '^[a-z_]+\.[a-z_]+$'),
  entity_id text,
  before jsonb,
  after jsonb,
  bulk_count bigint,
  bulk_hash text,
  request_id text,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (org_id, seq)
);

-- The outbox: what happened, in the order of the audit trail.
create table tandem.event (
  org_id uuid not null references tandem.organization,
  seq bigint not null,
  at timestamptz not null,
  type text not null,
  subject text,
  payload jsonb not null,
  primary key (org_id, seq)
);

-- One row per creating call; written in the transaction of its effect, so the effect happens once.
create table tandem.idempotency_key (
  org_id uuid not null references tandem.organization,
  actor_id text not null,
  key text not null constraint a_key_has_at_most_255_characters check (length(key) between 1 and 255),
  request_hash text not null,
  result jsonb,
  created_at timestamptz not null,
  primary key (org_id, actor_id, key)
);

create table tandem.exchange_rate (
  org_id uuid not null references tandem.organization,
  currency text not null constraint a_rate_is_for_a_currency check (currency ~ '^[A-Z]{3}$'),
  effective_on date not null,
  rate numeric(20, 10) not null constraint a_rate_is_positive check (rate > 0),
  recorded_at timestamptz not null,
  primary key (org_id, currency, effective_on)
);

-- Files behind one port, in chunks, so that a large one never stands in memory whole.
create table tandem.file (
  org_id uuid not null references tandem.organization,
  file_id uuid not null,
  name text not null,
  byte_length bigint,
  sha256 text,
  created_at timestamptz not null,
  primary key (org_id, file_id)
);
create table tandem.file_chunk (
  org_id uuid not null,
  file_id uuid not null,
  position integer not null,
  content bytea not null,
  primary key (org_id, file_id, position),
  foreign key (org_id, file_id) references tandem.file on delete cascade
);

create table tandem.saved_view (
  org_id uuid not null references tandem.organization,
  view_id uuid not null,
  membership_id uuid not null,
  page text not null,
  name text not null constraint a_view_has_a_name check (length(btrim(name)) between 1 and 100),
  query text not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  primary key (org_id, view_id),
  foreign key (org_id, membership_id) references tandem.membership
);

do $$
declare t text;
begin
  foreach t in array array['organization','org_head','number_series','membership','invitation','audit_log','event',
    'idempotency_key','exchange_rate','file','file_chunk','saved_view'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
end $$;

-- A person finds the organizations they belong to before one is chosen.
create policy a_person_sees_their_memberships on tandem.membership for select
  using (user_id = (select nullif(current_setting('app.person', true), '')));
create policy a_person_sees_their_organizations on tandem.organization for select
  using (exists (select from tandem.membership m where m.org_id = organization.org_id
    and m.user_id = (select nullif(current_setting('app.person', true), ''))));

-- A portal sign-in writes to the trail like anyone else, sees its organization's frame, and nothing of its rows.
create policy portal_sees_the_frame on tandem.organization for select
  using (org_id = (select nullif(current_setting('app.org', true), '')::uuid));
create policy portal_sees_itself on tandem.membership for select
  using (org_id = (select nullif(current_setting('app.org', true), '')::uuid)
    and partner_id = (select nullif(current_setting('app.partner', true), '')::uuid));

-- Append-only means that the app's role has no right to update or delete.
grant select, insert on tandem.audit_log, tandem.event to tandem_app;
grant select, insert, update on tandem.organization, tandem.org_head, tandem.number_series, tandem.membership,
  tandem.invitation, tandem.idempotency_key, tandem.exchange_rate to tandem_app;
grant delete on tandem.idempotency_key to tandem_app;
grant select, insert, update, delete on tandem.file, tandem.file_chunk, tandem.saved_view to tandem_app;
