-- What the files of sql/ add up to. Written by `bin/tandem schema --write`; do not edit.

create extension btree_gist;

create extension pg_trgm;

create schema identity;
grant usage on schema identity to tandem_app;

create schema meta;
grant usage on schema meta to tandem_app;

create schema tandem;
grant usage on schema tandem to tandem_app;

create table identity.account (
  id text not null,
  user_id text not null,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint one_user_per_account_of_a_provider UNIQUE (provider_id, account_id),
  constraint an_account_belongs_to_a_user FOREIGN KEY (user_id) REFERENCES identity."user"(id) ON DELETE CASCADE,
  constraint a_password_is_kept_only_for_a_credential CHECK (((password IS NULL) OR (provider_id = 'credential'::text)))
);
CREATE INDEX account_of_a_user ON identity.account USING btree (user_id);
grant delete, insert, select, update on identity.account to tandem_app;

create table identity.attempt (
  key bytea not null,
  window_started_at timestamp with time zone not null,
  count integer not null,
  constraint attempt_pkey PRIMARY KEY (key),
  constraint an_attempt_is_counted_from_one CHECK ((count > 0))
);
CREATE INDEX attempt_by_window ON identity.attempt USING btree (window_started_at);
grant delete, insert, select, update on identity.attempt to tandem_app;

create table identity.session (
  id text not null,
  user_id text not null,
  token text not null,
  ip_address text,
  user_agent text,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint one_session_per_token UNIQUE (token),
  constraint a_session_belongs_to_a_user FOREIGN KEY (user_id) REFERENCES identity."user"(id) ON DELETE CASCADE,
  constraint a_session_ends_after_it_starts CHECK ((expires_at > created_at))
);
CREATE INDEX session_by_end ON identity.session USING btree (expires_at);
CREATE INDEX session_of_a_user ON identity.session USING btree (user_id);
grant delete, insert, select, update on identity.session to tandem_app;

create table identity.two_factor (
  id text not null,
  user_id text not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone,
  constraint two_factor_pkey PRIMARY KEY (id),
  constraint one_second_factor_per_user UNIQUE (user_id),
  constraint a_second_factor_belongs_to_a_user FOREIGN KEY (user_id) REFERENCES identity."user"(id) ON DELETE CASCADE
);
grant delete, insert, select, update on identity.two_factor to tandem_app;

create table identity.used_code (
  user_id text not null,
  code_hash bytea not null,
  used_at timestamp with time zone not null,
  constraint used_code_pkey PRIMARY KEY (user_id, code_hash),
  constraint a_used_code_belongs_to_a_user FOREIGN KEY (user_id) REFERENCES identity."user"(id) ON DELETE CASCADE
);
grant delete, insert, select, update on identity.used_code to tandem_app;

create table identity."user" (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint user_pkey PRIMARY KEY (id),
  constraint one_user_per_email UNIQUE (email),
  constraint an_email_is_kept_in_lower_case CHECK ((email = lower(email)))
);
grant delete, insert, select, update on identity."user" to tandem_app;

create table identity.verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_by_end ON identity.verification USING btree (expires_at);
CREATE INDEX verification_by_identifier ON identity.verification USING btree (identifier);
grant delete, insert, select, update on identity.verification to tandem_app;

create table meta.directory (
  slug text not null,
  org_id uuid not null,
  constraint directory_pkey PRIMARY KEY (slug),
  constraint one_slug_per_organization UNIQUE (org_id),
  constraint a_slug_is_short_and_plain CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text))
);
grant insert, select on meta.directory to tandem_app;

create table meta.installation (
  only_one boolean not null default true,
  setup_token_hash bytea,
  claimed_at timestamp with time zone,
  public_url text,
  constraint installation_pkey PRIMARY KEY (only_one),
  constraint an_installation_is_one_row CHECK (only_one)
);
grant select, update on meta.installation to tandem_app;

create table meta.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint a_migration_is_applied_once PRIMARY KEY (name)
);
grant select on meta.migration to tandem_app;

create table tandem.account (
  org_id uuid not null,
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
  constraint account_pkey PRIMARY KEY (org_id, account_id),
  constraint one_account_per_record UNIQUE (org_id, source_id, record_id),
  constraint one_number_per_account UNIQUE (org_id, number),
  constraint account_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id)
);
CREATE INDEX account_by_domain ON tandem.account USING btree (org_id, domain) WHERE (domain IS NOT NULL);
CREATE INDEX account_by_name ON tandem.account USING btree (org_id, name_key);
CREATE INDEX account_in_order ON tandem.account USING btree (org_id, sort_key, account_id);
CREATE TRIGGER blocks_go_with_their_account AFTER DELETE ON tandem.account REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tandem.drop_blocks();
create policy desk_sees_its_organization on tandem.account for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.account enable row level security;
alter table tandem.account force row level security;
grant insert, select, update on tandem.account to tandem_app;

create table tandem.account_block (
  org_id uuid not null,
  block text collate "C" not null,
  account_id uuid not null,
  constraint account_block_pkey PRIMARY KEY (org_id, block, account_id)
);
CREATE INDEX block_of_an_account ON tandem.account_block USING btree (org_id, account_id);
create policy desk_sees_its_organization on tandem.account_block for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.account_block enable row level security;
alter table tandem.account_block force row level security;
grant delete, insert, select on tandem.account_block to tandem_app;

create table tandem.account_block_fill (
  org_id uuid not null,
  version integer not null,
  after_account uuid,
  is_done boolean not null,
  constraint account_block_fill_pkey PRIMARY KEY (org_id),
  constraint account_block_fill_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id) ON DELETE CASCADE
);
create policy desk_sees_its_organization on tandem.account_block_fill for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.account_block_fill enable row level security;
alter table tandem.account_block_fill force row level security;
grant insert, select, update on tandem.account_block_fill to tandem_app;

create table tandem.account_fact (
  org_id uuid not null,
  account_id uuid not null,
  fact_id uuid not null,
  import_id uuid,
  known_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  body jsonb not null,
  constraint account_fact_pkey PRIMARY KEY (org_id, account_id, fact_id),
  constraint account_fact_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES tandem.account(org_id, account_id),
  constraint account_fact_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES tandem.import(org_id, import_id)
);
CREATE INDEX account_fact_of_an_import ON tandem.account_fact USING btree (org_id, import_id);
create policy desk_sees_its_organization on tandem.account_fact for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.account_fact enable row level security;
alter table tandem.account_fact force row level security;
grant insert, select on tandem.account_fact to tandem_app;

create table tandem.accrual (
  org_id uuid not null,
  accrual_id uuid not null,
  number bigint not null,
  kind text not null,
  reverses_id uuid,
  partner_id uuid not null,
  partner_person_id uuid,
  opportunity_id uuid not null,
  credit_id uuid not null,
  class text not null,
  rule text not null,
  policy_version integer not null,
  rates_version integer,
  archetype text,
  basis text not null,
  base_minor bigint,
  share numeric(9,6),
  amount_minor bigint not null,
  currency text not null,
  cause text not null,
  nth integer not null default 0,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  constraint accrual_pkey PRIMARY KEY (org_id, accrual_id),
  constraint a_line_is_reversed_once UNIQUE (org_id, reverses_id),
  constraint one_line_per_deal_and_class UNIQUE (org_id, opportunity_id, class, kind, nth),
  constraint one_number_per_accrual UNIQUE (org_id, number),
  constraint accrual_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint accrual_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint accrual_org_id_partner_person_id_fkey FOREIGN KEY (org_id, partner_person_id) REFERENCES tandem.partner_person(org_id, partner_person_id),
  constraint accrual_org_id_reverses_id_fkey FOREIGN KEY (org_id, reverses_id) REFERENCES tandem.accrual(org_id, accrual_id),
  constraint a_class_that_pays_is_known CHECK ((class = ANY (ARRAY['sourced'::text, 'co_sold'::text, 'influenced'::text]))),
  constraint a_reversal_names_its_line CHECK (((kind = 'reversal'::text) = (reverses_id IS NOT NULL))),
  constraint a_share_has_a_base CHECK (((basis = 'flat'::text) OR ((base_minor IS NOT NULL) AND (share IS NOT NULL)))),
  constraint an_accrual_adds_and_a_reversal_takes CHECK ((((kind = 'accrual'::text) AND (amount_minor >= 0)) OR ((kind = 'reversal'::text) AND (amount_minor <= 0)))),
  constraint an_accrual_adds_or_takes_back CHECK ((kind = ANY (ARRAY['accrual'::text, 'reversal'::text]))),
  constraint an_accrual_is_a_share_or_a_flat_amount CHECK ((basis = ANY (ARRAY['share'::text, 'flat'::text]))),
  constraint only_an_origin_earns_a_share CHECK (((basis = 'flat'::text) OR (class = 'sourced'::text)))
);
CREATE INDEX accrual_of_a_partner ON tandem.accrual USING btree (org_id, partner_id, occurred_on);
create policy desk_sees_its_organization on tandem.accrual for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_its_own on tandem.accrual for select to public using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (partner_id = ( SELECT (NULLIF(current_setting('app.partner'::text, true), ''::text))::uuid AS "nullif")));
alter table tandem.accrual enable row level security;
alter table tandem.accrual force row level security;
grant insert, select on tandem.accrual to tandem_app;

create table tandem.api_key (
  org_id uuid not null,
  api_key_id uuid not null,
  name text not null,
  secret_hash bytea not null,
  hint text not null,
  capabilities text[] not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  ends_on date,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint api_key_pkey PRIMARY KEY (org_id, api_key_id),
  constraint api_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id) ON DELETE CASCADE,
  constraint api_key_org_id_made_by_fkey FOREIGN KEY (org_id, made_by) REFERENCES tandem.membership(org_id, membership_id) ON DELETE CASCADE,
  constraint api_key_org_id_revoked_by_fkey FOREIGN KEY (org_id, revoked_by) REFERENCES tandem.membership(org_id, membership_id) ON DELETE CASCADE,
  constraint a_hint_gives_little_away CHECK ((length(hint) = 4)),
  constraint a_key_is_revoked_by_somebody CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint a_key_may_do_something CHECK (((cardinality(capabilities) >= 1) AND (cardinality(capabilities) <= 100))),
  constraint a_key_says_what_it_is_for CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 100))),
  constraint the_secret_of_a_key_is_hashed CHECK ((length(secret_hash) = 32))
);
CREATE UNIQUE INDEX a_secret_opens_one_key ON tandem.api_key USING btree (org_id, secret_hash);
create policy desk_sees_its_organization on tandem.api_key for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
grant update (last_used_at) on tandem.api_key to tandem_app;
grant update (revoked_at) on tandem.api_key to tandem_app;
grant update (revoked_by) on tandem.api_key to tandem_app;
alter table tandem.api_key enable row level security;
alter table tandem.api_key force row level security;
grant insert, select on tandem.api_key to tandem_app;

create table tandem.audit_finding (
  org_id uuid not null,
  month_on date not null,
  opportunity_id uuid not null,
  finding_id uuid not null,
  finding text not null,
  note text,
  found_by text not null,
  found_at timestamp with time zone not null,
  constraint audit_finding_pkey PRIMARY KEY (org_id, month_on, opportunity_id, finding_id),
  constraint audit_finding_org_id_month_on_opportunity_id_fkey FOREIGN KEY (org_id, month_on, opportunity_id) REFERENCES tandem.audit_item(org_id, month_on, opportunity_id),
  constraint a_finding_is_sound_or_an_error CHECK ((finding = ANY (ARRAY['sound'::text, 'error'::text]))),
  constraint an_error_says_what_is_wrong CHECK (((finding = 'sound'::text) OR (length(btrim(COALESCE(note, ''::text))) > 0)))
);
create policy desk_sees_its_organization on tandem.audit_finding for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.audit_finding enable row level security;
alter table tandem.audit_finding force row level security;
grant insert, select on tandem.audit_finding to tandem_app;

create table tandem.audit_item (
  org_id uuid not null,
  month_on date not null,
  opportunity_id uuid not null,
  "position" integer not null,
  credit_id uuid not null,
  constraint audit_item_pkey PRIMARY KEY (org_id, month_on, opportunity_id),
  constraint audit_item_org_id_month_on_fkey FOREIGN KEY (org_id, month_on) REFERENCES tandem.audit_sample(org_id, month_on),
  constraint audit_item_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id)
);
create policy desk_sees_its_organization on tandem.audit_item for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.audit_item enable row level security;
alter table tandem.audit_item force row level security;
grant insert, select on tandem.audit_item to tandem_app;

create table tandem.audit_log (
  org_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  entity_id text,
  before jsonb,
  after jsonb,
  bulk_count bigint,
  bulk_hash text,
  request_id text,
  prev_hash bytea not null,
  hash bytea not null,
  constraint audit_log_pkey PRIMARY KEY (org_id, seq),
  constraint audit_log_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint an_action_is_entity_dot_verb CHECK ((action ~ '^[a-z_]+\.[a-z_]+$'::text)),
  constraint an_actor_is_of_a_known_kind CHECK ((actor_kind = ANY (ARRAY['member'::text, 'key'::text, 'system'::text, 'cli'::text, 'job'::text, 'visitor'::text])))
);
create policy desk_sees_its_organization on tandem.audit_log for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.audit_log enable row level security;
alter table tandem.audit_log force row level security;
grant insert, select on tandem.audit_log to tandem_app;

create table tandem.audit_sample (
  org_id uuid not null,
  month_on date not null,
  seed text not null,
  population integer not null,
  size integer not null,
  drawn_by text not null,
  drawn_at timestamp with time zone not null,
  constraint audit_sample_pkey PRIMARY KEY (org_id, month_on),
  constraint audit_sample_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id)
);
create policy desk_sees_its_organization on tandem.audit_sample for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.audit_sample enable row level security;
alter table tandem.audit_sample force row level security;
grant insert, select on tandem.audit_sample to tandem_app;

