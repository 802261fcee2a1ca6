-- The CRM carries the credit: which of its fields holds what, and what was found when an export of it was compared.

-- The source whose deals a system holds, where it is not called like the system.
create table tandem.crm_source (
  org_id uuid not null references tandem.organization on delete cascade,
  system text not null constraint a_crm_is_one_that_is_written_for check (system in ('salesforce','hubspot')),
  source_name text not null constraint the_deals_of_a_crm_have_a_source check (length(btrim(source_name)) between 1 and 100),
  set_by text not null,
  set_at timestamptz not null,
  primary key (org_id, system)
);

-- What a field of the credit is called in the CRM; null: it is not carried. Without a row the proposed name counts.
create table tandem.crm_field (
  org_id uuid not null references tandem.organization on delete cascade,
  system text not null constraint a_field_is_of_a_known_crm check (system in ('salesforce','hubspot')),
  field text not null constraint a_field_carries_something_known check (field in
    ('partner','class','role','originDate','evidenceLink','lockDate','pageVersion')),
  name text constraint a_field_has_a_name_that_can_be check (name ~ '^[A-Za-z][A-Za-z0-9_]*$' and length(name) <= 100),
  set_by text not null,
  set_at timestamptz not null,
  primary key (org_id, system, field)
);
create unique index a_name_of_the_crm_carries_one_thing on tandem.crm_field (org_id, system, lower(name));

-- An export of the CRM, compared with the verdicts as they stood at that moment. It changes nothing else.
create table tandem.crm_check (
  org_id uuid not null references tandem.organization on delete cascade,
  crm_check_id uuid not null,
  system text not null constraint a_check_is_of_a_known_crm check (system in ('salesforce','hubspot')),
  file_name text not null,
  file_sha256 text not null,
  result jsonb not null,
  checked_by text not null,
  checked_at timestamptz not null,
  primary key (org_id, crm_check_id)
);
create index crm_check_newest_first on tandem.crm_check (org_id, checked_at desc, crm_check_id desc);

-- What differed, in the order of the file; those of the whole file and those of deals that it lacks come without a row.
create table tandem.crm_difference (
  org_id uuid not null,
  crm_check_id uuid not null,
  position integer not null,
  kind text not null constraint a_difference_is_of_a_known_kind check (kind in
    ('missing_field','missing_value','other_value','stale_version','missing_deal')),
  field text,
  opportunity_number bigint,
  row_number integer,
  expected text not null,
  found text not null,
  primary key (org_id, crm_check_id, position),
  foreign key (org_id, crm_check_id) references tandem.crm_check on delete cascade,
  constraint a_difference_is_of_a_field_or_of_a_deal check (field is not null or opportunity_number is not null)
);

do $$
declare t text;
begin
  foreach t in array array['crm_source','crm_field','crm_check','crm_difference'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
end $$;

grant select, insert, update on tandem.crm_source, tandem.crm_field to tandem_app;
grant select, insert on tandem.crm_check, tandem.crm_difference to tandem_app;
