-- Facts: what sources said and what people did. Appended, never edited; a correction is a new row.
-- occurred_at: when it happened; known_at: when its source knew; recorded_at: when Tandem got it.
-- The tables account, partner and opportunity also hold the present reading of their facts, rebuilt by the app.

create extension if not exists pg_trgm;

create table tandem.source (
  org_id uuid not null references tandem.organization,
  source_id uuid not null,
  name text not null constraint a_source_has_a_name check (length(btrim(name)) between 1 and 100),
  remembered_mappings jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (org_id, source_id),
  constraint one_source_per_name unique (org_id, name)
);

-- How a source's stage names are read. order: place in the pipeline; entry: reaching it makes a deal pipeline.
create table tandem.stage_rule (
  org_id uuid not null,
  source_id uuid not null,
  name text not null,
  stage_order smallint,
  outcome text not null constraint a_stage_is_open_won_or_lost check (outcome in ('open','won','lost')),
  is_entry boolean not null default false,
  is_ignored boolean not null default false,
  primary key (org_id, source_id, name),
  foreign key (org_id, source_id) references tandem.source,
  constraint an_open_stage_has_an_order check (outcome <> 'open' or is_ignored or stage_order is not null)
);

create table tandem.import (
  org_id uuid not null,
  import_id uuid not null,
  number bigint not null,
  source_id uuid not null,
  kind text not null constraint an_import_is_of_a_known_kind check (kind in
    ('opportunities','stage-history','accounts','partners','opportunity-partners','touches','registrations')),
  file_id uuid,
  file_name text not null,
  file_sha256 text not null,
  mapping jsonb not null,
  first_of_source boolean not null,
  counts jsonb not null,
  committed_at timestamptz not null,
  committed_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (org_id, import_id),
  foreign key (org_id, source_id) references tandem.source,
  constraint one_number_per_import unique (org_id, number),
  constraint a_withdrawal_names_who check ((withdrawn_at is null) = (withdrawn_by is null))
);

-- A file that is being understood, mapped and tried; it becomes an import when it is committed.
create table tandem.import_draft (
  org_id uuid not null,
  draft_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  source_name text,
  mapping jsonb,
  state text not null constraint a_draft_is_in_a_known_state check (state in
    ('uploaded','running','tried','failed','committed','discarded')),
  task text,
  progress jsonb,
  outcome jsonb,
  import_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, draft_id),
  foreign key (org_id, file_id) references tandem.file
);

create table tandem.import_reject (
  org_id uuid not null,
  draft_id uuid not null,
  row_number integer not null,
  position integer not null,
  column_name text,
  code text not null,
  expected text not null,
  found text not null,
  repair text not null,
  primary key (org_id, draft_id, row_number, position),
  foreign key (org_id, draft_id) references tandem.import_draft on delete cascade
);

create table tandem.account (
  org_id uuid not null references tandem.organization,
  account_id uuid not null,
  number bigint not null,
  source_id uuid,
  record_id text,
  name text not null,
  name_key text not null,
  domain text,
  country text,
  industry text,
  sort_key text collate "C" not null,
  fingerprint bytea,
  is_withdrawn boolean not null default false,
  primary key (org_id, account_id),
  constraint one_number_per_account unique (org_id, number),
  constraint one_account_per_record unique (org_id, source_id, record_id)
);
create index account_by_name on tandem.account (org_id, name_key);
create index account_by_domain on tandem.account (org_id, domain) where domain is not null;
create index account_in_order on tandem.account (org_id, sort_key, account_id);

create table tandem.account_fact (
  org_id uuid not null,
  account_id uuid not null,
  fact_id uuid not null,
  import_id uuid,
  known_at timestamptz not null,
  recorded_at timestamptz not null,
  body jsonb not null,
  primary key (org_id, account_id, fact_id),
  foreign key (org_id, account_id) references tandem.account,
  foreign key (org_id, import_id) references tandem.import
);
create index account_fact_of_an_import on tandem.account_fact (org_id, import_id);

create table tandem.partner (
  org_id uuid not null references tandem.organization,
  partner_id uuid not null,
  number bigint not null,
  source_id uuid,
  record_id text,
  name text not null constraint a_partner_has_a_name check (length(btrim(name)) between 1 and 300),
  name_key text not null,
  domain text,
  country text,
  archetype text constraint a_partner_is_of_a_known_archetype check (archetype in
    ('reseller','msp','si','isv','referral','agency')),
  signed_on date,
  manager_id uuid,
  sort_key text collate "C" not null,
  fingerprint bytea,
  is_withdrawn boolean not null default false,
  primary key (org_id, partner_id),
  foreign key (org_id, manager_id) references tandem.membership,
  constraint one_number_per_partner unique (org_id, number),
  constraint one_partner_per_record unique (org_id, source_id, record_id)
);
create unique index one_partner_per_name on tandem.partner (org_id, name_key) where not is_withdrawn;
create index partner_in_order on tandem.partner (org_id, sort_key, partner_id);

