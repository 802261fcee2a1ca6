-- Since when the people of partners may enter the portal (gate G5), and whether an override alone let them. It is set when
-- the first of them is let through, and taken away only with that override: whoever works there is not shut out by a fact
-- that changes later.
alter table tandem.organization add column portal_opened_at timestamptz;
alter table tandem.organization add column portal_opened_by_override boolean not null default false;
alter table tandem.organization add constraint only_an_open_portal_is_open_by_override
  check (portal_opened_at is not null or not portal_opened_by_override);

-- Where people of partners were let in before there was this rule, they stay in.
do $$
declare
  organization record;
begin
  for organization in select org_id from meta.directory loop
    execute format('set local app.org = %L', organization.org_id);
    update tandem.organization set portal_opened_at =
      (select min(created_at) from tandem.membership where partner_id is not null);
  end loop;
  set local app.org = '';
end $$;