create table tandem.check_in (
  org_id uuid not null,
  check_in_id uuid not null,
  opportunity_id uuid not null,
  partner_id uuid not null,
  partner_person_id uuid not null,
  next_step text not null,
  occurred_at timestamp with time zone not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_on date not null,
  recorded_by text not null,
  constraint check_in_pkey PRIMARY KEY (org_id, check_in_id),
  constraint check_in_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint check_in_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint check_in_org_id_partner_person_id_fkey FOREIGN KEY (org_id, partner_person_id) REFERENCES tandem.partner_person(org_id, partner_person_id),
  constraint a_check_in_has_a_next_step CHECK ((length(btrim(next_step)) > 0))
);
CREATE INDEX check_in_on_a_deal ON tandem.check_in USING btree (org_id, opportunity_id);
create policy desk_sees_its_organization on tandem.check_in for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.check_in enable row level security;
alter table tandem.check_in force row level security;
grant insert, select on tandem.check_in to tandem_app;

create table tandem.claim_refusal (
  org_id uuid not null,
  fact_kind text not null,
  fact_id uuid not null,
  reason text not null,
  refused_by text not null,
  refused_at timestamp with time zone not null,
  constraint claim_refusal_pkey PRIMARY KEY (org_id, fact_kind, fact_id),
  constraint claim_refusal_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_refusal_is_of_a_known_fact CHECK ((fact_kind = ANY (ARRAY['introduction'::text, 'touch'::text]))),
  constraint a_refusal_says_why CHECK ((length(btrim(reason)) > 0))
);
create policy desk_sees_its_organization on tandem.claim_refusal for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.claim_refusal enable row level security;
alter table tandem.claim_refusal force row level security;
grant insert, select on tandem.claim_refusal to tandem_app;

create table tandem.clawback (
  org_id uuid not null,
  clawback_id uuid not null,
  opportunity_id uuid not null,
  kind text not null,
  left_on date,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  constraint clawback_pkey PRIMARY KEY (org_id, clawback_id),
  constraint clawback_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint a_clawback_is_made_or_lifted CHECK ((kind = ANY (ARRAY['made'::text, 'lifted'::text]))),
  constraint a_clawback_says_when_the_customer_left CHECK (((kind = 'made'::text) = (left_on IS NOT NULL))),
  constraint a_clawback_says_why CHECK ((length(btrim(reason)) > 0))
);
CREATE INDEX clawback_of_a_deal ON tandem.clawback USING btree (org_id, opportunity_id, clawback_id);
create policy desk_sees_its_organization on tandem.clawback for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.clawback enable row level security;
alter table tandem.clawback force row level security;
grant insert, select on tandem.clawback to tandem_app;

create table tandem.conflict_party (
  org_id uuid not null,
  conflict_id uuid not null,
  registration_id uuid not null,
  constraint conflict_party_pkey PRIMARY KEY (org_id, conflict_id, registration_id),
  constraint conflict_party_org_id_conflict_id_fkey FOREIGN KEY (org_id, conflict_id) REFERENCES tandem.registration_conflict(org_id, conflict_id),
  constraint conflict_party_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id)
);
create policy desk_sees_its_organization on tandem.conflict_party for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.conflict_party enable row level security;
alter table tandem.conflict_party force row level security;
grant insert, select on tandem.conflict_party to tandem_app;

create table tandem.cosell_plan (
  org_id uuid not null,
  cosell_plan_id uuid not null,
  opportunity_id uuid not null,
  partner_id uuid not null,
  partner_person_id uuid not null,
  internal_owner text not null,
  goal text not null,
  evidence jsonb not null,
  active_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_on date not null,
  recorded_by text not null,
  constraint cosell_plan_pkey PRIMARY KEY (org_id, cosell_plan_id),
  constraint cosell_plan_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint cosell_plan_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint cosell_plan_org_id_partner_person_id_fkey FOREIGN KEY (org_id, partner_person_id) REFERENCES tandem.partner_person(org_id, partner_person_id),
  constraint a_plan_says_what_it_is_for CHECK ((length(btrim(goal)) > 0))
);
CREATE INDEX cosell_plan_of_a_deal ON tandem.cosell_plan USING btree (org_id, opportunity_id);
create policy desk_sees_its_organization on tandem.cosell_plan for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.cosell_plan enable row level security;
alter table tandem.cosell_plan force row level security;
grant insert, select on tandem.cosell_plan to tandem_app;

create table tandem.cosell_plan_end (
  org_id uuid not null,
  cosell_plan_id uuid not null,
  lapsed_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  constraint cosell_plan_end_pkey PRIMARY KEY (org_id, cosell_plan_id),
  constraint cosell_plan_end_org_id_cosell_plan_id_fkey FOREIGN KEY (org_id, cosell_plan_id) REFERENCES tandem.cosell_plan(org_id, cosell_plan_id)
);
create policy desk_sees_its_organization on tandem.cosell_plan_end for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.cosell_plan_end enable row level security;
alter table tandem.cosell_plan_end force row level security;
grant insert, select on tandem.cosell_plan_end to tandem_app;

create table tandem.credit (
  org_id uuid not null,
  opportunity_id uuid not null,
  credit_id uuid not null,
  class text not null,
  co_sold boolean not null default false,
  partner_id uuid,
  policy_version integer not null,
  reasons jsonb not null,
  evidence jsonb not null,
  cause text not null,
  decided_at timestamp with time zone not null,
  gray_area boolean not null default false,
  needs_panel boolean not null default false,
  ruling_id uuid,
  lock_on date,
  considered jsonb not null default '[]'::jsonb,
  facts jsonb,
  decision_hash text,
  engine integer not null default 1,
  caused_by jsonb not null default '[]'::jsonb,
  constraint credit_pkey PRIMARY KEY (org_id, opportunity_id, credit_id),
  constraint credit_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint credit_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint a_verdict_is_of_a_known_class CHECK ((class = ANY (ARRAY['sourced'::text, 'co_sold'::text, 'influenced'::text, 'assisted'::text, 'none'::text]))),
  constraint a_verdict_names_its_partner CHECK (((class = 'none'::text) = (partner_id IS NULL)))
);
CREATE INDEX credit_newest_first ON tandem.credit USING btree (org_id, opportunity_id, decided_at DESC, credit_id DESC);
create policy desk_sees_its_organization on tandem.credit for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.credit enable row level security;
alter table tandem.credit force row level security;
grant insert, select on tandem.credit to tandem_app;

create table tandem.credit_replay (
  org_id uuid not null,
  replay_id uuid not null,
  body jsonb not null,
  base_version integer not null,
  from_on date not null,
  to_on date not null,
  state text not null,
  progress jsonb,
  result jsonb,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint credit_replay_pkey PRIMARY KEY (org_id, replay_id),
  constraint credit_replay_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_replay_is_in_a_known_state CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'stopped'::text])))
);
create policy desk_sees_its_organization on tandem.credit_replay for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.credit_replay enable row level security;
alter table tandem.credit_replay force row level security;
grant insert, select, update on tandem.credit_replay to tandem_app;

create table tandem.credit_task (
  org_id uuid not null,
  task_id uuid not null,
  opportunity_id uuid not null,
  cause text not null,
  fact_id uuid,
  requested_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint credit_task_pkey PRIMARY KEY (org_id, task_id),
  constraint credit_task_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id)
);
CREATE INDEX credit_task_of_a_deal ON tandem.credit_task USING btree (org_id, opportunity_id) WHERE (done_at IS NULL);
CREATE INDEX credit_task_that_waits ON tandem.credit_task USING btree (org_id, task_id) WHERE (done_at IS NULL);
create policy desk_sees_its_organization on tandem.credit_task for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.credit_task enable row level security;
alter table tandem.credit_task force row level security;
grant delete, insert, select, update on tandem.credit_task to tandem_app;

create table tandem.crm_check (
  org_id uuid not null,
  crm_check_id uuid not null,
  system text not null,
  file_name text not null,
  file_sha256 text not null,
  result jsonb not null,
  checked_by text not null,
  checked_at timestamp with time zone not null,
  constraint crm_check_pkey PRIMARY KEY (org_id, crm_check_id),
  constraint crm_check_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id) ON DELETE CASCADE,
  constraint a_check_is_of_a_known_crm CHECK ((system = ANY (ARRAY['salesforce'::text, 'hubspot'::text])))
);
CREATE INDEX crm_check_newest_first ON tandem.crm_check USING btree (org_id, checked_at DESC, crm_check_id DESC);
create policy desk_sees_its_organization on tandem.crm_check for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.crm_check enable row level security;
alter table tandem.crm_check force row level security;
grant insert, select on tandem.crm_check to tandem_app;

create table tandem.crm_difference (
  org_id uuid not null,
  crm_check_id uuid not null,
  "position" integer not null,
  kind text not null,
  field text,
  opportunity_number bigint,
  row_number integer,
  expected text not null,
  found text not null,
  constraint crm_difference_pkey PRIMARY KEY (org_id, crm_check_id, "position"),
  constraint crm_difference_org_id_crm_check_id_fkey FOREIGN KEY (org_id, crm_check_id) REFERENCES tandem.crm_check(org_id, crm_check_id) ON DELETE CASCADE,
  constraint a_difference_is_of_a_field_or_of_a_deal CHECK (((field IS NOT NULL) OR (opportunity_number IS NOT NULL))),
  constraint a_difference_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['missing_field'::text, 'missing_value'::text, 'other_value'::text, 'stale_version'::text, 'missing_deal'::text])))
);
create policy desk_sees_its_organization on tandem.crm_difference for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.crm_difference enable row level security;
alter table tandem.crm_difference force row level security;
grant insert, select on tandem.crm_difference to tandem_app;

create table tandem.crm_field (
  org_id uuid not null,
  system text not null,
  field text not null,
  name text,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint crm_field_pkey PRIMARY KEY (org_id, system, field),
  constraint crm_field_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id) ON DELETE CASCADE,
  constraint a_field_carries_something_known CHECK ((field = ANY (ARRAY['partner'::text, 'class'::text, 'role'::text, 'originDate'::text, 'evidenceLink'::text, 'lockDate'::text, 'pageVersion'::text, 'registration'::text]))),
  constraint a_field_has_a_name_that_can_be CHECK (((name ~ '^[A-Za-z][A-Za-z0-9_]*$'::text) AND (length(name) <= 100))),
  constraint a_field_is_of_a_known_crm CHECK ((system = ANY (ARRAY['salesforce'::text, 'hubspot'::text])))
);
CREATE UNIQUE INDEX a_name_of_the_crm_carries_one_thing ON tandem.crm_field USING btree (org_id, system, lower(name));
create policy desk_sees_its_organization on tandem.crm_field for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.crm_field enable row level security;
alter table tandem.crm_field force row level security;
grant insert, select, update on tandem.crm_field to tandem_app;

create table tandem.crm_source (
  org_id uuid not null,
  system text not null,
  source_name text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint crm_source_pkey PRIMARY KEY (org_id, system),
  constraint crm_source_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id) ON DELETE CASCADE,
  constraint a_crm_is_one_that_is_written_for CHECK ((system = ANY (ARRAY['salesforce'::text, 'hubspot'::text]))),
  constraint the_deals_of_a_crm_have_a_source CHECK (((length(btrim(source_name)) >= 1) AND (length(btrim(source_name)) <= 100)))
);
create policy desk_sees_its_organization on tandem.crm_source for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.crm_source enable row level security;
alter table tandem.crm_source force row level security;
grant insert, select, update on tandem.crm_source to tandem_app;

create table tandem.deal_frame (
  org_id uuid not null,
  opportunity_id uuid not null,
  segment text,
  cycle_days integer,
  policy_version integer not null,
  fixed_at timestamp with time zone not null,
  constraint deal_frame_pkey PRIMARY KEY (org_id, opportunity_id),
  constraint deal_frame_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id)
);
create policy desk_sees_its_organization on tandem.deal_frame for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.deal_frame enable row level security;
alter table tandem.deal_frame force row level security;
grant insert, select on tandem.deal_frame to tandem_app;

create table tandem.decision_pass (
  org_id uuid not null,
  decision_pass_id uuid not null,
  secret_hash bytea not null,
  registration_id uuid not null,
  membership_id uuid not null,
  events integer not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_for text,
  constraint decision_pass_pkey PRIMARY KEY (org_id, decision_pass_id),
  constraint a_secret_of_a_decision_is_its_own UNIQUE (org_id, secret_hash),
  constraint decision_pass_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id) ON DELETE CASCADE,
  constraint decision_pass_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id) ON DELETE CASCADE,
  constraint a_mailed_decision_is_of_a_known_kind CHECK ((used_for = ANY (ARRAY['accept'::text, 'reject'::text, 'ask'::text]))),
  constraint what_is_used_is_used_for_something CHECK (((used_at IS NULL) = (used_for IS NULL)))
);
create policy desk_sees_its_organization on tandem.decision_pass for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.decision_pass enable row level security;
alter table tandem.decision_pass force row level security;
grant insert, select, update on tandem.decision_pass to tandem_app;

