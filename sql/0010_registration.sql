-- Deals that partners register: taken in, decided, protected. What is protected is kept apart by an exclusion constraint.
create extension if not exists btree_gist;

-- What a partner may register, and whether it may at all. countries null: everywhere.
alter table tandem.partner add column countries text[];
alter table tandem.partner add column certified_on date;
alter table tandem.partner add column suspended_at timestamptz;

create table tandem.registration (
  org_id uuid not null references tandem.organization,
  registration_id uuid not null,
  number bigint not null,
  partner_id uuid not null,
  way text not null constraint a_registration_came_in_a_known_way check (way in ('portal','form','api','desk','mail')),
  -- Who typed it: the person at the partner, and the sign-in or link by which it came.
  rep_id uuid,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  state text not null constraint a_registration_is_in_a_known_state check (state in ('draft','submitted','returned',
    'conflict','accepted','converted','won','lost','rejected','appealed','withdrawn','expired','void')),
  -- As it is typed; once it is sent, what was sent stands beside it.
  draft jsonb not null default '{}',
  submission jsonb,
  page_version integer,
  legal_name text,
  country text,
  domain text,
  name_country text,
  account_key text,
  products text[] not null default '{}',
  value_minor bigint,
  currency text,
  close_on date,
  -- The reading of its events, for lists; the events say it.
  events integer not null default 0,
  submitted_at timestamptz,
  submitted_on date,
  complete_at timestamptz,
  decided_on date,
  due_on date,
  protected_from date,
  protected_until date,
  last_activity_on date,
  ae_id uuid,
  account_id uuid,
  opportunity_id uuid,
  primary key (org_id, registration_id),
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, rep_id) references tandem.partner_person,
  foreign key (org_id, ae_id) references tandem.membership,
  foreign key (org_id, account_id) references tandem.account,
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  constraint one_number_per_registration unique (org_id, number),
  constraint what_was_sent_is_complete check (state in ('draft','withdrawn')
    or (submission is not null and submitted_at is not null and account_key is not null and page_version is not null))
);
create index registration_in_order on tandem.registration (org_id, state, due_on, number);
create index registration_of_a_partner on tandem.registration (org_id, partner_id, number desc);
create index registration_by_account on tandem.registration (org_id, account_key) where account_key is not null;
create index registration_by_name on tandem.registration (org_id, name_country) where name_country is not null;
create index registration_of_a_rep on tandem.registration (org_id, rep_id) where rep_id is not null;
create unique index one_registration_per_deal on tandem.registration (org_id, opportunity_id)
  where opportunity_id is not null and state in ('accepted','converted','won');

-- What happened to it, in order. nth makes two who decide at once one after the other.
create table tandem.registration_event (
  org_id uuid not null,
  registration_id uuid not null,
  nth integer not null,
  type text not null,
  by text not null constraint an_event_is_caused_by_a_known_kind check (by in
    ('partner','manager','decider','panel','cro','ae','system')),
  actor text not null,
  at timestamptz not null,
  on_day date not null,
  body jsonb not null default '{}',
  primary key (org_id, registration_id, nth),
  foreign key (org_id, registration_id) references tandem.registration
);

-- What the checks found, for the desk alone.
create table tandem.registration_check (
  org_id uuid not null,
  registration_id uuid not null,
  run_id uuid not null,
  checks jsonb not null,
  facts jsonb not null,
  ran_at timestamptz not null,
  primary key (org_id, registration_id, run_id),
  foreign key (org_id, registration_id) references tandem.registration
);

-- Products as numbers, so that "the whole account" is a range that meets each of them.
create table tandem.protected_product (
  org_id uuid not null references tandem.organization,
  product_key text not null,
  number integer not null,
  primary key (org_id, product_key),
  constraint one_number_per_product unique (org_id, number)
);

-- Who has which account, for which product, on which days. Two cannot.
create table tandem.registration_protection (
  org_id uuid not null,
  registration_id uuid not null,
  product int4range not null,
  account_key text not null,
  during daterange not null,
  primary key (org_id, registration_id, product),
  foreign key (org_id, registration_id) references tandem.registration,
  constraint an_account_is_protected_for_one_partner_at_a_time exclude using gist
    (org_id with =, account_key with =, product with &&, during with &&)
);

-- What the clocks asked for, each once.
create table tandem.registration_duty (
  org_id uuid not null,
  registration_id uuid not null,
  kind text not null,
  on_day date not null,
  done_at timestamptz not null,
  primary key (org_id, registration_id, kind, on_day),
  foreign key (org_id, registration_id) references tandem.registration
);

