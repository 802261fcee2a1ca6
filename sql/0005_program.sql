-- The program as text: ten pages, each drafted, proposed, signed by named seats, in force from a date, superseded.
-- A version (tandem.policy) never changes. A draft does, until it is proposed.

alter table tandem.policy drop constraint a_policy_governs_a_known_word;
alter table tandem.policy add constraint a_policy_governs_a_known_word check (word in
  ('thesis','archetypes','profile','operating_model','assumptions','attribution','registration','tiers','journey',
   'scoreboard'));

-- As what somebody signed a seat that waits for its own person; null: the seat's own holder.
alter table tandem.policy_signature add column interim text
  constraint an_interim_signs_as_a_known_person check (interim in ('ceo','cro','advisor'));

-- Who came later and stands by a version that somebody else signed for the seat.
create table tandem.policy_countersignature (
  org_id uuid not null,
  word text not null,
  version integer not null,
  seat text not null,
  membership_id uuid not null,
  signed_at timestamptz not null,
  primary key (org_id, word, version, seat, membership_id),
  foreign key (org_id, word, version) references tandem.policy,
  foreign key (org_id, membership_id) references tandem.membership
);

-- revision: who saves must have seen the last one, so that two people never overwrite each other.
-- confirmed: paths of defaults that somebody has looked at and keeps.
create table tandem.program_draft (
  org_id uuid not null references tandem.organization,
  word text not null constraint a_draft_is_of_a_known_page check (word in
    ('thesis','archetypes','profile','operating_model','assumptions','attribution','registration','tiers','journey',
     'scoreboard')),
  body jsonb not null,
  confirmed text[] not null default '{}',
  base_version integer,
  revision integer not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (org_id, word)
);

-- The clock of the program, and the text that it was last imported from, comments and all.
create table tandem.program (
  org_id uuid primary key references tandem.organization,
  kickoff_on date,
  mode text not null default 'new' constraint a_program_is_new_or_runs_already check (mode in ('new','running')),
  source_text text,
  updated_at timestamptz not null,
  updated_by text not null
);

-- Who holds a seat of the operating model. interim: as what, until the seat's own person comes.
create table tandem.seat_holding (
  org_id uuid not null,
  holding_id uuid not null,
  seat text not null constraint a_seat_is_known check (seat in
    ('cro','cfo','head_of_partnerships','partner_manager','partner_ops','partner_marketing','executive_sponsor','ae')),
  membership_id uuid not null,
  interim text constraint an_interim_holds_as_a_known_person check (interim in ('ceo','cro','advisor')),
  started_on date not null,
  started_by text not null,
  ended_on date,
  ended_by text,
  primary key (org_id, holding_id),
  foreign key (org_id, membership_id) references tandem.membership,
  constraint a_holding_that_ended_names_who check ((ended_on is null) = (ended_by is null)),
  constraint a_holding_ends_after_it_began check (ended_on is null or ended_on >= started_on)
);
create unique index one_holding_per_seat_and_person on tandem.seat_holding (org_id, seat, membership_id)
  where ended_on is null;
create unique index one_holder_where_one_answers on tandem.seat_holding (org_id, seat)
  where ended_on is null and seat in ('cro','cfo','head_of_partnerships','partner_ops','partner_marketing');

-- A closed gate that the CRO opened all the same. It stays visible, also after it was taken back.
create table tandem.gate_override (
  org_id uuid not null,
  override_id uuid not null,
  gate text not null constraint a_gate_is_known check (gate in ('g0','g1','g2','g3','g4','g5','g6','g7')),
  reason text not null constraint an_override_says_why check (length(btrim(reason)) >= 10),
  overridden_by uuid not null,
  overridden_on date not null,
  recorded_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  primary key (org_id, override_id),
  foreign key (org_id, overridden_by) references tandem.membership,
  constraint a_revocation_names_who check ((revoked_at is null) = (revoked_by is null))
);
create unique index one_override_per_gate on tandem.gate_override (org_id, gate) where revoked_at is null;

-- The leader's first sign-in opens the week-one pack; each row is a task that they ticked.
create table tandem.week_one_pack (
  org_id uuid not null,
  membership_id uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (org_id, membership_id),
  foreign key (org_id, membership_id) references tandem.membership
);
create table tandem.week_one_task (
  org_id uuid not null,
  membership_id uuid not null,
  task text not null,
  done_at timestamptz not null,
  primary key (org_id, membership_id, task),
  foreign key (org_id, membership_id) references tandem.week_one_pack
);

-- The stage in which a partner came, where it was signed before the program was written down (an opening state).
alter table tandem.partner add column opening_stage text constraint a_partner_comes_in_a_known_stage check
  (opening_stage in ('recruit','onboard','activate','producing','manage','expand','off_board'));

do $$
declare t text;
begin
  foreach t in array array['policy_countersignature','program_draft','program','seat_holding','gate_override',
    'week_one_pack','week_one_task'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
end $$;

grant select, insert on tandem.policy_countersignature to tandem_app;
grant select, insert, update on tandem.program, tandem.seat_holding, tandem.gate_override, tandem.week_one_pack
  to tandem_app;
grant select, insert, update, delete on tandem.program_draft to tandem_app;
grant select, insert, delete on tandem.week_one_task to tandem_app;

create or replace function tandem.remove_demo(the_org uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t text;
begin
  if nullif(current_setting('app.org', true), '')::uuid is distinct from the_org
     or not exists (select from tandem.organization where org_id = the_org and is_demo) then
    raise exception 'only a demo organization can be removed, and only from within';
  end if;
  delete from tandem.file_chunk where org_id = the_org;
  foreach t in array array[
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
