-- The portal as a face of its own: who of a partner is there, and how the company looks to them.

-- When somebody of a partner was last there, to a quarter of an hour. ended_by_partner: their own company ended their
-- access, so it may open it again; what the vendor ended stays ended.
alter table tandem.membership add column last_seen_at timestamptz;
alter table tandem.membership add column ended_by_partner boolean not null default false;
alter table tandem.membership add constraint what_a_partner_ended_has_ended
  check (not ended_by_partner or suspended_at is not null);

-- By which sign-in a person at a partner works, so that what is theirs can be handed over whatever they are called.
alter table tandem.partner_person add column membership_id uuid;
alter table tandem.partner_person add foreign key (org_id, membership_id) references tandem.membership;
create unique index one_person_per_sign_in on tandem.partner_person (org_id, membership_id)
  where membership_id is not null;

create policy portal_sees_its_own on tandem.invitation for select
  using (org_id = (select nullif(current_setting('app.org', true), '')::uuid)
    and partner_id = (select nullif(current_setting('app.partner', true), '')::uuid));

-- How the company looks in its portal. The logo's bytes are small, so they stand in the row; they are what was checked.
create table tandem.portal_brand (
  org_id uuid primary key references tandem.organization on delete cascade,
  name text constraint a_brand_has_a_short_name check (length(btrim(name)) between 1 and 80),
  accent text constraint an_accent_is_six_hex_digits check (accent ~ '^#[0-9a-f]{6}$'),
  welcome jsonb not null default '{}',
  logo bytea constraint a_logo_is_small check (octet_length(logo) <= 262144),
  logo_type text constraint a_logo_is_of_a_safe_kind check (logo_type in ('image/png','image/jpeg','image/webp')),
  logo_width integer,
  logo_height integer,
  logo_hash text,
  constraint a_logo_is_whole check (num_nulls(logo, logo_type, logo_width, logo_height, logo_hash) in (0, 5))
);
alter table tandem.portal_brand enable row level security;
alter table tandem.portal_brand force row level security;
create policy desk_sees_its_organization on tandem.portal_brand
  using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
    then nullif(current_setting('app.org', true), '')::uuid end));
create policy portal_sees_the_brand on tandem.portal_brand for select
  using (org_id = (select nullif(current_setting('app.org', true), '')::uuid));
grant select, insert, update on tandem.portal_brand to tandem_app;