create table tandem.delivery (
  org_id uuid not null,
  delivery_id uuid not null,
  kind text not null,
  membership_id uuid,
  slack_channel_id uuid,
  digest_on date,
  queued_at timestamp with time zone not null,
  registration_id uuid,
  news text,
  constraint delivery_pkey PRIMARY KEY (org_id, delivery_id),
  constraint one_digest_per_person_and_day UNIQUE (org_id, membership_id, digest_on),
  constraint delivery_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint delivery_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint delivery_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id),
  constraint delivery_org_id_slack_channel_id_fkey FOREIGN KEY (org_id, slack_channel_id) REFERENCES tandem.slack_channel(org_id, slack_channel_id),
  constraint a_delivery_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['at_once'::text, 'digest'::text, 'post'::text, 'test'::text, 'rep'::text]))),
  constraint a_digest_has_a_day CHECK (((kind = 'digest'::text) = (digest_on IS NOT NULL))),
  constraint a_letter_goes_to_a_person_and_a_post_to_a_channel CHECK ((((kind = ANY (ARRAY['at_once'::text, 'digest'::text])) = (membership_id IS NOT NULL)) AND ((kind = ANY (ARRAY['post'::text, 'test'::text])) = (slack_channel_id IS NOT NULL)))),
  constraint a_letter_to_a_rep_is_about_a_registration CHECK ((((kind = 'rep'::text) = (registration_id IS NOT NULL)) AND ((kind = 'rep'::text) = (news IS NOT NULL))))
);
CREATE INDEX delivery_newest_first ON tandem.delivery USING btree (org_id, queued_at DESC, delivery_id DESC);
CREATE INDEX delivery_to_a_member ON tandem.delivery USING btree (org_id, membership_id, queued_at DESC);
create policy desk_sees_its_organization on tandem.delivery for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.delivery enable row level security;
alter table tandem.delivery force row level security;
grant insert, select on tandem.delivery to tandem_app;

create table tandem.delivery_attempt (
  org_id uuid not null,
  delivery_id uuid not null,
  nth integer not null,
  begun_at timestamp with time zone not null,
  constraint delivery_attempt_pkey PRIMARY KEY (org_id, delivery_id, nth),
  constraint delivery_attempt_org_id_delivery_id_fkey FOREIGN KEY (org_id, delivery_id) REFERENCES tandem.delivery(org_id, delivery_id),
  constraint a_try_is_counted_from_one CHECK ((nth > 0))
);
create policy desk_sees_its_organization on tandem.delivery_attempt for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.delivery_attempt enable row level security;
alter table tandem.delivery_attempt force row level security;
grant insert, select on tandem.delivery_attempt to tandem_app;

create table tandem.delivery_notice (
  org_id uuid not null,
  notice_id uuid not null,
  delivery_id uuid not null,
  constraint a_notice_leaves_once PRIMARY KEY (org_id, notice_id),
  constraint delivery_notice_org_id_delivery_id_fkey FOREIGN KEY (org_id, delivery_id) REFERENCES tandem.delivery(org_id, delivery_id),
  constraint delivery_notice_org_id_notice_id_fkey FOREIGN KEY (org_id, notice_id) REFERENCES tandem.notice(org_id, notice_id)
);
CREATE INDEX notice_of_a_delivery ON tandem.delivery_notice USING btree (org_id, delivery_id);
create policy desk_sees_its_organization on tandem.delivery_notice for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.delivery_notice enable row level security;
alter table tandem.delivery_notice force row level security;
grant insert, select on tandem.delivery_notice to tandem_app;

create table tandem.delivery_outcome (
  org_id uuid not null,
  delivery_id uuid not null,
  nth integer not null,
  outcome text not null,
  address text,
  answer text not null,
  left_out uuid[] not null default '{}'::uuid[],
  next_try_at timestamp with time zone,
  ended_at timestamp with time zone not null,
  language text,
  constraint delivery_outcome_pkey PRIMARY KEY (org_id, delivery_id, nth),
  constraint delivery_outcome_org_id_delivery_id_nth_fkey FOREIGN KEY (org_id, delivery_id, nth) REFERENCES tandem.delivery_attempt(org_id, delivery_id, nth),
  constraint a_letter_is_in_a_known_language CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  constraint a_try_ends_in_a_known_way CHECK ((outcome = ANY (ARRAY['sent'::text, 'deferred'::text, 'failed'::text, 'dropped'::text, 'unknown'::text]))),
  constraint what_is_deferred_has_a_next_try CHECK (((outcome = 'deferred'::text) = (next_try_at IS NOT NULL)))
);
create policy desk_sees_its_organization on tandem.delivery_outcome for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.delivery_outcome enable row level security;
alter table tandem.delivery_outcome force row level security;
grant insert, select on tandem.delivery_outcome to tandem_app;

create table tandem.delivery_renewal (
  org_id uuid not null,
  delivery_id uuid not null,
  after_nth integer not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  constraint delivery_renewal_pkey PRIMARY KEY (org_id, delivery_id, after_nth),
  constraint delivery_renewal_org_id_delivery_id_fkey FOREIGN KEY (org_id, delivery_id) REFERENCES tandem.delivery(org_id, delivery_id)
);
create policy desk_sees_its_organization on tandem.delivery_renewal for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.delivery_renewal enable row level security;
alter table tandem.delivery_renewal force row level security;
grant insert, select on tandem.delivery_renewal to tandem_app;

create table tandem.direct_only_account (
  org_id uuid not null,
  list_id uuid not null,
  entry_id uuid not null,
  name text not null,
  country text,
  domain text,
  name_country text,
  constraint direct_only_account_pkey PRIMARY KEY (org_id, list_id, entry_id),
  constraint direct_only_account_org_id_list_id_fkey FOREIGN KEY (org_id, list_id) REFERENCES tandem.direct_only_list(org_id, list_id)
);
CREATE INDEX direct_only_by_domain ON tandem.direct_only_account USING btree (org_id, list_id, domain);
CREATE INDEX direct_only_by_name ON tandem.direct_only_account USING btree (org_id, list_id, name_country);
create policy desk_sees_its_organization on tandem.direct_only_account for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.direct_only_account enable row level security;
alter table tandem.direct_only_account force row level security;
grant insert, select on tandem.direct_only_account to tandem_app;

create table tandem.direct_only_list (
  org_id uuid not null,
  list_id uuid not null,
  refreshed_on date not null,
  kept_at timestamp with time zone not null,
  kept_by text not null,
  constraint direct_only_list_pkey PRIMARY KEY (org_id, list_id),
  constraint direct_only_list_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id)
);
create policy desk_sees_its_organization on tandem.direct_only_list for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.direct_only_list enable row level security;
alter table tandem.direct_only_list force row level security;
grant insert, select on tandem.direct_only_list to tandem_app;

create table tandem.dispute (
  org_id uuid not null,
  dispute_id uuid not null,
  opportunity_id uuid not null,
  claim text not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  closed_by text,
  closed_at timestamp with time zone,
  outcome text,
  number bigint not null,
  side text not null default 'vendor'::text,
  partner_id uuid,
  claimed_class text,
  state text not null default 'open'::text,
  answer_due_at timestamp with time zone,
  ruling_due_at timestamp with time zone,
  answered_at timestamp with time zone,
  ruled_at timestamp with time zone,
  appeal_due_at timestamp with time zone,
  appealed_at timestamp with time zone,
  constraint dispute_pkey PRIMARY KEY (org_id, dispute_id),
  constraint one_number_per_dispute UNIQUE (org_id, number),
  constraint dispute_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint dispute_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint a_closed_dispute_has_an_outcome CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint a_dispute_claims_a_known_class CHECK ((claimed_class = ANY (ARRAY['sourced'::text, 'co_sold'::text, 'influenced'::text, 'assisted'::text, 'none'::text]))),
  constraint a_dispute_is_in_a_known_state CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'ruled'::text, 'appealed'::text, 'closed'::text, 'withdrawn'::text]))),
  constraint a_dispute_is_opened_by_a_known_side CHECK ((side = ANY (ARRAY['vendor'::text, 'partner'::text]))),
  constraint a_dispute_says_what_is_claimed CHECK ((length(btrim(claim)) > 0)),
  constraint a_dispute_that_ended_is_closed CHECK (((state = ANY (ARRAY['closed'::text, 'withdrawn'::text])) = (closed_at IS NOT NULL)))
);
CREATE UNIQUE INDEX one_open_dispute_per_deal ON tandem.dispute USING btree (org_id, opportunity_id) WHERE (closed_at IS NULL);
create policy desk_sees_its_organization on tandem.dispute for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.dispute enable row level security;
alter table tandem.dispute force row level security;
grant insert, select, update on tandem.dispute to tandem_app;

create table tandem.dispute_statement (
  org_id uuid not null,
  dispute_id uuid not null,
  statement_id uuid not null,
  kind text not null,
  side text not null,
  partner_id uuid,
  body text not null,
  links jsonb not null default '[]'::jsonb,
  made_by text not null,
  made_at timestamp with time zone not null,
  constraint dispute_statement_pkey PRIMARY KEY (org_id, dispute_id, statement_id),
  constraint dispute_statement_org_id_dispute_id_fkey FOREIGN KEY (org_id, dispute_id) REFERENCES tandem.dispute(org_id, dispute_id),
  constraint dispute_statement_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint a_statement_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['claim'::text, 'answer'::text, 'counter_claim'::text, 'evidence'::text, 'appeal'::text, 'withdrawal'::text]))),
  constraint a_statement_is_of_a_known_side CHECK ((side = ANY (ARRAY['vendor'::text, 'partner'::text]))),
  constraint a_statement_says_something CHECK ((length(btrim(body)) > 0))
);
create policy desk_sees_its_organization on tandem.dispute_statement for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.dispute_statement enable row level security;
alter table tandem.dispute_statement force row level security;
grant insert, select on tandem.dispute_statement to tandem_app;

create table tandem.event (
  org_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  type text not null,
  subject text,
  payload jsonb not null,
  constraint event_pkey PRIMARY KEY (org_id, seq),
  constraint event_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id)
);
create policy desk_sees_its_organization on tandem.event for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.event enable row level security;
alter table tandem.event force row level security;
grant insert, select on tandem.event to tandem_app;

create table tandem.exchange_rate (
  org_id uuid not null,
  currency text not null,
  effective_on date not null,
  rate numeric(20,10) not null,
  recorded_at timestamp with time zone not null,
  constraint exchange_rate_pkey PRIMARY KEY (org_id, currency, effective_on),
  constraint exchange_rate_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_rate_is_for_a_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint a_rate_is_positive CHECK ((rate > (0)::numeric))
);
create policy desk_sees_its_organization on tandem.exchange_rate for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.exchange_rate enable row level security;
alter table tandem.exchange_rate force row level security;
grant insert, select, update on tandem.exchange_rate to tandem_app;

create table tandem.file (
  org_id uuid not null,
  file_id uuid not null,
  name text not null,
  byte_length bigint,
  sha256 text,
  created_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (org_id, file_id),
  constraint file_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id)
);
create policy desk_sees_its_organization on tandem.file for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.file enable row level security;
alter table tandem.file force row level security;
grant delete, insert, select, update on tandem.file to tandem_app;

create table tandem.file_chunk (
  org_id uuid not null,
  file_id uuid not null,
  "position" integer not null,
  content bytea not null,
  constraint file_chunk_pkey PRIMARY KEY (org_id, file_id, "position"),
  constraint file_chunk_org_id_file_id_fkey FOREIGN KEY (org_id, file_id) REFERENCES tandem.file(org_id, file_id) ON DELETE CASCADE
);
create policy desk_sees_its_organization on tandem.file_chunk for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.file_chunk enable row level security;
alter table tandem.file_chunk force row level security;
grant delete, insert, select, update on tandem.file_chunk to tandem_app;

create table tandem.gate_override (
  org_id uuid not null,
  override_id uuid not null,
  gate text not null,
  reason text not null,
  overridden_by uuid not null,
  overridden_on date not null,
  recorded_at timestamp with time zone not null,
  revoked_by text,
  revoked_at timestamp with time zone,
  constraint gate_override_pkey PRIMARY KEY (org_id, override_id),
  constraint gate_override_org_id_overridden_by_fkey FOREIGN KEY (org_id, overridden_by) REFERENCES tandem.membership(org_id, membership_id),
  constraint a_gate_is_known CHECK ((gate = ANY (ARRAY['g0'::text, 'g1'::text, 'g2'::text, 'g3'::text, 'g4'::text, 'g5'::text, 'g6'::text, 'g7'::text]))),
  constraint a_revocation_names_who CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint an_override_says_why CHECK ((length(btrim(reason)) >= 10))
);
CREATE UNIQUE INDEX one_override_per_gate ON tandem.gate_override USING btree (org_id, gate) WHERE (revoked_at IS NULL);
create policy desk_sees_its_organization on tandem.gate_override for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.gate_override enable row level security;
alter table tandem.gate_override force row level security;
grant insert, select, update on tandem.gate_override to tandem_app;

create table tandem.idempotency_key (
  org_id uuid not null,
  actor_id text not null,
  key text not null,
  request_hash text not null,
  result jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_key_pkey PRIMARY KEY (org_id, actor_id, key),
  constraint idempotency_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_key_has_at_most_255_characters CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);
create policy desk_sees_its_organization on tandem.idempotency_key for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.idempotency_key enable row level security;
alter table tandem.idempotency_key force row level security;
grant delete, insert, select, update on tandem.idempotency_key to tandem_app;

create table tandem.import (
  org_id uuid not null,
  import_id uuid not null,
  number bigint not null,
  source_id uuid not null,
  kind text not null,
  file_id uuid,
  file_name text not null,
  file_sha256 text not null,
  mapping jsonb not null,
  first_of_source boolean not null,
  counts jsonb not null,
  committed_at timestamp with time zone not null,
  committed_by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  constraint import_pkey PRIMARY KEY (org_id, import_id),
  constraint one_number_per_import UNIQUE (org_id, number),
  constraint import_org_id_source_id_fkey FOREIGN KEY (org_id, source_id) REFERENCES tandem.source(org_id, source_id),
  constraint a_withdrawal_names_who CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint an_import_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['opportunities'::text, 'stage-history'::text, 'accounts'::text, 'partners'::text, 'opportunity-partners'::text, 'touches'::text, 'registrations'::text])))
);
create policy desk_sees_its_organization on tandem.import for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.import enable row level security;
alter table tandem.import force row level security;
grant insert, select, update on tandem.import to tandem_app;