alter table tandem.membership add constraint a_partner_member_belongs_to_a_known_partner
  foreign key (org_id, partner_id) references tandem.partner;
alter table tandem.invitation add constraint a_partner_invitation_is_for_a_known_partner
  foreign key (org_id, partner_id) references tandem.partner;

create table tandem.partner_fact (
  org_id uuid not null,
  partner_id uuid not null,
  fact_id uuid not null,
  import_id uuid,
  known_at timestamptz not null,
  recorded_at timestamptz not null,
  body jsonb not null,
  primary key (org_id, partner_id, fact_id),
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, import_id) references tandem.import
);
create index partner_fact_of_an_import on tandem.partner_fact (org_id, import_id);

create table tandem.partner_person (
  org_id uuid not null,
  partner_person_id uuid not null,
  partner_id uuid not null,
  name text not null,
  email text,
  created_at timestamptz not null,
  primary key (org_id, partner_person_id),
  foreign key (org_id, partner_id) references tandem.partner
);
create index people_of_a_partner on tandem.partner_person (org_id, partner_id);

-- One row per opportunity of the company: its identity, and the present reading of its facts.
create table tandem.opportunity (
  org_id uuid not null references tandem.organization,
  opportunity_id uuid not null,
  number bigint not null,
  source_id uuid not null,
  record_id text not null,
  name text not null,
  sort_key text collate "C" not null,
  account_id uuid,
  stage text,
  stage_order smallint,
  outcome text not null constraint an_outcome_is_known check (outcome in ('open','won','lost','unknown')),
  amount_minor bigint,
  currency text,
  created_on date,
  entered_on date,
  entered_assumed boolean not null default false,
  entry_amount_minor bigint,
  entry_currency text,
  expected_close_on date,
  closed_on date,
  closed_assumed boolean not null default false,
  owner text,
  product text,
  lead_source text,
  late_events integer not null default 0,
  claim_class text constraint a_claim_is_of_a_known_class check (claim_class in
    ('sourced','co_sold','influenced','assisted')),
  claim_partner_id uuid,
  credit_class text not null default 'none' constraint a_credit_is_of_a_known_class check (credit_class in
    ('sourced','co_sold','influenced','assisted','none')),
  credit_partner_id uuid,
  fingerprint bytea,
  last_known_at timestamptz not null,
  is_withdrawn boolean not null default false,
  primary key (org_id, opportunity_id),
  foreign key (org_id, source_id) references tandem.source,
  foreign key (org_id, account_id) references tandem.account,
  foreign key (org_id, claim_partner_id) references tandem.partner,
  foreign key (org_id, credit_partner_id) references tandem.partner,
  constraint one_opportunity_per_record unique (org_id, source_id, record_id),
  constraint one_number_per_opportunity unique (org_id, number),
  constraint a_credit_names_its_partner check ((credit_class = 'none') = (credit_partner_id is null)),
  constraint a_claim_names_its_partner check ((claim_class is null) = (claim_partner_id is null))
);
create index opportunity_in_order on tandem.opportunity (org_id, sort_key, opportunity_id) where not is_withdrawn;
create index opportunity_by_part_of_name on tandem.opportunity using gin (sort_key gin_trgm_ops);
create index opportunity_of_an_account on tandem.opportunity (org_id, account_id);
create index opportunity_with_partner on tandem.opportunity (org_id, coalesce(credit_partner_id, claim_partner_id))
  where coalesce(credit_partner_id, claim_partner_id) is not null;

create table tandem.opportunity_fact (
  org_id uuid not null,
  opportunity_id uuid not null,
  fact_id uuid not null,
  import_id uuid,
  known_at timestamptz not null,
  known_assumed boolean not null,
  recorded_at timestamptz not null,
  name text,
  account_id uuid,
  stage text,
  amount_minor bigint,
  currency text,
  created_on date,
  expected_close_on date,
  closed_on date,
  owner text,
  product text,
  lead_source text,
  -- Hash of the row that it was read from: the same row again says nothing new.
  fingerprint bytea,
  primary key (org_id, opportunity_id, fact_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, import_id) references tandem.import
);
create index opportunity_fact_of_an_import on tandem.opportunity_fact (org_id, import_id);

