-- Registrations come in by files as well. Which import brought one, under which key its source has it and what the row
-- said stand beside it; the introduction is the one that came with it, so that an undone import takes that back too.
create table tandem.registration_import (
  org_id uuid not null references tandem.organization,
  registration_id uuid not null,
  import_id uuid not null,
  record_key text not null,
  fingerprint bytea not null,
  introduction_id uuid,
  primary key (org_id, registration_id),
  foreign key (org_id, registration_id) references tandem.registration on delete cascade,
  foreign key (org_id, import_id) references tandem.import,
  foreign key (org_id, introduction_id) references tandem.introduction
);
create index registration_of_an_import on tandem.registration_import (org_id, import_id);
create index registration_by_record on tandem.registration_import (org_id, record_key);

-- Its import was undone: nobody is shown it any more.
alter table tandem.registration add column is_undone boolean not null default false;

alter table tandem.registration_import enable row level security;
alter table tandem.registration_import force row level security;
create policy desk_sees_its_organization on tandem.registration_import
  using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
    then nullif(current_setting('app.org', true), '')::uuid end));
grant select, insert on tandem.registration_import to tandem_app;