create table tandem.import_draft (
  org_id uuid not null,
  draft_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  source_name text,
  mapping jsonb,
  state text not null,
  task text,
  progress jsonb,
  outcome jsonb,
  import_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint import_draft_pkey PRIMARY KEY (org_id, draft_id),
  constraint import_draft_org_id_file_id_fkey FOREIGN KEY (org_id, file_id) REFERENCES tandem.file(org_id, file_id),
  constraint a_draft_is_in_a_known_state CHECK ((state = ANY (ARRAY['uploaded'::text, 'running'::text, 'tried'::text, 'failed'::text, 'committed'::text, 'discarded'::text])))
);
create policy desk_sees_its_organization on tandem.import_draft for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.import_draft enable row level security;
alter table tandem.import_draft force row level security;
grant delete, insert, select, update on tandem.import_draft to tandem_app;

create table tandem.import_reject (
  org_id uuid not null,
  draft_id uuid not null,
  row_number integer not null,
  "position" integer not null,
  column_name text,
  code text not null,
  expected text not null,
  found text not null,
  repair text not null,
  constraint import_reject_pkey PRIMARY KEY (org_id, draft_id, row_number, "position"),
  constraint import_reject_org_id_draft_id_fkey FOREIGN KEY (org_id, draft_id) REFERENCES tandem.import_draft(org_id, draft_id) ON DELETE CASCADE
);
create policy desk_sees_its_organization on tandem.import_reject for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.import_reject enable row level security;
alter table tandem.import_reject force row level security;
grant delete, insert, select, update on tandem.import_reject to tandem_app;

create table tandem.introduction (
  org_id uuid not null,
  introduction_id uuid not null,
  partner_id uuid not null,
  partner_person_id uuid,
  account_id uuid,
  opportunity_id uuid,
  product text,
  occurred_at timestamp with time zone not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_on date not null,
  recorded_by text not null,
  evidence jsonb not null,
  note text,
  kind text not null default 'introduction'::text,
  side text not null default 'vendor'::text,
  way text not null default 'desk'::text,
  buyer_meeting_at timestamp with time zone,
  constraint introduction_pkey PRIMARY KEY (org_id, introduction_id),
  constraint introduction_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES tandem.account(org_id, account_id),
  constraint introduction_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint introduction_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint introduction_org_id_partner_person_id_fkey FOREIGN KEY (org_id, partner_person_id) REFERENCES tandem.partner_person(org_id, partner_person_id),
  constraint an_introduction_came_in_a_known_way CHECK ((way = ANY (ARRAY['desk'::text, 'suggestion'::text, 'portal'::text, 'api'::text, 'mail'::text, 'import'::text, 'crm_event'::text]))),
  constraint an_introduction_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['introduction'::text, 'reopening'::text, 'expansion'::text]))),
  constraint an_introduction_is_recorded_by_a_known_side CHECK ((side = ANY (ARRAY['vendor'::text, 'partner'::text]))),
  constraint an_introduction_is_to_an_account_or_a_deal CHECK (((account_id IS NOT NULL) OR (opportunity_id IS NOT NULL)))
);
CREATE INDEX introduction_to_a_deal ON tandem.introduction USING btree (org_id, opportunity_id);
CREATE INDEX introduction_to_an_account ON tandem.introduction USING btree (org_id, account_id);
create policy desk_sees_its_organization on tandem.introduction for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.introduction enable row level security;
alter table tandem.introduction force row level security;
grant insert, select on tandem.introduction to tandem_app;

create table tandem.introduction_confirmation (
  org_id uuid not null,
  introduction_id uuid not null,
  confirmed_by text not null,
  confirmed_at timestamp with time zone not null,
  constraint introduction_confirmation_pkey PRIMARY KEY (org_id, introduction_id),
  constraint introduction_confirmation_org_id_introduction_id_fkey FOREIGN KEY (org_id, introduction_id) REFERENCES tandem.introduction(org_id, introduction_id)
);
create policy desk_sees_its_organization on tandem.introduction_confirmation for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.introduction_confirmation enable row level security;
alter table tandem.introduction_confirmation force row level security;
grant insert, select on tandem.introduction_confirmation to tandem_app;

create table tandem.invitation (
  org_id uuid not null,
  invitation_id uuid not null,
  email text not null,
  roles text[] not null,
  partner_id uuid,
  access_ends_on date,
  token_hash bytea,
  invited_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (org_id, invitation_id),
  constraint a_partner_invitation_is_for_a_known_partner FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint invitation_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint an_invitation_is_accepted_or_revoked CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL)))
);
CREATE UNIQUE INDEX an_invitation_token_is_used_once ON tandem.invitation USING btree (org_id, token_hash);
create policy desk_sees_its_organization on tandem.invitation for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_its_own on tandem.invitation for select to public using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (partner_id = ( SELECT (NULLIF(current_setting('app.partner'::text, true), ''::text))::uuid AS "nullif")));
alter table tandem.invitation enable row level security;
alter table tandem.invitation force row level security;
grant insert, select, update on tandem.invitation to tandem_app;

create table tandem.mail (
  org_id uuid not null,
  signal_id uuid not null,
  from_name text,
  from_address text,
  recipients jsonb not null,
  addresses text[] not null,
  body text not null,
  is_cut boolean not null,
  attachments jsonb not null,
  sent_at timestamp with time zone,
  constraint mail_pkey PRIMARY KEY (org_id, signal_id),
  constraint mail_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint mail_org_id_signal_id_fkey FOREIGN KEY (org_id, signal_id) REFERENCES tandem.signal(org_id, signal_id) ON DELETE CASCADE
);
create policy desk_sees_its_organization on tandem.mail for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.mail enable row level security;
alter table tandem.mail force row level security;
grant insert, select on tandem.mail to tandem_app;

create table tandem.membership (
  org_id uuid not null,
  membership_id uuid not null,
  user_id text not null,
  display_name text not null,
  roles text[] not null,
  partner_id uuid,
  access_ends_on date,
  suspended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone,
  ended_by_partner boolean not null default false,
  language text,
  constraint membership_pkey PRIMARY KEY (org_id, membership_id),
  constraint a_partner_member_belongs_to_a_known_partner FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint membership_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_member_holds_known_roles CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['cro'::text, 'ceo'::text, 'cfo'::text, 'head_of_partnerships'::text, 'partner_manager'::text, 'partner_ops'::text, 'partner_marketing'::text, 'ae'::text, 'executive_sponsor'::text, 'administrator'::text, 'advisor'::text, 'partner_admin'::text, 'partner_rep'::text]))),
  constraint a_member_reads_a_known_language CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  constraint an_advisor_has_an_end_date CHECK (((NOT ('advisor'::text = ANY (roles))) OR (access_ends_on IS NOT NULL))),
  constraint partner_roles_belong_to_a_partner CHECK ((((partner_id IS NULL) AND (NOT (roles && ARRAY['partner_admin'::text, 'partner_rep'::text]))) OR ((partner_id IS NOT NULL) AND (roles <@ ARRAY['partner_admin'::text, 'partner_rep'::text])))),
  constraint what_a_partner_ended_has_ended CHECK (((NOT ended_by_partner) OR (suspended_at IS NOT NULL)))
);
CREATE INDEX membership_of_a_user ON tandem.membership USING btree (user_id);
CREATE UNIQUE INDEX one_membership_per_person_and_side ON tandem.membership USING btree (org_id, user_id, COALESCE(partner_id, '00000000-0000-0000-0000-000000000000'::uuid));
create policy a_person_sees_their_memberships on tandem.membership for select to public using (user_id = ( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"));
create policy desk_sees_its_organization on tandem.membership for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_itself on tandem.membership for select to public using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (partner_id = ( SELECT (NULLIF(current_setting('app.partner'::text, true), ''::text))::uuid AS "nullif")));
alter table tandem.membership enable row level security;
alter table tandem.membership force row level security;
grant insert, select, update on tandem.membership to tandem_app;

create table tandem.notice (
  org_id uuid not null,
  notice_id uuid not null,
  membership_id uuid,
  kind text not null,
  sentence text not null,
  link text not null,
  event_key text not null,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  slack_channel_id uuid,
  partner_id uuid,
  opportunity_id uuid,
  way text not null default 'here'::text,
  params jsonb not null default '{}'::jsonb,
  constraint notice_pkey PRIMARY KEY (org_id, notice_id),
  constraint a_channel_is_told_once UNIQUE (org_id, slack_channel_id, event_key),
  constraint somebody_is_told_once UNIQUE (org_id, membership_id, event_key),
  constraint notice_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint notice_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint notice_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint notice_org_id_slack_channel_id_fkey FOREIGN KEY (org_id, slack_channel_id) REFERENCES tandem.slack_channel(org_id, slack_channel_id),
  constraint a_notice_is_told_to_a_person_or_a_channel CHECK (((membership_id IS NULL) <> (slack_channel_id IS NULL))),
  constraint a_notice_leaves_in_a_known_way CHECK ((way = ANY (ARRAY['at_once'::text, 'digest'::text, 'here'::text])))
);
CREATE INDEX notice_of_a_member ON tandem.notice USING btree (org_id, membership_id, made_at DESC);
CREATE INDEX notice_that_may_leave ON tandem.notice USING btree (org_id, way, membership_id) WHERE ((way <> 'here'::text) AND (read_at IS NULL));
create policy desk_sees_its_organization on tandem.notice for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.notice enable row level security;
alter table tandem.notice force row level security;
grant insert, select, update on tandem.notice to tandem_app;

create table tandem.notice_choice (
  org_id uuid not null,
  membership_id uuid not null,
  kind_group text not null,
  way text not null,
  chosen_at timestamp with time zone not null,
  constraint notice_choice_pkey PRIMARY KEY (org_id, membership_id, kind_group),
  constraint notice_choice_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint a_choice_is_a_known_way CHECK ((way = ANY (ARRAY['at_once'::text, 'digest'::text, 'here'::text])))
);
create policy desk_sees_its_organization on tandem.notice_choice for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.notice_choice enable row level security;
alter table tandem.notice_choice force row level security;
grant insert, select, update on tandem.notice_choice to tandem_app;

create table tandem.notice_setting (
  org_id uuid not null,
  digest_minute smallint not null,
  gather_minutes smallint not null,
  constraint notice_setting_pkey PRIMARY KEY (org_id),
  constraint notice_setting_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_day_has_1440_minutes CHECK (((digest_minute >= 0) AND (digest_minute <= 1439))),
  constraint notices_are_gathered_for_an_hour_at_most CHECK (((gather_minutes >= 0) AND (gather_minutes <= 60)))
);
create policy desk_sees_its_organization on tandem.notice_setting for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.notice_setting enable row level security;
alter table tandem.notice_setting force row level security;
grant insert, select, update on tandem.notice_setting to tandem_app;

create table tandem.number_series (
  org_id uuid not null,
  word text not null,
  last_number bigint not null default 0,
  constraint number_series_pkey PRIMARY KEY (org_id, word),
  constraint number_series_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id)
);
create policy desk_sees_its_organization on tandem.number_series for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.number_series enable row level security;
alter table tandem.number_series force row level security;
grant insert, select, update on tandem.number_series to tandem_app;

create table tandem.opening_balance (
  org_id uuid not null,
  opening_balance_id uuid not null,
  accepted_by uuid not null,
  accepted_at timestamp with time zone not null,
  accepted_on date not null,
  through_import bigint not null,
  claims integer not null,
  amounts jsonb not null,
  constraint opening_balance_pkey PRIMARY KEY (org_id, opening_balance_id),
  constraint opening_balance_org_id_accepted_by_fkey FOREIGN KEY (org_id, accepted_by) REFERENCES tandem.membership(org_id, membership_id),
  constraint opening_balance_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id)
);
create policy desk_sees_its_organization on tandem.opening_balance for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.opening_balance enable row level security;
alter table tandem.opening_balance force row level security;
grant insert, select on tandem.opening_balance to tandem_app;

create table tandem.opportunity (
  org_id uuid not null,
  opportunity_id uuid not null,
  number bigint not null,
  source_id uuid not null,
  record_id text not null,
  name text not null,
  sort_key text collate "C" not null,
  account_id uuid,
  stage text,
  stage_order smallint,
  outcome text not null,
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
  claim_class text,
  claim_partner_id uuid,
  credit_class text not null default 'none'::text,
  credit_partner_id uuid,
  fingerprint bytea,
  last_known_at timestamp with time zone not null,
  is_withdrawn boolean not null default false,
  credit_co_sold boolean not null default false,
  constraint opportunity_pkey PRIMARY KEY (org_id, opportunity_id),
  constraint one_number_per_opportunity UNIQUE (org_id, number),
  constraint one_opportunity_per_record UNIQUE (org_id, source_id, record_id),
  constraint opportunity_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES tandem.account(org_id, account_id),
  constraint opportunity_org_id_claim_partner_id_fkey FOREIGN KEY (org_id, claim_partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint opportunity_org_id_credit_partner_id_fkey FOREIGN KEY (org_id, credit_partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint opportunity_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint opportunity_org_id_source_id_fkey FOREIGN KEY (org_id, source_id) REFERENCES tandem.source(org_id, source_id),
  constraint a_claim_is_of_a_known_class CHECK ((claim_class = ANY (ARRAY['sourced'::text, 'co_sold'::text, 'influenced'::text, 'assisted'::text]))),
  constraint a_claim_names_its_partner CHECK (((claim_class IS NULL) = (claim_partner_id IS NULL))),
  constraint a_credit_is_of_a_known_class CHECK ((credit_class = ANY (ARRAY['sourced'::text, 'co_sold'::text, 'influenced'::text, 'assisted'::text, 'none'::text]))),
  constraint a_credit_names_its_partner CHECK (((credit_class = 'none'::text) = (credit_partner_id IS NULL))),
  constraint an_outcome_is_known CHECK ((outcome = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text, 'unknown'::text])))
);
CREATE INDEX opportunity_by_part_of_name ON tandem.opportunity USING gin (sort_key public.gin_trgm_ops);
CREATE INDEX opportunity_in_order ON tandem.opportunity USING btree (org_id, sort_key, opportunity_id) WHERE (NOT is_withdrawn);
CREATE INDEX opportunity_of_an_account ON tandem.opportunity USING btree (org_id, account_id);
CREATE INDEX opportunity_with_partner ON tandem.opportunity USING btree (org_id, COALESCE(credit_partner_id, claim_partner_id)) WHERE (COALESCE(credit_partner_id, claim_partner_id) IS NOT NULL);
create policy desk_sees_its_organization on tandem.opportunity for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.opportunity enable row level security;
alter table tandem.opportunity force row level security;
grant insert, select, update on tandem.opportunity to tandem_app;