create table tandem.stage_change (
  org_id uuid not null,
  opportunity_id uuid not null,
  stage_change_id uuid not null,
  import_id uuid,
  stage text not null,
  changed_at timestamptz not null,
  changed_on date not null,
  known_at timestamptz not null,
  recorded_at timestamptz not null,
  amount_minor bigint,
  currency text,
  event_key text not null,
  sequence integer not null default 0,
  primary key (org_id, opportunity_id, stage_change_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, import_id) references tandem.import
);
create index stage_change_of_an_import on tandem.stage_change (org_id, import_id);

-- What an import says about a partner on a deal. A claim, never credit: it has no evidence behind it.
-- slot: where in the source it stands; the newest row of a slot counts, a row without a partner ends it.
create table tandem.opportunity_partner (
  org_id uuid not null,
  opportunity_id uuid not null,
  claim_id uuid not null,
  import_id uuid,
  slot text not null,
  partner_id uuid,
  role text,
  is_primary boolean not null default false,
  known_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (org_id, opportunity_id, claim_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, import_id) references tandem.import
);
create index claims_of_an_import on tandem.opportunity_partner (org_id, import_id);

create table tandem.introduction (
  org_id uuid not null,
  introduction_id uuid not null,
  partner_id uuid not null,
  partner_person_id uuid,
  account_id uuid,
  opportunity_id uuid,
  product text,
  occurred_at timestamptz not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  recorded_by text not null,
  evidence jsonb not null,
  note text,
  primary key (org_id, introduction_id),
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, partner_person_id) references tandem.partner_person,
  foreign key (org_id, account_id) references tandem.account,
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  constraint an_introduction_is_to_an_account_or_a_deal check (account_id is not null or opportunity_id is not null)
);
create index introduction_to_a_deal on tandem.introduction (org_id, opportunity_id);
create index introduction_to_an_account on tandem.introduction (org_id, account_id);

create table tandem.touch (
  org_id uuid not null,
  touch_id uuid not null,
  opportunity_id uuid not null,
  partner_id uuid not null,
  partner_person_id uuid not null,
  internal_owner text not null,
  role text not null,
  action text not null,
  stage_order smallint,
  outcome text,
  evidence jsonb not null,
  occurred_at timestamptz not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  recorded_by text not null,
  primary key (org_id, touch_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, partner_person_id) references tandem.partner_person
);
create index touch_on_a_deal on tandem.touch (org_id, opportunity_id);

create table tandem.touch_confirmation (
  org_id uuid not null,
  touch_id uuid not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (org_id, touch_id),
  foreign key (org_id, touch_id) references tandem.touch
);

-- A meeting or an outbound message of our own at an account, needed to test whether a partner came first (T1).
create table tandem.vendor_contact (
  org_id uuid not null,
  vendor_contact_id uuid not null,
  account_id uuid not null,
  kind text not null constraint a_vendor_contact_is_a_meeting_or_outbound check (kind in ('meeting','outbound')),
  occurred_at timestamptz not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (org_id, vendor_contact_id),
  foreign key (org_id, account_id) references tandem.account
);
create index vendor_contact_at_an_account on tandem.vendor_contact (org_id, account_id);

-- A fact that was wrong stays, and this row says so.
create table tandem.withdrawal (
  org_id uuid not null references tandem.organization,
  withdrawal_id uuid not null,
  fact_kind text not null constraint a_withdrawal_is_of_a_known_fact check (fact_kind in
    ('introduction','touch','vendor_contact')),
  fact_id uuid not null,
  reason text not null,
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  primary key (org_id, withdrawal_id),
  constraint a_fact_is_withdrawn_once unique (org_id, fact_kind, fact_id)
);

do $$
declare t text;
begin
  foreach t in array array['source','stage_rule','import','import_draft','import_reject','account','account_fact',
    'partner','partner_fact','partner_person','opportunity','opportunity_fact','stage_change','opportunity_partner',
    'introduction','touch','touch_confirmation','vendor_contact','withdrawal'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
end $$;

grant select, insert on tandem.account_fact, tandem.partner_fact, tandem.opportunity_fact, tandem.stage_change,
  tandem.opportunity_partner, tandem.introduction, tandem.touch, tandem.touch_confirmation, tandem.vendor_contact,
  tandem.withdrawal to tandem_app;
grant select, insert, update on tandem.source, tandem.stage_rule, tandem.import, tandem.account, tandem.partner,
  tandem.partner_person, tandem.opportunity to tandem_app;
grant delete on tandem.stage_rule to tandem_app;
grant select, insert, update, delete on tandem.import_draft, tandem.import_reject to tandem_app;
