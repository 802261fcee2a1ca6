-- Blocks: by what an account is found among a million others, by an exact key or because it is alike. Made of its name,
-- domain and country in the transaction that writes those; nothing is said here that the account does not say.
create table tandem.account_block (
  org_id uuid not null,
  block text collate "C" not null,
  account_id uuid not null,
  primary key (org_id, block, account_id)
);
create index block_of_an_account on tandem.account_block (org_id, account_id);

-- They go with their account, which goes only with a demo organization. A foreign key would ask for each of ten blocks
-- whether the account is there, and an import would feel it; a block that leads to no account finds nothing.
create function tandem.drop_blocks() returns trigger language plpgsql as $$
begin
  delete from tandem.account_block b using gone where b.org_id = gone.org_id and b.account_id = gone.account_id;
  return null;
end $$;
create trigger blocks_go_with_their_account after delete on tandem.account
  referencing old table as gone for each statement execute function tandem.drop_blocks();

-- How far an organization's accounts are kept under blocks of the present making. A search of accounts that are not all
-- kept yet knows nothing. An organization without a row has no account, or none that is kept.
create table tandem.account_block_fill (
  org_id uuid not null references tandem.organization on delete cascade,
  version integer not null,
  after_account uuid,
  is_done boolean not null,
  primary key (org_id)
);

do $$
declare t text;
begin
  foreach t in array array['account_block','account_block_fill'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
end $$;

grant select, insert, delete on tandem.account_block to tandem_app;
grant select, insert, update on tandem.account_block_fill to tandem_app;