create table tandem.opportunity_end (
  org_id uuid not null,
  opportunity_id uuid not null,
  end_id uuid not null,
  kind text not null,
  into_opportunity_id uuid,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  constraint opportunity_end_pkey PRIMARY KEY (org_id, opportunity_id, end_id),
  constraint opportunity_end_org_id_into_opportunity_id_fkey FOREIGN KEY (org_id, into_opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint opportunity_end_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint a_deal_ends_merged_deleted_or_comes_back CHECK ((kind = ANY (ARRAY['merged'::text, 'deleted'::text, 'restored'::text]))),
  constraint a_deal_is_not_merged_into_itself CHECK ((into_opportunity_id <> opportunity_id)),
  constraint a_merged_deal_names_the_other CHECK (((kind = 'merged'::text) = (into_opportunity_id IS NOT NULL)))
);
create policy desk_sees_its_organization on tandem.opportunity_end for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.opportunity_end enable row level security;
alter table tandem.opportunity_end force row level security;
grant insert, select on tandem.opportunity_end to tandem_app;

create table tandem.opportunity_fact (
  org_id uuid not null,
  opportunity_id uuid not null,
  fact_id uuid not null,
  import_id uuid,
  known_at timestamp with time zone not null,
  known_assumed boolean not null,
  recorded_at timestamp with time zone not null,
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
  fingerprint bytea,
  constraint opportunity_fact_pkey PRIMARY KEY (org_id, opportunity_id, fact_id),
  constraint opportunity_fact_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES tandem.import(org_id, import_id),
  constraint opportunity_fact_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id)
);
CREATE INDEX opportunity_fact_of_an_import ON tandem.opportunity_fact USING btree (org_id, import_id);
create policy desk_sees_its_organization on tandem.opportunity_fact for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.opportunity_fact enable row level security;
alter table tandem.opportunity_fact force row level security;
grant insert, select on tandem.opportunity_fact to tandem_app;

create table tandem.opportunity_kind (
  org_id uuid not null,
  opportunity_id uuid not null,
  kind_id uuid not null,
  kind text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint opportunity_kind_pkey PRIMARY KEY (org_id, opportunity_id, kind_id),
  constraint opportunity_kind_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint a_deal_is_new_a_renewal_or_an_expansion CHECK ((kind = ANY (ARRAY['new'::text, 'renewal'::text, 'expansion'::text])))
);
create policy desk_sees_its_organization on tandem.opportunity_kind for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.opportunity_kind enable row level security;
alter table tandem.opportunity_kind force row level security;
grant insert, select on tandem.opportunity_kind to tandem_app;

create table tandem.opportunity_partner (
  org_id uuid not null,
  opportunity_id uuid not null,
  claim_id uuid not null,
  import_id uuid,
  slot text not null,
  partner_id uuid,
  role text,
  is_primary boolean not null default false,
  known_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint opportunity_partner_pkey PRIMARY KEY (org_id, opportunity_id, claim_id),
  constraint opportunity_partner_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES tandem.import(org_id, import_id),
  constraint opportunity_partner_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint opportunity_partner_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id)
);
CREATE INDEX claims_of_an_import ON tandem.opportunity_partner USING btree (org_id, import_id);
create policy desk_sees_its_organization on tandem.opportunity_partner for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.opportunity_partner enable row level security;
alter table tandem.opportunity_partner force row level security;
grant insert, select on tandem.opportunity_partner to tandem_app;

create table tandem.org_head (
  org_id uuid not null,
  seq bigint not null default 0,
  hash bytea not null default '\x'::bytea,
  facts_seq bigint not null default 0,
  constraint org_head_pkey PRIMARY KEY (org_id),
  constraint org_head_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id)
);
create policy desk_sees_its_organization on tandem.org_head for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.org_head enable row level security;
alter table tandem.org_head force row level security;
grant insert, select, update on tandem.org_head to tandem_app;

create table tandem.organization (
  org_id uuid not null,
  slug text not null,
  name text not null,
  time_zone text not null,
  currency text not null,
  fiscal_year_start_month smallint not null default 1,
  working_days smallint[] not null default '{1,2,3,4,5}'::smallint[],
  holidays date[] not null default '{}'::date[],
  is_demo boolean not null default false,
  created_at timestamp with time zone not null,
  portal_opened_at timestamp with time zone,
  portal_opened_by_override boolean not null default false,
  constraint organization_pkey PRIMARY KEY (org_id),
  constraint a_currency_is_three_letters CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint a_fiscal_year_starts_in_a_month CHECK (((fiscal_year_start_month >= 1) AND (fiscal_year_start_month <= 12))),
  constraint an_organization_has_a_name CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 200))),
  constraint only_an_open_portal_is_open_by_override CHECK (((portal_opened_at IS NOT NULL) OR (NOT portal_opened_by_override)))
);
create policy a_person_sees_their_organizations on tandem.organization for select to public using (EXISTS ( SELECT FROM tandem.membership m WHERE ((m.org_id = organization.org_id) AND (m.user_id = ( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif")))));
create policy desk_sees_its_organization on tandem.organization for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_the_frame on tandem.organization for select to public using (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"));
alter table tandem.organization enable row level security;
alter table tandem.organization force row level security;
grant insert, select, update on tandem.organization to tandem_app;

create table tandem.partner (
  org_id uuid not null,
  partner_id uuid not null,
  number bigint not null,
  source_id uuid,
  record_id text,
  name text not null,
  name_key text not null,
  domain text,
  country text,
  archetype text,
  signed_on date,
  manager_id uuid,
  sort_key text collate "C" not null,
  fingerprint bytea,
  is_withdrawn boolean not null default false,
  opening_stage text,
  countries text[],
  certified_on date,
  suspended_at timestamp with time zone,
  constraint partner_pkey PRIMARY KEY (org_id, partner_id),
  constraint one_number_per_partner UNIQUE (org_id, number),
  constraint one_partner_per_record UNIQUE (org_id, source_id, record_id),
  constraint partner_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint partner_org_id_manager_id_fkey FOREIGN KEY (org_id, manager_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint a_partner_comes_in_a_known_stage CHECK ((opening_stage = ANY (ARRAY['recruit'::text, 'onboard'::text, 'activate'::text, 'producing'::text, 'manage'::text, 'expand'::text, 'off_board'::text]))),
  constraint a_partner_has_a_name CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 300))),
  constraint a_partner_is_of_a_known_archetype CHECK ((archetype = ANY (ARRAY['reseller'::text, 'msp'::text, 'si'::text, 'isv'::text, 'referral'::text, 'agency'::text])))
);
CREATE UNIQUE INDEX one_partner_per_name ON tandem.partner USING btree (org_id, name_key) WHERE (NOT is_withdrawn);
CREATE INDEX partner_in_order ON tandem.partner USING btree (org_id, sort_key, partner_id);
create policy desk_sees_its_organization on tandem.partner for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_its_own on tandem.partner for select to public using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (partner_id = ( SELECT (NULLIF(current_setting('app.partner'::text, true), ''::text))::uuid AS "nullif")));
alter table tandem.partner enable row level security;
alter table tandem.partner force row level security;
grant insert, select, update on tandem.partner to tandem_app;

create table tandem.partner_deal (
  org_id uuid not null,
  partner_id uuid not null,
  opportunity_id uuid not null,
  since_at timestamp with time zone not null,
  constraint partner_deal_pkey PRIMARY KEY (org_id, partner_id, opportunity_id),
  constraint partner_deal_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint partner_deal_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id)
);
CREATE INDEX partner_deal_of_a_deal ON tandem.partner_deal USING btree (org_id, opportunity_id);
create policy desk_sees_its_organization on tandem.partner_deal for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_its_own on tandem.partner_deal for select to public using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (partner_id = ( SELECT (NULLIF(current_setting('app.partner'::text, true), ''::text))::uuid AS "nullif")));
alter table tandem.partner_deal enable row level security;
alter table tandem.partner_deal force row level security;
grant insert, select on tandem.partner_deal to tandem_app;

create table tandem.partner_fact (
  org_id uuid not null,
  partner_id uuid not null,
  fact_id uuid not null,
  import_id uuid,
  known_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  body jsonb not null,
  constraint partner_fact_pkey PRIMARY KEY (org_id, partner_id, fact_id),
  constraint partner_fact_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES tandem.import(org_id, import_id),
  constraint partner_fact_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id)
);
CREATE INDEX partner_fact_of_an_import ON tandem.partner_fact USING btree (org_id, import_id);
create policy desk_sees_its_organization on tandem.partner_fact for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.partner_fact enable row level security;
alter table tandem.partner_fact force row level security;
grant insert, select on tandem.partner_fact to tandem_app;

create table tandem.partner_person (
  org_id uuid not null,
  partner_person_id uuid not null,
  partner_id uuid not null,
  name text not null,
  email text,
  created_at timestamp with time zone not null,
  left_on date,
  import_id uuid,
  is_withdrawn boolean not null default false,
  membership_id uuid,
  constraint partner_person_pkey PRIMARY KEY (org_id, partner_person_id),
  constraint partner_person_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES tandem.import(org_id, import_id),
  constraint partner_person_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint partner_person_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id)
);
CREATE UNIQUE INDEX one_person_per_sign_in ON tandem.partner_person USING btree (org_id, membership_id) WHERE (membership_id IS NOT NULL);
CREATE INDEX partner_person_by_address ON tandem.partner_person USING btree (org_id, lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX people_of_a_partner ON tandem.partner_person USING btree (org_id, partner_id);
CREATE INDEX person_of_an_import ON tandem.partner_person USING btree (org_id, import_id) WHERE (import_id IS NOT NULL);
create policy desk_sees_its_organization on tandem.partner_person for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_its_own on tandem.partner_person for select to public using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (partner_id = ( SELECT (NULLIF(current_setting('app.partner'::text, true), ''::text))::uuid AS "nullif")));
alter table tandem.partner_person enable row level security;
alter table tandem.partner_person force row level security;
grant insert, select, update on tandem.partner_person to tandem_app;

create table tandem.policy (
  org_id uuid not null,
  word text not null,
  version integer not null,
  body jsonb not null,
  in_force_from date not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint policy_pkey PRIMARY KEY (org_id, word, version),
  constraint policy_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_policy_governs_a_known_word CHECK ((word = ANY (ARRAY['thesis'::text, 'archetypes'::text, 'profile'::text, 'operating_model'::text, 'assumptions'::text, 'attribution'::text, 'registration'::text, 'tiers'::text, 'journey'::text, 'scoreboard'::text])))
);
create policy desk_sees_its_organization on tandem.policy for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.policy enable row level security;
alter table tandem.policy force row level security;
grant insert, select on tandem.policy to tandem_app;

create table tandem.policy_countersignature (
  org_id uuid not null,
  word text not null,
  version integer not null,
  seat text not null,
  membership_id uuid not null,
  signed_at timestamp with time zone not null,
  constraint policy_countersignature_pkey PRIMARY KEY (org_id, word, version, seat, membership_id),
  constraint policy_countersignature_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint policy_countersignature_org_id_word_version_fkey FOREIGN KEY (org_id, word, version) REFERENCES tandem.policy(org_id, word, version)
);
create policy desk_sees_its_organization on tandem.policy_countersignature for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.policy_countersignature enable row level security;
alter table tandem.policy_countersignature force row level security;
grant insert, select on tandem.policy_countersignature to tandem_app;

create table tandem.policy_signature (
  org_id uuid not null,
  word text not null,
  version integer not null,
  seat text not null,
  membership_id uuid not null,
  signed_at timestamp with time zone not null,
  interim text,
  constraint policy_signature_pkey PRIMARY KEY (org_id, word, version, seat),
  constraint policy_signature_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint policy_signature_org_id_word_version_fkey FOREIGN KEY (org_id, word, version) REFERENCES tandem.policy(org_id, word, version),
  constraint an_interim_signs_as_a_known_person CHECK ((interim = ANY (ARRAY['ceo'::text, 'cro'::text, 'advisor'::text])))
);
create policy desk_sees_its_organization on tandem.policy_signature for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.policy_signature enable row level security;
alter table tandem.policy_signature force row level security;
grant insert, select on tandem.policy_signature to tandem_app;

