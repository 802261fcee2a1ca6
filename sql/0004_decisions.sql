-- Decisions: derived from facts, a policy version and a moment; kept with their reasons.

create table tandem.policy (
  org_id uuid not null references tandem.organization,
  word text not null constraint a_policy_governs_a_known_word check (word in ('attribution','scoreboard')),
  version integer not null,
  body jsonb not null,
  in_force_from date not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (org_id, word, version)
);

create table tandem.policy_signature (
  org_id uuid not null,
  word text not null,
  version integer not null,
  seat text not null,
  membership_id uuid not null,
  signed_at timestamptz not null,
  primary key (org_id, word, version, seat),
  foreign key (org_id, word, version) references tandem.policy,
  foreign key (org_id, membership_id) references tandem.membership
);

-- One row per verdict. The newest one stands; opportunity.credit_class repeats it for lists.
create table tandem.credit (
  org_id uuid not null,
  opportunity_id uuid not null,
  credit_id uuid not null,
  class text not null constraint a_verdict_is_of_a_known_class check (class in
    ('sourced','co_sold','influenced','assisted','none')),
  co_sold boolean not null default false,
  partner_id uuid,
  policy_version integer not null,
  reasons jsonb not null,
  evidence jsonb not null,
  cause text not null,
  decided_at timestamptz not null,
  primary key (org_id, opportunity_id, credit_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, partner_id) references tandem.partner,
  constraint a_verdict_names_its_partner check ((class = 'none') = (partner_id is null))
);

create table tandem.dispute (
  org_id uuid not null,
  dispute_id uuid not null,
  opportunity_id uuid not null,
  claim text not null constraint a_dispute_says_what_is_claimed check (length(btrim(claim)) > 0),
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  outcome text,
  primary key (org_id, dispute_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  constraint a_closed_dispute_has_an_outcome check ((closed_at is null) = (outcome is null))
);
create unique index one_open_dispute_per_deal on tandem.dispute (org_id, opportunity_id) where closed_at is null;

-- The imported claims that a named person accepted as they stand, as a whole, on a date.
create table tandem.opening_balance (
  org_id uuid not null references tandem.organization,
  opening_balance_id uuid not null,
  accepted_by uuid not null,
  accepted_at timestamptz not null,
  accepted_on date not null,
  through_import bigint not null,
  claims integer not null,
  amounts jsonb not null,
  primary key (org_id, opening_balance_id),
  foreign key (org_id, accepted_by) references tandem.membership
);

create table tandem.scoreboard_opening (
  org_id uuid not null,
  opening_id uuid not null,
  membership_id uuid not null,
  roles text[] not null,
  opened_at timestamptz not null,
  opened_on date not null,
  primary key (org_id, opening_id),
  foreign key (org_id, membership_id) references tandem.membership
);
create unique index one_opening_a_day_and_person on tandem.scoreboard_opening (org_id, opened_on, membership_id);

do $$
declare t text;
begin
  foreach t in array array['policy','policy_signature','credit','dispute','opening_balance','scoreboard_opening'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
end $$;

grant select, insert on tandem.policy, tandem.policy_signature, tandem.credit, tandem.opening_balance,
  tandem.scoreboard_opening to tandem_app;
grant select, insert, update on tandem.dispute to tandem_app;

-- Functions with the owner's rights look into the caller's temporary schema last: PostgreSQL would look there first
-- for a type, and whoever serves as the app could make a domain named uuid and have the owner run its check.

-- The demo company goes away whole. Only an organization that was made as a demo can be removed this way.
create function tandem.remove_demo(the_org uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t text;
begin
  if nullif(current_setting('app.org', true), '')::uuid is distinct from the_org
     or not exists (select from tandem.organization where org_id = the_org and is_demo) then
    raise exception 'only a demo organization can be removed, and only from within';
  end if;
  delete from tandem.file_chunk where org_id = the_org;
  foreach t in array array[
    'policy_signature','policy','credit','dispute','opening_balance','scoreboard_opening','withdrawal',
    'vendor_contact','touch_confirmation','touch','introduction','opportunity_partner','stage_change',
    'opportunity_fact','opportunity','partner_person','invitation'] loop
    execute format('delete from tandem.%I where org_id = $1', t) using the_org;
  end loop;
  update tandem.partner set manager_id = null where org_id = the_org;
  foreach t in array array['saved_view','membership','partner_fact','partner','account_fact','account',
    'import_reject','import_draft','import','stage_rule','source','file','exchange_rate','idempotency_key','event',
    'audit_log','number_series','org_head','organization'] loop
    execute format('delete from tandem.%I where org_id = $1', t) using the_org;
  end loop;
  delete from meta.directory where org_id = the_org;
end $$;
revoke all on function tandem.remove_demo(uuid) from public;
grant execute on function tandem.remove_demo(uuid) to tandem_app;

-- The app's role has no rights on the job tables; this is its only way in. The job exists if and only if the
-- transaction that caused it commits.
create function tandem.enqueue(task text, payload json, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => job_key);
end $$;
revoke all on function tandem.enqueue(text, json, text) from public;
grant execute on function tandem.enqueue(text, json, text) to tandem_app;

-- The app's role cannot analyze tables that it does not own. After an import the planner must know what came, or the
-- next minute's lists are slow.
create function tandem.refresh_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze tandem.account, tandem.partner, tandem.opportunity, tandem.opportunity_fact, tandem.stage_change,
    tandem.opportunity_partner, tandem.import;
end $$;
revoke all on function tandem.refresh_statistics() from public;
grant execute on function tandem.refresh_statistics() to tandem_app;