-- Several want one account: a case with a ruling.
create table tandem.registration_conflict (
  org_id uuid not null references tandem.organization,
  conflict_id uuid not null,
  number bigint not null,
  account_key text not null,
  state text not null constraint a_conflict_is_in_a_known_state check (state in ('open','ruled','appealed','closed')),
  recommendation jsonb not null,
  opened_at timestamptz not null,
  opened_by text not null,
  due_at timestamptz not null,
  ground text,
  winner_id uuid,
  words text,
  evidence jsonb not null default '[]',
  ruled_by text,
  ruled_at timestamptz,
  primary key (org_id, conflict_id),
  foreign key (org_id, winner_id) references tandem.registration,
  constraint one_number_per_conflict unique (org_id, number),
  constraint a_ruling_is_written check ((ruled_at is null) = (ground is null) and (ground is null or
    (length(btrim(words)) > 0 and ruled_by is not null)))
);
create unique index one_open_conflict_per_account on tandem.registration_conflict (org_id, account_key)
  where state in ('open','appealed');
create table tandem.conflict_party (
  org_id uuid not null,
  conflict_id uuid not null,
  registration_id uuid not null,
  primary key (org_id, conflict_id, registration_id),
  foreign key (org_id, conflict_id) references tandem.registration_conflict,
  foreign key (org_id, registration_id) references tandem.registration
);

-- Accounts that are sold to directly. Each list replaces the one before and keeps its day.
create table tandem.direct_only_list (
  org_id uuid not null references tandem.organization,
  list_id uuid not null,
  refreshed_on date not null,
  kept_at timestamptz not null,
  kept_by text not null,
  primary key (org_id, list_id)
);
create table tandem.direct_only_account (
  org_id uuid not null,
  list_id uuid not null,
  entry_id uuid not null,
  name text not null,
  country text,
  domain text,
  name_country text,
  primary key (org_id, list_id, entry_id),
  foreign key (org_id, list_id) references tandem.direct_only_list
);
create index direct_only_by_domain on tandem.direct_only_account (org_id, list_id, domain);
create index direct_only_by_name on tandem.direct_only_account (org_id, list_id, name_country);

do $$
declare t text;
begin
  foreach t in array array['registration','registration_event','registration_check','protected_product',
    'registration_protection','registration_duty','registration_conflict','conflict_party','direct_only_list',
    'direct_only_account'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
  execute $p$create policy portal_sees_its_own on tandem.registration for select
    using (org_id = (select nullif(current_setting('app.org', true), '')::uuid)
      and partner_id = (select nullif(current_setting('app.partner', true), '')::uuid))$p$;
  execute $p$create policy portal_sees_its_own on tandem.registration_event for select
    using (org_id = (select nullif(current_setting('app.org', true), '')::uuid)
      and exists (select from tandem.registration r where r.org_id = registration_event.org_id
        and r.registration_id = registration_event.registration_id
        and r.partner_id = (select nullif(current_setting('app.partner', true), '')::uuid)))$p$;
end $$;

grant select, insert on tandem.registration_event, tandem.registration_check, tandem.protected_product,
  tandem.registration_duty, tandem.conflict_party, tandem.direct_only_list, tandem.direct_only_account to tandem_app;
grant select, insert, update on tandem.registration, tandem.registration_conflict to tandem_app;
grant select, insert, update, delete on tandem.registration_protection to tandem_app;

create or replace function tandem.remove_demo(the_org uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t text;
begin
  if nullif(current_setting('app.org', true), '')::uuid is distinct from the_org
     or not exists (select from tandem.organization where org_id = the_org and is_demo) then
    raise exception 'only a demo organization can be removed, and only from within';
  end if;
  delete from tandem.file_chunk where org_id = the_org;
  foreach t in array array['mail','direct_only_account','direct_only_list','conflict_party',
    'registration_conflict','registration_duty','registration_protection','protected_product','registration_check',
    'registration_event','registration'] loop
    execute format('delete from tandem.%I where org_id = $1', t) using the_org;
  end loop;
  foreach t in array array[
    'delivery_renewal','delivery_outcome','delivery_attempt','delivery_notice','delivery','notice_choice',
    'notice_setting','notice','slack_channel','credit_replay','audit_finding','audit_item','audit_sample','statement_payment','statement_line',
    'statement','clawback'] loop
    execute format('delete from tandem.%I where org_id = $1', t) using the_org;
  end loop;
  delete from tandem.accrual where org_id = the_org and kind = 'reversal';
  foreach t in array array[
    'accrual','restatement','quarter_deal','quarter_close','ruling_signature','ruling','dispute_statement',
    'credit_task','partner_deal','suggestion_dismissal','signal_outcome','signal','opportunity_end','opportunity_kind',
    'deal_frame','check_in','cosell_plan_end','cosell_plan','withdrawal_cosignature','introduction_confirmation','claim_refusal',
    'week_one_task','week_one_pack','gate_override','seat_holding','program','program_draft',
    'policy_countersignature','policy_signature','policy','credit','dispute','opening_balance','scoreboard_opening',
    'withdrawal','vendor_contact','touch_confirmation','touch','introduction','opportunity_partner','stage_change',
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