create table tandem.portal_brand (
  org_id uuid not null,
  name text,
  accent text,
  welcome jsonb not null default '{}'::jsonb,
  logo bytea,
  logo_type text,
  logo_width integer,
  logo_height integer,
  logo_hash text,
  constraint portal_brand_pkey PRIMARY KEY (org_id),
  constraint portal_brand_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id) ON DELETE CASCADE,
  constraint a_brand_has_a_short_name CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 80))),
  constraint a_logo_is_of_a_safe_kind CHECK ((logo_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text]))),
  constraint a_logo_is_small CHECK ((octet_length(logo) <= 262144)),
  constraint a_logo_is_whole CHECK ((num_nulls(logo, logo_type, logo_width, logo_height, logo_hash) = ANY (ARRAY[0, 5]))),
  constraint an_accent_is_six_hex_digits CHECK ((accent ~ '^#[0-9a-f]{6}$'::text))
);
create policy desk_sees_its_organization on tandem.portal_brand for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_the_brand on tandem.portal_brand for select to public using (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"));
alter table tandem.portal_brand enable row level security;
alter table tandem.portal_brand force row level security;
grant insert, select, update on tandem.portal_brand to tandem_app;

create table tandem.program (
  org_id uuid not null,
  kickoff_on date,
  mode text not null default 'new'::text,
  source_text text,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  constraint program_pkey PRIMARY KEY (org_id),
  constraint program_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_program_is_new_or_runs_already CHECK ((mode = ANY (ARRAY['new'::text, 'running'::text])))
);
create policy desk_sees_its_organization on tandem.program for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.program enable row level security;
alter table tandem.program force row level security;
grant insert, select, update on tandem.program to tandem_app;

create table tandem.program_draft (
  org_id uuid not null,
  word text not null,
  body jsonb not null,
  confirmed text[] not null default '{}'::text[],
  base_version integer,
  revision integer not null,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  constraint program_draft_pkey PRIMARY KEY (org_id, word),
  constraint program_draft_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_draft_is_of_a_known_page CHECK ((word = ANY (ARRAY['thesis'::text, 'archetypes'::text, 'profile'::text, 'operating_model'::text, 'assumptions'::text, 'attribution'::text, 'registration'::text, 'tiers'::text, 'journey'::text, 'scoreboard'::text])))
);
create policy desk_sees_its_organization on tandem.program_draft for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.program_draft enable row level security;
alter table tandem.program_draft force row level security;
grant delete, insert, select, update on tandem.program_draft to tandem_app;

create table tandem.protected_product (
  org_id uuid not null,
  product_key text not null,
  number integer not null,
  constraint protected_product_pkey PRIMARY KEY (org_id, product_key),
  constraint one_number_per_product UNIQUE (org_id, number),
  constraint protected_product_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id)
);
create policy desk_sees_its_organization on tandem.protected_product for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.protected_product enable row level security;
alter table tandem.protected_product force row level security;
grant insert, select on tandem.protected_product to tandem_app;

create table tandem.quarter_close (
  org_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  currency text not null,
  deals integer not null,
  frozen_hash text not null,
  closed_by text not null,
  closed_at timestamp with time zone not null,
  constraint quarter_close_pkey PRIMARY KEY (org_id, starts_on),
  constraint quarter_close_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_quarter_ends_after_it_began CHECK ((ends_on > starts_on))
);
create policy desk_sees_its_organization on tandem.quarter_close for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.quarter_close enable row level security;
alter table tandem.quarter_close force row level security;
grant insert, select on tandem.quarter_close to tandem_app;

create table tandem.quarter_deal (
  org_id uuid not null,
  starts_on date not null,
  measure text not null,
  opportunity_id uuid not null,
  class text not null,
  partner_id uuid,
  co_sold boolean not null default false,
  amount_minor bigint,
  credit_id uuid,
  constraint quarter_deal_pkey PRIMARY KEY (org_id, starts_on, measure, opportunity_id),
  constraint quarter_deal_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint quarter_deal_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint quarter_deal_org_id_starts_on_fkey FOREIGN KEY (org_id, starts_on) REFERENCES tandem.quarter_close(org_id, starts_on),
  constraint a_frozen_credit_is_of_a_known_class CHECK ((class = ANY (ARRAY['sourced'::text, 'co_sold'::text, 'influenced'::text, 'assisted'::text, 'none'::text]))),
  constraint a_frozen_figure_is_of_a_known_measure CHECK ((measure = ANY (ARRAY['pipeline'::text, 'closed_won'::text])))
);
create policy desk_sees_its_organization on tandem.quarter_deal for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.quarter_deal enable row level security;
alter table tandem.quarter_deal force row level security;
grant insert, select on tandem.quarter_deal to tandem_app;

create table tandem.registration (
  org_id uuid not null,
  registration_id uuid not null,
  number bigint not null,
  partner_id uuid not null,
  way text not null,
  rep_id uuid,
  created_by text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  state text not null,
  draft jsonb not null default '{}'::jsonb,
  submission jsonb,
  page_version integer,
  legal_name text,
  country text,
  domain text,
  name_country text,
  account_key text,
  products text[] not null default '{}'::text[],
  value_minor bigint,
  currency text,
  close_on date,
  events integer not null default 0,
  submitted_at timestamp with time zone,
  submitted_on date,
  complete_at timestamp with time zone,
  decided_on date,
  due_on date,
  protected_from date,
  protected_until date,
  last_activity_on date,
  ae_id uuid,
  account_id uuid,
  opportunity_id uuid,
  is_undone boolean not null default false,
  constraint registration_pkey PRIMARY KEY (org_id, registration_id),
  constraint one_number_per_registration UNIQUE (org_id, number),
  constraint registration_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES tandem.account(org_id, account_id),
  constraint registration_org_id_ae_id_fkey FOREIGN KEY (org_id, ae_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint registration_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint registration_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint registration_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint registration_org_id_rep_id_fkey FOREIGN KEY (org_id, rep_id) REFERENCES tandem.partner_person(org_id, partner_person_id),
  constraint a_registration_came_in_a_known_way CHECK ((way = ANY (ARRAY['portal'::text, 'form'::text, 'api'::text, 'desk'::text, 'mail'::text, 'import'::text]))),
  constraint a_registration_is_in_a_known_state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'conflict'::text, 'accepted'::text, 'converted'::text, 'won'::text, 'lost'::text, 'rejected'::text, 'appealed'::text, 'withdrawn'::text, 'expired'::text, 'void'::text]))),
  constraint what_was_sent_is_complete CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR ((submission IS NOT NULL) AND (submitted_at IS NOT NULL) AND (account_key IS NOT NULL) AND (page_version IS NOT NULL))))
);
CREATE UNIQUE INDEX one_registration_per_deal ON tandem.registration USING btree (org_id, opportunity_id) WHERE ((opportunity_id IS NOT NULL) AND (state = ANY (ARRAY['accepted'::text, 'converted'::text, 'won'::text])));
CREATE INDEX registration_by_account ON tandem.registration USING btree (org_id, account_key) WHERE (account_key IS NOT NULL);
CREATE INDEX registration_by_domain ON tandem.registration USING btree (org_id, domain) WHERE (domain IS NOT NULL);
CREATE INDEX registration_by_name ON tandem.registration USING btree (org_id, name_country) WHERE (name_country IS NOT NULL);
CREATE INDEX registration_in_order ON tandem.registration USING btree (org_id, state, due_on, number);
CREATE INDEX registration_of_a_partner ON tandem.registration USING btree (org_id, partner_id, number DESC);
CREATE INDEX registration_of_a_rep ON tandem.registration USING btree (org_id, rep_id) WHERE (rep_id IS NOT NULL);
create policy desk_sees_its_organization on tandem.registration for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_its_own on tandem.registration for select to public using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (partner_id = ( SELECT (NULLIF(current_setting('app.partner'::text, true), ''::text))::uuid AS "nullif")));
alter table tandem.registration enable row level security;
alter table tandem.registration force row level security;
grant insert, select, update on tandem.registration to tandem_app;

create table tandem.registration_check (
  org_id uuid not null,
  registration_id uuid not null,
  run_id uuid not null,
  checks jsonb not null,
  facts jsonb not null,
  ran_at timestamp with time zone not null,
  constraint registration_check_pkey PRIMARY KEY (org_id, registration_id, run_id),
  constraint registration_check_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id)
);
create policy desk_sees_its_organization on tandem.registration_check for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.registration_check enable row level security;
alter table tandem.registration_check force row level security;
grant insert, select on tandem.registration_check to tandem_app;

create table tandem.registration_conflict (
  org_id uuid not null,
  conflict_id uuid not null,
  number bigint not null,
  account_key text not null,
  state text not null,
  recommendation jsonb not null,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  due_at timestamp with time zone not null,
  ground text,
  winner_id uuid,
  words text,
  evidence jsonb not null default '[]'::jsonb,
  ruled_by text,
  ruled_at timestamp with time zone,
  appealed_at timestamp with time zone,
  final_winner_id uuid,
  final_words text,
  final_by text,
  final_at timestamp with time zone,
  constraint registration_conflict_pkey PRIMARY KEY (org_id, conflict_id),
  constraint one_number_per_conflict UNIQUE (org_id, number),
  constraint registration_conflict_org_id_final_winner_id_fkey FOREIGN KEY (org_id, final_winner_id) REFERENCES tandem.registration(org_id, registration_id),
  constraint registration_conflict_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint registration_conflict_org_id_winner_id_fkey FOREIGN KEY (org_id, winner_id) REFERENCES tandem.registration(org_id, registration_id),
  constraint a_conflict_is_in_a_known_state CHECK ((state = ANY (ARRAY['open'::text, 'ruled'::text, 'appealed'::text, 'closed'::text]))),
  constraint a_ruling_is_written CHECK ((((ruled_at IS NULL) = (ground IS NULL)) AND ((ground IS NULL) OR ((length(btrim(words)) > 0) AND (ruled_by IS NOT NULL))))),
  constraint an_appeal_is_decided_in_writing_by_another CHECK ((((final_at IS NULL) = (final_by IS NULL)) AND ((final_at IS NULL) OR ((appealed_at IS NOT NULL) AND (length(btrim(final_words)) > 0) AND (final_by <> ruled_by))))),
  constraint only_a_ruling_is_appealed CHECK (((appealed_at IS NULL) OR (ruled_at IS NOT NULL)))
);
CREATE UNIQUE INDEX one_open_conflict_per_account ON tandem.registration_conflict USING btree (org_id, account_key) WHERE (state = ANY (ARRAY['open'::text, 'appealed'::text]));
create policy desk_sees_its_organization on tandem.registration_conflict for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.registration_conflict enable row level security;
alter table tandem.registration_conflict force row level security;
grant insert, select, update on tandem.registration_conflict to tandem_app;

create table tandem.registration_duty (
  org_id uuid not null,
  registration_id uuid not null,
  kind text not null,
  on_day date not null,
  done_at timestamp with time zone not null,
  constraint registration_duty_pkey PRIMARY KEY (org_id, registration_id, kind, on_day),
  constraint registration_duty_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id)
);
create policy desk_sees_its_organization on tandem.registration_duty for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.registration_duty enable row level security;
alter table tandem.registration_duty force row level security;
grant insert, select on tandem.registration_duty to tandem_app;

create table tandem.registration_event (
  org_id uuid not null,
  registration_id uuid not null,
  nth integer not null,
  type text not null,
  by text not null,
  actor text not null,
  at timestamp with time zone not null,
  on_day date not null,
  body jsonb not null default '{}'::jsonb,
  constraint registration_event_pkey PRIMARY KEY (org_id, registration_id, nth),
  constraint registration_event_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id),
  constraint an_event_is_caused_by_a_known_kind CHECK ((by = ANY (ARRAY['partner'::text, 'manager'::text, 'decider'::text, 'panel'::text, 'cro'::text, 'ae'::text, 'system'::text])))
);
create policy desk_sees_its_organization on tandem.registration_event for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_its_own on tandem.registration_event for select to public using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT FROM tandem.registration r WHERE ((r.org_id = registration_event.org_id) AND (r.registration_id = registration_event.registration_id) AND (r.partner_id = ( SELECT (NULLIF(current_setting('app.partner'::text, true), ''::text))::uuid AS "nullif"))))));
alter table tandem.registration_event enable row level security;
alter table tandem.registration_event force row level security;
grant insert, select on tandem.registration_event to tandem_app;

create table tandem.registration_import (
  org_id uuid not null,
  registration_id uuid not null,
  import_id uuid not null,
  record_key text not null,
  fingerprint bytea not null,
  introduction_id uuid,
  constraint registration_import_pkey PRIMARY KEY (org_id, registration_id),
  constraint registration_import_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint registration_import_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES tandem.import(org_id, import_id),
  constraint registration_import_org_id_introduction_id_fkey FOREIGN KEY (org_id, introduction_id) REFERENCES tandem.introduction(org_id, introduction_id),
  constraint registration_import_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id) ON DELETE CASCADE
);
CREATE INDEX registration_by_record ON tandem.registration_import USING btree (org_id, record_key);
CREATE INDEX registration_of_an_import ON tandem.registration_import USING btree (org_id, import_id);
create policy desk_sees_its_organization on tandem.registration_import for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.registration_import enable row level security;
alter table tandem.registration_import force row level security;
grant insert, select on tandem.registration_import to tandem_app;

create table tandem.registration_link (
  org_id uuid not null,
  registration_link_id uuid not null,
  number bigint not null,
  partner_id uuid not null,
  secret_hash bytea not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  revoked_by text,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint registration_link_pkey PRIMARY KEY (org_id, registration_link_id),
  constraint a_secret_of_a_link_is_its_own UNIQUE (org_id, secret_hash),
  constraint one_number_per_registration_link UNIQUE (org_id, number),
  constraint registration_link_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint registration_link_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id) ON DELETE CASCADE,
  constraint somebody_revokes_a_link CHECK (((revoked_at IS NULL) = (revoked_by IS NULL)))
);
CREATE UNIQUE INDEX one_link_of_a_partner_is_open ON tandem.registration_link USING btree (org_id, partner_id) WHERE (revoked_at IS NULL);
create policy desk_sees_its_organization on tandem.registration_link for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.registration_link enable row level security;
alter table tandem.registration_link force row level security;
grant insert, select, update on tandem.registration_link to tandem_app;

create table tandem.registration_mail (
  org_id uuid not null,
  message_key text not null,
  registration_id uuid not null,
  outcome text not null,
  from_address text not null,
  body text not null,
  asked_nth integer,
  received_at timestamp with time zone not null,
  constraint registration_mail_pkey PRIMARY KEY (org_id, message_key),
  constraint registration_mail_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id) ON DELETE CASCADE,
  constraint a_mail_becomes_something_known CHECK ((outcome = ANY (ARRAY['draft'::text, 'answer'::text, 'held'::text]))),
  constraint an_answer_is_to_a_question CHECK (((outcome = 'draft'::text) = (asked_nth IS NULL)))
);
CREATE INDEX mail_of_a_registration ON tandem.registration_mail USING btree (org_id, registration_id, received_at);
create policy desk_sees_its_organization on tandem.registration_mail for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.registration_mail enable row level security;
alter table tandem.registration_mail force row level security;
grant insert, select on tandem.registration_mail to tandem_app;

create table tandem.registration_pass (
  org_id uuid not null,
  registration_id uuid not null,
  secret_hash bytea not null,
  language text not null,
  made_at timestamp with time zone not null,
  constraint registration_pass_pkey PRIMARY KEY (org_id, registration_id),
  constraint a_secret_of_a_registration_is_its_own UNIQUE (org_id, secret_hash),
  constraint registration_pass_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id) ON DELETE CASCADE,
  constraint a_rep_is_written_to_in_a_known_language CHECK ((language = ANY (ARRAY['en'::text, 'de'::text])))
);
create policy desk_sees_its_organization on tandem.registration_pass for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.registration_pass enable row level security;
alter table tandem.registration_pass force row level security;
grant insert, select, update on tandem.registration_pass to tandem_app;

create table tandem.registration_protection (
  org_id uuid not null,
  registration_id uuid not null,
  product int4range not null,
  account_key text not null,
  during daterange not null,
  constraint registration_protection_pkey PRIMARY KEY (org_id, registration_id, product),
  constraint an_account_is_protected_for_one_partner_at_a_time EXCLUDE USING gist (org_id WITH =, account_key WITH =, product WITH &&, during WITH &&),
  constraint registration_protection_org_id_registration_id_fkey FOREIGN KEY (org_id, registration_id) REFERENCES tandem.registration(org_id, registration_id)
);
create policy desk_sees_its_organization on tandem.registration_protection for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.registration_protection enable row level security;
alter table tandem.registration_protection force row level security;
grant delete, insert, select, update on tandem.registration_protection to tandem_app;

create table tandem.restatement (
  org_id uuid not null,
  restatement_id uuid not null,
  number bigint not null,
  starts_on date not null,
  measure text not null,
  opportunity_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  delta_minor bigint not null,
  cause text not null,
  raised_at timestamp with time zone not null,
  decision text,
  decided_by text,
  decided_at timestamp with time zone,
  note text,
  constraint restatement_pkey PRIMARY KEY (org_id, restatement_id),
  constraint one_number_per_restatement UNIQUE (org_id, number),
  constraint restatement_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint restatement_org_id_starts_on_fkey FOREIGN KEY (org_id, starts_on) REFERENCES tandem.quarter_close(org_id, starts_on),
  constraint a_decided_restatement_names_who CHECK ((((decision IS NULL) = (decided_by IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL)))),
  constraint a_restatement_is_decided_in_a_known_way CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text, 'superseded'::text]))),
  constraint a_restatement_is_of_a_known_measure CHECK ((measure = ANY (ARRAY['pipeline'::text, 'closed_won'::text])))
);
CREATE UNIQUE INDEX one_waiting_restatement_per_deal ON tandem.restatement USING btree (org_id, starts_on, measure, opportunity_id) WHERE (decision IS NULL);
create policy desk_sees_its_organization on tandem.restatement for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.restatement enable row level security;
alter table tandem.restatement force row level security;
grant insert, select, update on tandem.restatement to tandem_app;

create table tandem.ruling (
  org_id uuid not null,
  ruling_id uuid not null,
  number bigint not null,
  opportunity_id uuid not null,
  dispute_id uuid,
  question text not null,
  class text not null,
  partner_id uuid,
  reason text not null,
  is_appeal boolean not null default false,
  needs_cfo boolean not null default false,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  constraint ruling_pkey PRIMARY KEY (org_id, ruling_id),
  constraint one_number_per_ruling UNIQUE (org_id, number),
  constraint ruling_org_id_dispute_id_fkey FOREIGN KEY (org_id, dispute_id) REFERENCES tandem.dispute(org_id, dispute_id),
  constraint ruling_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint ruling_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint a_ruling_gives_its_reason CHECK ((length(btrim(reason)) >= 40)),
  constraint a_ruling_is_of_a_known_class CHECK ((class = ANY (ARRAY['sourced'::text, 'co_sold'::text, 'influenced'::text, 'assisted'::text, 'none'::text]))),
  constraint a_ruling_names_its_partner CHECK (((class = 'none'::text) = (partner_id IS NULL))),
  constraint a_ruling_says_what_was_asked CHECK ((length(btrim(question)) > 0))
);
CREATE INDEX ruling_by_words ON tandem.ruling USING gin ((((question || ' '::text) || reason)) public.gin_trgm_ops);
CREATE INDEX ruling_on_a_deal ON tandem.ruling USING btree (org_id, opportunity_id);
create policy desk_sees_its_organization on tandem.ruling for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.ruling enable row level security;
alter table tandem.ruling force row level security;
grant insert, select on tandem.ruling to tandem_app;

create table tandem.ruling_signature (
  org_id uuid not null,
  ruling_id uuid not null,
  membership_id uuid not null,
  seat text not null,
  signed_at timestamp with time zone not null,
  constraint ruling_signature_pkey PRIMARY KEY (org_id, ruling_id, membership_id),
  constraint one_signature_per_seat_of_a_panel UNIQUE (org_id, ruling_id, seat),
  constraint ruling_signature_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint ruling_signature_org_id_ruling_id_fkey FOREIGN KEY (org_id, ruling_id) REFERENCES tandem.ruling(org_id, ruling_id),
  constraint a_ruling_is_signed_for_a_known_seat CHECK ((seat = ANY (ARRAY['head_of_partnerships'::text, 'sales_leader'::text, 'partner_ops'::text, 'cfo'::text, 'cro'::text, 'ceo'::text])))
);
create policy desk_sees_its_organization on tandem.ruling_signature for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.ruling_signature enable row level security;
alter table tandem.ruling_signature force row level security;
grant insert, select on tandem.ruling_signature to tandem_app;

create table tandem.saved_view (
  org_id uuid not null,
  view_id uuid not null,
  membership_id uuid not null,
  page text not null,
  name text not null,
  query text not null,
  shared boolean not null default false,
  created_at timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (org_id, view_id),
  constraint saved_view_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint saved_view_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint a_view_has_a_name CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 100)))
);
create policy desk_sees_its_organization on tandem.saved_view for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.saved_view enable row level security;
alter table tandem.saved_view force row level security;
grant delete, insert, select, update on tandem.saved_view to tandem_app;

create table tandem.scoreboard_opening (
  org_id uuid not null,
  opening_id uuid not null,
  membership_id uuid not null,
  roles text[] not null,
  opened_at timestamp with time zone not null,
  opened_on date not null,
  constraint scoreboard_opening_pkey PRIMARY KEY (org_id, opening_id),
  constraint scoreboard_opening_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id)
);
CREATE UNIQUE INDEX one_opening_a_day_and_person ON tandem.scoreboard_opening USING btree (org_id, opened_on, membership_id);
create policy desk_sees_its_organization on tandem.scoreboard_opening for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.scoreboard_opening enable row level security;
alter table tandem.scoreboard_opening force row level security;
grant insert, select on tandem.scoreboard_opening to tandem_app;

create table tandem.seat_holding (
  org_id uuid not null,
  holding_id uuid not null,
  seat text not null,
  membership_id uuid not null,
  interim text,
  started_on date not null,
  started_by text not null,
  ended_on date,
  ended_by text,
  constraint seat_holding_pkey PRIMARY KEY (org_id, holding_id),
  constraint seat_holding_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id),
  constraint a_holding_ends_after_it_began CHECK (((ended_on IS NULL) OR (ended_on >= started_on))),
  constraint a_holding_that_ended_names_who CHECK (((ended_on IS NULL) = (ended_by IS NULL))),
  constraint a_seat_is_known CHECK ((seat = ANY (ARRAY['cro'::text, 'cfo'::text, 'head_of_partnerships'::text, 'partner_manager'::text, 'partner_ops'::text, 'partner_marketing'::text, 'executive_sponsor'::text, 'ae'::text]))),
  constraint an_interim_holds_as_a_known_person CHECK ((interim = ANY (ARRAY['ceo'::text, 'cro'::text, 'advisor'::text])))
);
CREATE UNIQUE INDEX one_holder_where_one_answers ON tandem.seat_holding USING btree (org_id, seat) WHERE ((ended_on IS NULL) AND (seat = ANY (ARRAY['cro'::text, 'cfo'::text, 'head_of_partnerships'::text, 'partner_ops'::text, 'partner_marketing'::text])));
CREATE UNIQUE INDEX one_holding_per_seat_and_person ON tandem.seat_holding USING btree (org_id, seat, membership_id) WHERE (ended_on IS NULL);
create policy desk_sees_its_organization on tandem.seat_holding for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.seat_holding enable row level security;
alter table tandem.seat_holding force row level security;
grant insert, select, update on tandem.seat_holding to tandem_app;

create table tandem.signal (
  org_id uuid not null,
  signal_id uuid not null,
  way text not null,
  opportunity_id uuid not null,
  partner_id uuid,
  partner_person_id uuid,
  internal_owner text,
  subject text not null,
  summary text,
  evidence jsonb not null,
  event_key text not null,
  occurred_at timestamp with time zone not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_on date not null,
  constraint signal_pkey PRIMARY KEY (org_id, signal_id),
  constraint a_signal_comes_once UNIQUE (org_id, way, event_key),
  constraint signal_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint signal_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint signal_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint signal_org_id_partner_person_id_fkey FOREIGN KEY (org_id, partner_person_id) REFERENCES tandem.partner_person(org_id, partner_person_id),
  constraint a_signal_came_in_a_known_way CHECK ((way = ANY (ARRAY['mail'::text, 'crm_event'::text])))
);
CREATE INDEX signal_by_arrival ON tandem.signal USING btree (org_id, opportunity_id, recorded_at);
CREATE INDEX signal_on_a_deal ON tandem.signal USING btree (org_id, opportunity_id);
create policy desk_sees_its_organization on tandem.signal for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.signal enable row level security;
alter table tandem.signal force row level security;
grant insert, select on tandem.signal to tandem_app;

create table tandem.signal_outcome (
  org_id uuid not null,
  signal_id uuid not null,
  touch_id uuid,
  dismissed_for text,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  constraint signal_outcome_pkey PRIMARY KEY (org_id, signal_id),
  constraint signal_outcome_org_id_signal_id_fkey FOREIGN KEY (org_id, signal_id) REFERENCES tandem.signal(org_id, signal_id),
  constraint signal_outcome_org_id_touch_id_fkey FOREIGN KEY (org_id, touch_id) REFERENCES tandem.touch(org_id, touch_id),
  constraint a_signal_became_a_touch_or_was_dismissed CHECK (((touch_id IS NULL) <> (dismissed_for IS NULL)))
);
create policy desk_sees_its_organization on tandem.signal_outcome for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.signal_outcome enable row level security;
alter table tandem.signal_outcome force row level security;
grant insert, select on tandem.signal_outcome to tandem_app;

create table tandem.slack_channel (
  org_id uuid not null,
  slack_channel_id uuid not null,
  partner_id uuid,
  sealed_address bytea,
  host text not null,
  kind_groups text[] not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint slack_channel_pkey PRIMARY KEY (org_id, slack_channel_id),
  constraint slack_channel_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint slack_channel_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint a_removed_channel_has_no_address CHECK (((removed_at IS NULL) = (sealed_address IS NOT NULL)))
);
CREATE UNIQUE INDEX one_channel_of_the_program_and_of_each_partner ON tandem.slack_channel USING btree (org_id, partner_id) NULLS NOT DISTINCT WHERE (removed_at IS NULL);
create policy desk_sees_its_organization on tandem.slack_channel for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.slack_channel enable row level security;
alter table tandem.slack_channel force row level security;
grant insert, select, update on tandem.slack_channel to tandem_app;

create table tandem.source (
  org_id uuid not null,
  source_id uuid not null,
  name text not null,
  remembered_mappings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  constraint source_pkey PRIMARY KEY (org_id, source_id),
  constraint one_source_per_name UNIQUE (org_id, name),
  constraint source_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_source_has_a_name CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 100)))
);
create policy desk_sees_its_organization on tandem.source for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.source enable row level security;
alter table tandem.source force row level security;
grant insert, select, update on tandem.source to tandem_app;

create table tandem.stage_change (
  org_id uuid not null,
  opportunity_id uuid not null,
  stage_change_id uuid not null,
  import_id uuid,
  stage text not null,
  changed_at timestamp with time zone not null,
  changed_on date not null,
  known_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  amount_minor bigint,
  currency text,
  event_key text not null,
  sequence integer not null default 0,
  constraint stage_change_pkey PRIMARY KEY (org_id, opportunity_id, stage_change_id),
  constraint stage_change_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES tandem.import(org_id, import_id),
  constraint stage_change_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id)
);
CREATE INDEX stage_change_of_an_import ON tandem.stage_change USING btree (org_id, import_id);
create policy desk_sees_its_organization on tandem.stage_change for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.stage_change enable row level security;
alter table tandem.stage_change force row level security;
grant insert, select on tandem.stage_change to tandem_app;

create table tandem.stage_rule (
  org_id uuid not null,
  source_id uuid not null,
  name text not null,
  stage_order smallint,
  outcome text not null,
  is_entry boolean not null default false,
  is_ignored boolean not null default false,
  constraint stage_rule_pkey PRIMARY KEY (org_id, source_id, name),
  constraint stage_rule_org_id_source_id_fkey FOREIGN KEY (org_id, source_id) REFERENCES tandem.source(org_id, source_id),
  constraint a_stage_is_open_won_or_lost CHECK ((outcome = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]))),
  constraint an_open_stage_has_an_order CHECK (((outcome <> 'open'::text) OR is_ignored OR (stage_order IS NOT NULL)))
);
create policy desk_sees_its_organization on tandem.stage_rule for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.stage_rule enable row level security;
alter table tandem.stage_rule force row level security;
grant delete, insert, select, update on tandem.stage_rule to tandem_app;

create table tandem.statement (
  org_id uuid not null,
  statement_id uuid not null,
  number bigint not null,
  partner_id uuid not null,
  month_on date not null,
  currency text not null,
  total_minor bigint not null,
  lines integer not null,
  lines_hash text not null,
  issued_by text not null,
  issued_at timestamp with time zone not null,
  constraint statement_pkey PRIMARY KEY (org_id, statement_id),
  constraint one_number_per_statement UNIQUE (org_id, number),
  constraint one_statement_per_partner_month_and_currency UNIQUE (org_id, partner_id, month_on, currency),
  constraint statement_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id)
);
create policy desk_sees_its_organization on tandem.statement for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
create policy portal_sees_its_own on tandem.statement for select to public using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (partner_id = ( SELECT (NULLIF(current_setting('app.partner'::text, true), ''::text))::uuid AS "nullif")));
alter table tandem.statement enable row level security;
alter table tandem.statement force row level security;
grant insert, select on tandem.statement to tandem_app;

create table tandem.statement_line (
  org_id uuid not null,
  statement_id uuid not null,
  accrual_id uuid not null,
  constraint statement_line_pkey PRIMARY KEY (org_id, accrual_id),
  constraint statement_line_org_id_accrual_id_fkey FOREIGN KEY (org_id, accrual_id) REFERENCES tandem.accrual(org_id, accrual_id),
  constraint statement_line_org_id_statement_id_fkey FOREIGN KEY (org_id, statement_id) REFERENCES tandem.statement(org_id, statement_id)
);
CREATE INDEX line_of_a_statement ON tandem.statement_line USING btree (org_id, statement_id);
create policy desk_sees_its_organization on tandem.statement_line for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.statement_line enable row level security;
alter table tandem.statement_line force row level security;
grant insert, select on tandem.statement_line to tandem_app;

create table tandem.statement_payment (
  org_id uuid not null,
  statement_id uuid not null,
  paid_on date not null,
  reference text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  constraint statement_payment_pkey PRIMARY KEY (org_id, statement_id),
  constraint statement_payment_org_id_statement_id_fkey FOREIGN KEY (org_id, statement_id) REFERENCES tandem.statement(org_id, statement_id)
);
create policy desk_sees_its_organization on tandem.statement_payment for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.statement_payment enable row level security;
alter table tandem.statement_payment force row level security;
grant insert, select on tandem.statement_payment to tandem_app;

create table tandem.suggestion_dismissal (
  org_id uuid not null,
  opportunity_id uuid not null,
  suggestion_key text not null,
  reason text not null,
  dismissed_by text not null,
  dismissed_at timestamp with time zone not null,
  constraint suggestion_dismissal_pkey PRIMARY KEY (org_id, opportunity_id, suggestion_key),
  constraint suggestion_dismissal_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint a_dismissal_says_why CHECK ((length(btrim(reason)) > 0))
);
create policy desk_sees_its_organization on tandem.suggestion_dismissal for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.suggestion_dismissal enable row level security;
alter table tandem.suggestion_dismissal force row level security;
grant insert, select on tandem.suggestion_dismissal to tandem_app;

create table tandem.touch (
  org_id uuid not null,
  touch_id uuid not null,
  opportunity_id uuid,
  partner_id uuid not null,
  partner_person_id uuid not null,
  internal_owner text not null,
  role text not null,
  action text not null,
  stage_order smallint,
  outcome text,
  evidence jsonb not null,
  occurred_at timestamp with time zone not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_on date not null,
  recorded_by text not null,
  account_id uuid,
  side text not null default 'vendor'::text,
  way text not null default 'desk'::text,
  import_id uuid,
  nth smallint not null default 0,
  constraint touch_pkey PRIMARY KEY (org_id, touch_id),
  constraint an_act_at_an_account_is_recorded_once UNIQUE (org_id, account_id, partner_person_id, action, occurred_on, nth),
  constraint an_act_on_a_deal_is_recorded_once UNIQUE (org_id, opportunity_id, partner_person_id, action, occurred_on, nth),
  constraint touch_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES tandem.account(org_id, account_id),
  constraint touch_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES tandem.import(org_id, import_id),
  constraint touch_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES tandem.opportunity(org_id, opportunity_id),
  constraint touch_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES tandem.partner(org_id, partner_id),
  constraint touch_org_id_partner_person_id_fkey FOREIGN KEY (org_id, partner_person_id) REFERENCES tandem.partner_person(org_id, partner_person_id),
  constraint a_touch_came_in_a_known_way CHECK ((way = ANY (ARRAY['desk'::text, 'suggestion'::text, 'portal'::text, 'api'::text, 'mail'::text, 'import'::text, 'crm_event'::text]))),
  constraint a_touch_is_on_a_deal_or_an_account CHECK (((opportunity_id IS NULL) <> (account_id IS NULL))),
  constraint a_touch_is_recorded_by_a_known_side CHECK ((side = ANY (ARRAY['vendor'::text, 'partner'::text])))
);
CREATE INDEX touch_at_an_account ON tandem.touch USING btree (org_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX touch_of_an_import ON tandem.touch USING btree (org_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX touch_on_a_deal ON tandem.touch USING btree (org_id, opportunity_id);
create policy desk_sees_its_organization on tandem.touch for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.touch enable row level security;
alter table tandem.touch force row level security;
grant insert, select on tandem.touch to tandem_app;

create table tandem.touch_confirmation (
  org_id uuid not null,
  touch_id uuid not null,
  confirmed_by text not null,
  confirmed_at timestamp with time zone not null,
  constraint touch_confirmation_pkey PRIMARY KEY (org_id, touch_id) INCLUDE (confirmed_by, confirmed_at),
  constraint touch_confirmation_org_id_touch_id_fkey FOREIGN KEY (org_id, touch_id) REFERENCES tandem.touch(org_id, touch_id)
);
create policy desk_sees_its_organization on tandem.touch_confirmation for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.touch_confirmation enable row level security;
alter table tandem.touch_confirmation force row level security;
grant insert, select on tandem.touch_confirmation to tandem_app;

create table tandem.vendor_contact (
  org_id uuid not null,
  vendor_contact_id uuid not null,
  account_id uuid not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint vendor_contact_pkey PRIMARY KEY (org_id, vendor_contact_id),
  constraint vendor_contact_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES tandem.account(org_id, account_id),
  constraint a_vendor_contact_is_a_meeting_or_outbound CHECK ((kind = ANY (ARRAY['meeting'::text, 'outbound'::text])))
);
CREATE INDEX vendor_contact_at_an_account ON tandem.vendor_contact USING btree (org_id, account_id);
create policy desk_sees_its_organization on tandem.vendor_contact for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.vendor_contact enable row level security;
alter table tandem.vendor_contact force row level security;
grant insert, select on tandem.vendor_contact to tandem_app;

create table tandem.week_one_pack (
  org_id uuid not null,
  membership_id uuid not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint week_one_pack_pkey PRIMARY KEY (org_id, membership_id),
  constraint week_one_pack_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.membership(org_id, membership_id)
);
create policy desk_sees_its_organization on tandem.week_one_pack for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.week_one_pack enable row level security;
alter table tandem.week_one_pack force row level security;
grant insert, select, update on tandem.week_one_pack to tandem_app;

create table tandem.week_one_task (
  org_id uuid not null,
  membership_id uuid not null,
  task text not null,
  done_at timestamp with time zone not null,
  constraint week_one_task_pkey PRIMARY KEY (org_id, membership_id, task),
  constraint week_one_task_org_id_membership_id_fkey FOREIGN KEY (org_id, membership_id) REFERENCES tandem.week_one_pack(org_id, membership_id)
);
create policy desk_sees_its_organization on tandem.week_one_task for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.week_one_task enable row level security;
alter table tandem.week_one_task force row level security;
grant delete, insert, select on tandem.week_one_task to tandem_app;

create table tandem.withdrawal (
  org_id uuid not null,
  withdrawal_id uuid not null,
  fact_kind text not null,
  fact_id uuid not null,
  reason text not null,
  withdrawn_by text not null,
  withdrawn_at timestamp with time zone not null,
  constraint withdrawal_pkey PRIMARY KEY (org_id, withdrawal_id),
  constraint a_fact_is_withdrawn_once UNIQUE (org_id, fact_kind, fact_id),
  constraint withdrawal_org_id_fkey FOREIGN KEY (org_id) REFERENCES tandem.organization(org_id),
  constraint a_withdrawal_is_of_a_known_fact CHECK ((fact_kind = ANY (ARRAY['introduction'::text, 'touch'::text, 'vendor_contact'::text, 'cosell_plan'::text, 'check_in'::text])))
);
create policy desk_sees_its_organization on tandem.withdrawal for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.withdrawal enable row level security;
alter table tandem.withdrawal force row level security;
grant insert, select on tandem.withdrawal to tandem_app;

create table tandem.withdrawal_cosignature (
  org_id uuid not null,
  withdrawal_id uuid not null,
  signed_by text not null,
  signed_at timestamp with time zone not null,
  constraint withdrawal_cosignature_pkey PRIMARY KEY (org_id, withdrawal_id),
  constraint withdrawal_cosignature_org_id_withdrawal_id_fkey FOREIGN KEY (org_id, withdrawal_id) REFERENCES tandem.withdrawal(org_id, withdrawal_id)
);
create policy desk_sees_its_organization on tandem.withdrawal_cosignature for all to public using (org_id = ( SELECT CASE WHEN (COALESCE(current_setting('app.partner'::text, true), ''::text) = ''::text) THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid ELSE NULL::uuid END AS "case"));
alter table tandem.withdrawal_cosignature enable row level security;
alter table tandem.withdrawal_cosignature force row level security;
grant insert, select on tandem.withdrawal_cosignature to tandem_app;

CREATE OR REPLACE FUNCTION tandem.drop_blocks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from tandem.account_block b using gone where b.org_id = gone.org_id and b.account_id = gone.account_id;
  return null;
end $function$;
grant execute on function tandem.drop_blocks() to public;

CREATE OR REPLACE FUNCTION tandem.enqueue(task text, payload json, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, job_key => job_key);
end $function$;
grant execute on function tandem.enqueue(task text, payload json, job_key text) to tandem_app;

CREATE OR REPLACE FUNCTION tandem.enqueue_later(task text, payload json, job_key text, delay_ms bigint, keeps_time boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, run_at => now() + delay_ms * interval '1 millisecond',
    job_key => job_key, job_key_mode => case when keeps_time then 'preserve_run_at' else 'replace' end);
end $function$;
grant execute on function tandem.enqueue_later(task text, payload json, job_key text, delay_ms bigint, keeps_time boolean) to tandem_app;

CREATE OR REPLACE FUNCTION tandem.partner_of_mail(the_org uuid, the_signal uuid)
 RETURNS TABLE(partner_id uuid, partner_person_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select h.partner_id, h.partner_person_id
  from tandem.mail m
  cross join lateral unnest(m.addresses) with ordinality as a (address, place)
  join tandem.partner_person h on h.org_id = m.org_id and lower(h.email) = a.address
  join tandem.partner p on p.org_id = h.org_id and p.partner_id = h.partner_id and not p.is_withdrawn
  where m.org_id = the_org and m.signal_id = the_signal and not h.is_withdrawn and not exists (
    select from tandem.partner_person other
    where other.org_id = h.org_id and lower(other.email) = a.address and other.partner_id <> h.partner_id
      and not other.is_withdrawn)
  order by a.place, h.left_on nulls first, h.partner_person_id
  limit 1
$function$;
grant execute on function tandem.partner_of_mail(the_org uuid, the_signal uuid) to public;

CREATE OR REPLACE FUNCTION tandem.refresh_statistics()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  analyze tandem.account, tandem.partner, tandem.opportunity, tandem.opportunity_fact, tandem.stage_change,
    tandem.opportunity_partner, tandem.import, tandem.touch, tandem.touch_confirmation, tandem.credit;
end $function$;
grant execute on function tandem.refresh_statistics() to tandem_app;

CREATE OR REPLACE FUNCTION tandem.remove_demo(the_org uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$;
grant execute on function tandem.remove_demo(the_org uuid) to tandem_app;
